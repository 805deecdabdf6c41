import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keeps, median, ratioOf } from './arithmetic.js';
import { bench } from './bench.js';
import type { Bound, Finding, Measure } from './measure.js';
import { measures } from './measures.js';
import { Workplace } from './workplace.js';

const compared = (must: Bound | null, beo = [2, 4, 6]): Finding => ({
  what: 'a thing',
  limitIs: 'the disk',
  unit: 'ms',
  beo,
  limit: [1, 2, 3],
  must,
});

const measure = (name: string, ...findings: Finding[]): Measure => ({
  name,
  about: `what ${name} is about`,
  run: async () => findings,
});

/** Runs the bench on made-up measures; what it printed, what it told on the way, and its exit code. */
async function run(args: readonly string[], made: readonly Measure[]) {
  let printed = '';
  let told = '';
  const code = await bench(args, {
    measures: made,
    openWorkplace: () => Workplace.open(),
    machine: () => ({ processors: 2 }),
    print: (text) => {
      printed += text;
    },
    tell: (text) => {
      told += text;
    },
  });
  return { code, printed, told };
}

describe("the bench's arithmetic", () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
    [[], Number.NaN],
  ])('the median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test("a ratio is the median of the rounds' own ratios", () => {
    // Between the rounds the machine became ten times as slow; the ratio of the medians would be 1.
    expect(ratioOf({ beo: [2, 10, 30], limit: [1, 10, 10] })).toBe(2);
  });

  test.each<[number, Bound | null, boolean]>([
    [1.5, { atMost: 1.5 }, true],
    [1.51, { atMost: 1.5 }, false],
    [0.5, { atLeast: 0.5 }, true],
    [0.49, { atLeast: 0.5 }, false],
    [Number.NaN, { atMost: 1.5 }, false],
    [Number.NaN, { atLeast: 0.5 }, false],
    [99, null, true],
  ])('%d against %j keeps it: %s', (ratio, must, kept) => {
    expect(keeps(ratio, must)).toBe(kept);
  });
});

describe("the bench's result", () => {
  const missing: Finding = { what: 'another thing', missing: 'no engine here' };

  test('is one table', async () => {
    const { printed } = await run(
      [],
      [
        measure('first', compared({ atMost: 2.5 }), compared(null, [0.5, 1, 1.5])),
        measure('second', compared({ atLeast: 3 }), missing),
      ],
    );
    expect(printed).toBe(
      [
        'measure  what           limit                        beo  at limit  ratio  must be',
        'first    a thing        the disk                 4.00 ms   2.00 ms   2.00   <= 2.5  ok',
        'first    a thing        the disk                 1.00 ms   2.00 ms  0.500',
        'second   a thing        the disk                 4.00 ms   2.00 ms   2.00     >= 3  NOT',
        'second   another thing  missing: no engine here',
        '',
      ].join('\n'),
    );
  });

  test('is one object under --json', async () => {
    const { printed } = await run(['--json'], [measure('first', compared({ atMost: 2.5 }), missing)]);
    expect(JSON.parse(printed)).toEqual({
      machine: { processors: 2 },
      ok: true,
      results: [
        {
          measure: 'first',
          what: 'a thing',
          limitIs: 'the disk',
          unit: 'ms',
          rounds: 3,
          beo: 4,
          limit: 2,
          ratio: 2,
          must: { atMost: 2.5 },
          ok: true,
        },
        { measure: 'first', what: 'another thing', missing: 'no engine here', ok: true },
      ],
    });
  });

  test.each<[string, readonly Finding[], number]>([
    ['every ratio is kept', [compared({ atMost: 2 }), compared({ atLeast: 2 })], 0],
    ['one is missed', [compared({ atMost: 2 }), compared({ atMost: 1.9 })], 1],
    ['what is missed was only for information', [compared(null)], 0],
    ['an engine is missing', [missing], 0],
  ])('%s', async (_, findings, code) => {
    expect((await run([], [measure('first', ...findings)])).code).toBe(code);
  });

  test('a measure that fails leaves no folder behind', async () => {
    let folder = '';
    const failing: Measure = {
      name: 'failing',
      about: 'fails',
      run: async (workplace) => {
        folder = await workplace.newFolder();
        throw new Error('the server hung up');
      },
    };
    await expect(run([], [failing])).rejects.toThrow('the server hung up');
    expect(existsSync(folder)).toBe(false);
  });
});

describe("the bench's arguments", () => {
  const two = [measure('first', compared(null)), measure('second', compared(null))];

  test('choose measures', async () => {
    expect((await run(['second'], two)).told).toBe('second: what second is about\n');
  });

  test.each([['third'], ['--fast']])('%s is not understood', async (argument) => {
    const { code, printed, told } = await run([argument], two);
    expect([code, printed]).toEqual([2, '']);
    expect(told).toContain(argument);
    expect(told).toContain('--json');
  });

  test.each([['--list'], ['--help']])('%s names every measure and runs none', async (argument) => {
    const { code, printed } = await run([argument], measures);
    expect(code).toBe(0);
    for (const { name, about } of measures) expect(printed).toMatch(new RegExp(`^  ${name} +${about}$`, 'm'));
  });

  test('each measure has a name of its own, and its page in BENCHMARKS.md', () => {
    const page = readFileSync(new URL('../../BENCHMARKS.md', import.meta.url), 'utf8');
    const names = measures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(page).toContain(`| \`${name}\` |`);
  });
});
