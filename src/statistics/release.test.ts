import { expect, test } from 'vitest';
import { spanOf } from '../testing/linearSpan.js';
import { releaseOf, type ReleaseRow } from './release.js';

const day = '2015-06-08';
const days = [day, '2015-06-09'].map((each) => ({ day: each, closed: true }));
const limits = { minContacts: 5, minDesks: 3 };

const rowOf = (key: string, parent: string | null, n: number, desks: number): ReleaseRow => ({
  key,
  parent,
  byDay: new Map(days.map((each) => [each.day, { n, desks }])),
});

/** The rows of which the first day's figure exists. */
const shownOf = (rows: readonly ReleaseRow[], minDesks = limits.minDesks): string[] => {
  const release = releaseOf(rows, days, { ...limits, minDesks });
  return rows.flatMap(({ key }) => (release(key, day, day).isShown ? key : []));
};

test('two concerns that the same two desks dealt with are not told together either', () => {
  const rows = (desks: number) => [
    rowOf('all', null, 17, 4),
    rowOf('a', 'all', 3, desks),
    rowOf('b', 'all', 4, desks),
    rowOf('c', 'all', 10, 4),
  ];
  expect(shownOf(rows(3))).toEqual(['all', 'c']);
  expect(shownOf(rows(2))).toEqual(['all']);
});

test('a part by duty that has the same contacts as a group does not tell of another group', () => {
  const contacts = { early: 3, middle: 6, late: 11 };
  type Atom = keyof typeof contacts;
  const made = (key: string, parent: string | null, atoms: readonly Atom[]): ReleaseRow => ({
    ...rowOf(
      key,
      parent,
      atoms.reduce((sum, atom) => sum + contacts[atom], 0),
      0,
    ),
    atomsOn: () => atoms,
  });
  const rows: readonly ReleaseRow[] = [
    made('all', null, ['early', 'middle', 'late']),
    made('group 1', 'all', ['early']),
    made('group 2', 'all', ['middle']),
    made('group 3', 'all', ['late']),
    { ...made('on late duty', 'all', ['early', 'late']), division: 'duty' },
    // It is group 2 to a contact: with it and all that is shown of the groups, group 1 would be what is left.
    { ...made('regular', 'all', ['middle']), division: 'duty' },
  ];
  const vectorOf = ({ atomsOn }: ReleaseRow): number[] =>
    Object.keys(contacts).map((atom) => Number(atomsOn?.(day).includes(atom)));
  const shown = shownOf(rows, 0);
  expect(shown.length).toBeGreaterThan(0);
  const follows = spanOf(rows.filter(({ key }) => shown.includes(key)).map(vectorOf));
  expect(rows.filter((row) => follows(vectorOf(row))).map(({ key }) => key)).toEqual(shown);
  expect(shown).not.toContain('group 1');
});
