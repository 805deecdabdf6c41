import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanOf } from '../testing/linearSpan.js';
import { daysBetween, plusDays } from './calendar.js';
import { releaseOf, type ReleaseRow } from './release.js';
import { blocksOf, daysNeededFor, hiddenCells, mayShow, type Cell } from './suppression.js';

const limits = { minContacts: 5, minDesks: 3 };

describe('blocks of days', () => {
  const blocks = (...days: [day: string, n: number, desks: number][]) =>
    blocksOf(
      days.map(([day, n, desks]) => ({ day, n, desks })),
      limits,
    ).map((block) => block.days.join(' '));

  test('a day that may be shown stands alone, others join those after them', () => {
    expect(blocks(['Mon', 12, 3], ['Tue', 3, 3], ['Wed', 6, 3], ['Thu', 10, 3])).toEqual([
      'Mon',
      'Tue Wed',
      'Thu',
    ]);
    expect(blocks(['Mon', 12, 2], ['Tue', 12, 2])).toEqual(['Mon Tue']);
  });

  test('what is left at the end joins the block before it', () => {
    expect(blocks(['Mon', 12, 3], ['Tue', 6, 3], ['Wed', 2, 1])).toEqual(['Mon', 'Tue Wed']);
  });

  test('days without contacts need no block, too few contacts are one block', () => {
    expect(blocks(['Mon', 0, 0], ['Tue', 6, 3])).toEqual(['Tue']);
    expect(blocks(['Mon', 2, 1], ['Tue', 2, 1])).toEqual(['Mon Tue']);
    expect(blocks()).toEqual([]);
  });
});

describe('hidden cells of a table', () => {
  const hidden = (parts: Readonly<Record<string, number>>) => {
    const all = Object.values(parts).reduce((sum, n) => sum + n, 0);
    const cells = new Map(
      Object.entries({ ...parts, all }).map(([key, n]) => [key, { n, desks: 3 }] as const),
    );
    const restOn = (keys: readonly string[]) => ({
      n: keys.reduce((sum, key) => sum + (cells.get(key)?.n ?? 0), 0),
      desks: 3,
    });
    return [
      ...hiddenCells({ cells, lines: [[{ total: 'all', parts: Object.keys(parts) }]], restOn }, limits),
    ];
  };

  test('a single one takes the next smallest with it', () => {
    expect(hidden({ Mon: 12, Tue: 3, Wed: 6, Thu: 10, Fri: 5 })).toEqual(['Tue', 'Fri']);
  });

  test('two that are too few together take another', () => {
    expect(hidden({ a: 1, b: 2, c: 9, d: 20 })).toEqual(['a', 'b', 'c']);
    expect(hidden({ a: 3, b: 2, c: 9, d: 20 })).toEqual(['a', 'b']);
  });

  test('the total is hidden last, when nothing else is left', () => {
    expect(hidden({ a: 3 })).toEqual(['a', 'all']);
    expect(hidden({ a: 3, b: 8, none: 0 })).toEqual(['a', 'b']);
    expect(hidden({ a: 6, b: 8, none: 0 })).toEqual([]);
  });

  test('where the lines that give something away have nothing left, another total goes', () => {
    const n = { a: 1, b: 5, c: 5, d: 8, ab: 6, cd: 13, bcd: 18, abcd: 19 };
    const cells = new Map(Object.entries(n).map(([key, each]) => [key, { n: each, desks: 3 }]));
    const lines = ['ab', 'cd', 'bcd', 'abcd'].map((total) => ({ total, parts: Array.from(total) }));
    const restOn = (keys: readonly string[]) => ({
      n: keys.reduce((sum, key) => sum + (cells.get(key)?.n ?? 0), 0),
      desks: 3,
    });
    // With cd shown, ab would be the difference of abcd and cd.
    expect([...hiddenCells({ cells, lines: [lines], restOn }, limits)].toSorted()).toEqual(
      ['a', 'b', 'c', 'd', 'ab', 'cd', 'bcd'].toSorted(),
    );
  });
});

describe('the days that decide what a period may show', () => {
  test.each([
    ['2015-06-10', '2015-06-10', '2015-06-08', '2015-06-14'],
    ['2015-07-01', '2015-07-01', '2015-07-01', '2015-07-05'],
    ['2015-06-30', '2015-06-30', '2015-06-29', '2015-06-30'],
    ['2015-06-03', '2015-08-26', '2015-06-01', '2015-08-30'],
  ])('%s to %s needs %s to %s', (from, to, first, last) => {
    expect(daysNeededFor({ from, to })).toEqual({ from: first, to: last });
  });
});

