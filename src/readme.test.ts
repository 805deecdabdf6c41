import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keyTable, keyTableScreens, type KeyRow } from './testing/keyTable.js';
import { textsFor } from './texts/texts.js';
import { expectGolden } from './testing/golden.js';

type Screen = (typeof keyTableScreens)[number];

const page = (name: string) => new URL(`../${name}`, import.meta.url);

/** A table in Markdown. */
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows]
    .map((cells, i) => (i === 1 ? `|${cells.join('|')}|` : `| ${cells.join(' | ')} |`))
    .join('\n');

/** The key lists of all screens, German beside English. */
function everyKey(): string {
  const english = textsFor('en').screens.menu;
  const titles = {
    menu: 'Menu',
    checkin: english.reception,
    desk: english.desk,
    statistics: english.statistics,
  };
  return keyTableScreens
    .map((screen) => {
      const german = keyTable(screen, 'de');
      const rows = keyTable(screen, 'en').map(({ keys, does }, i) => [
        german[i]?.keys ?? keys,
        german[i]?.does ?? '',
        does,
      ]);
      return `## ${titles[screen]}\n\n${table(['Taste', 'Deutsch', 'English'], rows)}`;
    })
    .join('\n\n');
}

/** One screen's keys for who works at it, without those that only move about in lists. */
function keysOf(screen: Screen): string {
  const moving = new Set(Object.values(movingKeys()));
  const rows = keyTable(screen, 'de').filter(({ does }) => !moving.has(does));
  return table(
    ['Taste', 'Was sie tut'],
    rows.map(({ keys, does }: KeyRow) => [keys, does]),
  );
}

function movingKeys() {
  const { up, down, pageUp, pageDown, first, last } = textsFor('de').keys.common;
  return { up, down, pageUp, pageDown, first, last };
}

const words = textsFor('en');

/** What somebody needs on the first day: the screen, what it is called, and what its keys do. */
const keysToBeginWith: readonly (readonly [Screen, string, readonly string[]])[] = [
  [
    'checkin',
    'reception',
    [
      words.checkin.keys.appointment,
      words.checkin.keys.information,
      words.checkin.keys.visitors,
      words.checkin.keys.blank,
    ],
  ],
  [
    'desk',
    'desk',
    [
      words.desk.keys.recall,
      words.desk.keys.noShow,
      words.desk.keys.outcome,
      words.desk.keys.park,
      words.desk.keys.pause,
    ],
  ],
  ['statistics', 'team lead', [words.statistics.keys.desk, words.statistics.keys.correct]],
  ['desk', 'everywhere', [words.desk.keys.undo, words.signals.keys.help, words.keys.common.leave]],
];

const mostKeys = (): string =>
  table(
    ['where', 'key', ''],
    keysToBeginWith.flatMap(([screen, where, names]) =>
      keyTable(screen, 'en')
        .filter(({ does }) => names.includes(does))
        .map(({ keys, does }) => [where, keys, does]),
    ),
  );

const generated: Readonly<Record<string, () => string>> = {
  keys: everyKey,
  'keys most': mostKeys,
  'keys checkin': () => keysOf('checkin'),
  'keys desk': () => keysOf('desk'),
  'keys statistics': () => keysOf('statistics'),
};

/** The page with everything between `<!-- NAME -->` and the next `<!-- /keys -->` made anew. */
function withKeys(text: string): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const renewed = text.replaceAll(/<!-- (keys[ a-z]*) -->\n[^]*?<!-- \/keys -->/g, (_, name: string) => {
    names.push(name);
    return `<!-- ${name} -->\n\n${generated[name]?.() ?? ''}\n\n<!-- /keys -->`;
  });
  return { text: renewed, names };
}

describe('the pages list every key as the program knows it', () => {
  test.each([
    ['README.md', ['keys most']],
    ['docs/keys.md', ['keys']],
    ['docs/handbuch.md', ['keys checkin', 'keys desk', 'keys statistics']],
  ])('%s', (name, expected) => {
    const { text, names } = withKeys(readFileSync(page(name), 'utf8'));
    expect(names).toEqual(expected);
    expectGolden(text, page(name));
  });
});

describe('the handbook speaks of no key that its screen does not have', () => {
  const [, ...chapters] = readFileSync(page('docs/handbuch.md'), 'utf8').split(/^## /m);
  const screensOf = (title: string): readonly Screen[] =>
    title === 'Empfang'
      ? ['checkin']
      : title === 'Teamleitung'
        ? ['statistics']
        : title.startsWith('Eingangszone')
          ? ['desk']
          : keyTableScreens;

  test.each(chapters.map((text) => ({ title: text.split('\n', 1)[0] ?? '', text })))(
    '$title',
    ({ title, text }) => {
      const known = screensOf(title).flatMap((screen) =>
        keyTable(screen, 'de').flatMap(({ keys }) => keys.split(', ')),
      );
      const named = [...text.matchAll(/\(([A-Z])\)|(Strg\+[A-Z])/g)].map(
        ([, letter, ctrl]) => letter ?? ctrl ?? '',
      );
      expect(named.filter((key) => !known.includes(key))).toEqual([]);
    },
  );
});

describe('README', () => {
  const readme = readFileSync(page('README.md'), 'utf8');

  test('names the two commands that do everything, and CI runs the second', () => {
    expect(readme).toContain('\nnpm ci && npm start\n');
    expect(readme).toContain('\nnpm ci && npm test\n');
    expect(readFileSync(page('.ci/run'), 'utf8').trimEnd().split('\n').at(-1)).toBe('npm ci && npm test');
  });
});
