import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** "- **V1** A visit …" at the start of a line. */
const rulesIn = (spec: string): string[] =>
  [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].flatMap(([, id]) => id ?? []);

/**
 * Ids at the start of test titles: test('[V1] …'), and test.each(…)('[V1] …'), where the title follows a closing
 * parenthesis. A test that is skipped or still to be written shows nothing and does not count.
 */
function idsOfTitles(source: string): string[] {
  const titles = source.matchAll(/(?:\b(?:test|it)|\))\(\s*(['"`])((?:\[[A-Z]\d+\] ?)+)/g);
  const ids = [...titles].flatMap(([, , start = '']) => [...start.matchAll(/[A-Z]\d+/g)].map(([id]) => id));
  return ids.filter((id) => !isRequirement(id));
}

/** R13 is a requirement of the office; the rules of the domain keep clear of that letter. */
const isRequirement = (id: string): boolean => id.startsWith('R');

/** "(SPEC N1, N2)" in a comment of the code; a letter alone means its whole group. */
const idsOfComments = (source: string): string[] =>
  [...source.matchAll(/\(SPEC ([A-Z]\d*(?:, [A-Z]\d*)*)\)/g)].flatMap(([, ids = '']) => ids.split(', '));

/** What is wrong between the rules, the tests and the comments; nothing if all is well. */
function disagreements(
  rules: readonly string[],
  tested: readonly string[],
  mentioned: readonly string[],
): string[] {
  const known = new Set(rules);
  const groups = new Set(rules.map((id) => id.charAt(0)));
  const shown = new Set(tested);
  return [
    ...rules.filter((id, i) => rules.indexOf(id) !== i).map((id) => `SPEC.md has two rules ${id}`),
    ...[...known].filter((id) => !shown.has(id)).map((id) => `no test shows rule ${id}`),
    ...[...known].filter(isRequirement).map((id) => `rule ${id} reads like a requirement`),
    ...[...shown].filter((id) => !known.has(id)).map((id) => `a test shows ${id}, which is no rule`),
    ...mentioned
      .filter((id) => !known.has(id) && !groups.has(id))
      .map((id) => `a comment names ${id}, which is no rule`),
  ];
}

/** Every source of that kind but this one, whose examples are no rules. */
const read = (pattern: string): string[] =>
  globSync(pattern, { cwd: import.meta.dirname })
    .filter((path) => path !== 'spec.test.ts')
    .map(readSource);
const readSource = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the rules of the domain', () => {
  const rules = rulesIn(readSource('queue/SPEC.md'));

  test('each rule has a test, and each number in a test or a comment is a rule', () => {
    const tests = read('**/*.test.{ts,tsx}').flatMap(idsOfTitles);
    const comments = read('**/*.{ts,tsx}').flatMap(idsOfComments);
    expect(rules.length).toBeGreaterThan(80);
    expect(disagreements(rules, tests, comments)).toEqual([]);
  });

  test('a rule without a test, a test without a rule and a number given twice are found', () => {
    const spec =
      '## Q\n\n- **Q1** One.\n- **Q2** Two, see **Q9**.\n- **Q2** Two again.\n- **Q3** Three.\n- **R1** Four.\n';
    expect(disagreements(rulesIn(spec), ['Q1', 'Q3', 'Q4', 'R1'], ['Q', 'Q1', 'Q5', 'P'])).toEqual([
      'SPEC.md has two rules Q2',
      'no test shows rule Q2',
      'rule R1 reads like a requirement',
      'a test shows Q4, which is no rule',
      'a comment names Q5, which is no rule',
      'a comment names P, which is no rule',
    ]);
  });

  test('titles are read from tests, also from tables of them, and not from those that are skipped', () => {
    const source = [
      "test('[Q1] plain', () => {});",
      'it("[Q2] [Q3] two at once", () => {});',
      'test.each([1, 2])(\n  `[Q4] number ${n}`, () => {});'.replace('${n}', '%i'),
      "test('[R13] a requirement', () => {});",
      "test.skip('[Q5] not now', () => {});",
      "test.todo('[Q6] one day');",
      "test('about [Q7]', () => {});",
      "describe('[Q8] a group', () => {});",
    ].join('\n');
    expect(idsOfTitles(source)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(idsOfComments('/** Something (SPEC Q1, Q2). Else (SPEC Q). */')).toEqual(['Q1', 'Q2', 'Q']);
  });
});