describe('the release', () => {
  const first = '2015-06-26';
  const all = daysBetween(first, '2015-07-08');

  const rowOf = (key: string, parent: string | null, cells: readonly Cell[]): ReleaseRow => ({
    key,
    parent,
    byDay: new Map(cells.map((cell, i) => [plusDays(first, i), cell])),
  });

  /** Parts of three weeks across a change of months, with two concerns in one group and one in another. */
  const weeks = fc
    .array(
      fc.record({
        a: fc.constantFrom(0, 0, 1, 2, 5, 9),
        b: fc.constantFrom(0, 1, 3, 6, 12),
        c: fc.constantFrom(0, 0, 2, 4, 8),
        desks: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: all.length, maxLength: all.length },
    )
    .map((days) => {
      const cells = (nOf: (day: (typeof days)[number]) => number) =>
        days.map((day) => ({ n: nOf(day), desks: Math.min(day.desks, nOf(day)) }));
      return [
        rowOf(
          'all',
          null,
          cells(({ a, b, c }) => a + b + c),
        ),
        rowOf(
          'group 1',
          'all',
          cells(({ a, b }) => a + b),
        ),
        rowOf(
          'group 2',
          'all',
          cells(({ c }) => c),
        ),
        rowOf(
          'a',
          'group 1',
          cells(({ a }) => a),
        ),
        rowOf(
          'b',
          'group 1',
          cells(({ b }) => b),
        ),
        rowOf(
          'c',
          'group 2',
          cells(({ c }) => c),
        ),
      ];
    });
  const ranges = all.flatMap((from) => all.filter((to) => to >= from).map((to) => ({ from, to })));
  const days = all.map((day) => ({ day, closed: true }));
  const sumOver = (row: ReleaseRow, some: readonly string[]): Cell =>
    some
      .map((day) => row.byDay.get(day) ?? { n: 0, desks: 0 })
      .reduce((sum, cell) => ({ n: sum.n + cell.n, desks: sum.desks + cell.desks }));

  test('shows nothing that rests on too little, and nothing that does follows from what is shown', () => {
    fc.assert(
      fc.property(weeks, (rows) => {
        const release = releaseOf(rows, days, limits);
        const leaves = rows.filter(({ key }) => rows.every(({ parent }) => parent !== key));
        const vectorOf = (row: ReleaseRow, some: readonly string[]): number[] =>
          leaves.flatMap((leaf) =>
            all.map((day) => Number(isPartOf(rows, leaf, row) && some.includes(day) && nOn(leaf, day) > 0)),
          );
        const shown = rows.flatMap((row) =>
          ranges.flatMap(({ from, to }) => {
            const { isShown, blocks } = release(row.key, from, to);
            if (!isShown || blocks.length === 0) return [];
            expect(mayShow(sumOver(row, blocks.flat()), limits), `${row.key} ${blocks.join()}`).toBe(true);
            return [vectorOf(row, blocks.flat())];
          }),
        );
        const follows = spanOf([...new Map(shown.map((vector) => [vector.join(''), vector])).values()]);
        for (const row of rows) {
          for (const { from, to } of ranges) {
            const some = daysBetween(from, to);
            const cell = sumOver(row, some);
            if (cell.n === 0 || mayShow(cell, limits)) continue;
            expect(follows(vectorOf(row, some)), `${row.key} from ${from} to ${to}`).toBe(false);
          }
        }
      }),
      { numRuns: 10, seed: 24 },
    );
  }, 120_000);

  test('a day that is still open changes nothing of the days before it', () => {
    const row = rowOf('all', null, [
      { n: 12, desks: 3 },
      { n: 2, desks: 1 },
    ]);
    const [monday = '', tuesday = ''] = all;
    const open = releaseOf(
      [row],
      [
        { day: monday, closed: true },
        { day: tuesday, closed: false },
      ],
      limits,
    );
    expect(open('all', monday, monday)).toMatchObject({ isShown: true, n: 12 });
    expect(open('all', monday, tuesday)).toMatchObject({ isShown: false, n: 14 });
    const closed = releaseOf([row], days, limits);
    expect(closed('all', monday, monday).isShown).toBe(false);
    expect(closed('all', monday, tuesday).isShown).toBe(true);
  });

  test('a longer period leaves out the week that may not be shown, and says so', () => {
    const nobody = { n: 0, desks: 0 };
    // Friday 26 and Monday 29 June.
    const row = rowOf('all', null, [{ n: 12, desks: 3 }, nobody, nobody, { n: 2, desks: 1 }]);
    const release = releaseOf([row], days, limits);
    expect(release('all', '2015-06-01', '2015-06-30')).toEqual({
      blocks: [['2015-06-26']],
      n: 14,
      withheld: 2,
      isCut: false,
      isShown: true,
    });
    expect(release('all', '2015-06-29', '2015-06-30').isShown).toBe(false);
    expect(release('all', '2015-07-06', '2015-07-12')).toEqual({
      blocks: [],
      n: 0,
      withheld: 0,
      isCut: false,
      isShown: true,
    });
  });

  test('days stay days where desks are usual: a week of three desks and sixty contacts a day', () => {
    const shares = [20, 12, 9, 7, 5, 4, 3];
    const five = ['2015-06-29', '2015-06-30', '2015-07-01', '2015-07-02', '2015-07-03'];
    const concernRow = (n: number, i: number): ReleaseRow => ({
      key: `3.${i + 1}`,
      parent: 'all',
      byDay: new Map(five.map((day, d) => [day, { n: n + (d % 2), desks: Math.min(3, Math.ceil(n / 4)) }])),
    });
    const concerns = shares.map(concernRow);
    const total: ReleaseRow = {
      key: 'all',
      parent: null,
      byDay: new Map(
        five.map((day) => [day, { n: concerns.reduce((sum, row) => sum + nOn(row, day), 0), desks: 3 }]),
      ),
    };
    const release = releaseOf([total, ...concerns], days, limits);
    expect(five.filter((day) => release('all', day, day).isShown)).toEqual(five);
    expect(['3.1', '3.2'].every((key) => five.every((day) => release(key, day, day).isShown))).toBe(true);
  });
});

const nOn = ({ byDay }: ReleaseRow, day: string): number => byDay.get(day)?.n ?? 0;

function isPartOf(rows: readonly ReleaseRow[], part: ReleaseRow, whole: ReleaseRow): boolean {
  if (part.key === whole.key) return true;
  const parent = rows.find(({ key }) => key === part.parent);
  return parent !== undefined && isPartOf(rows, parent, whole);
}
