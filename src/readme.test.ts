import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keyTable, keyTableScreens } from './screens/keyTable.js';
import { textsFor } from './texts/texts.js';
import { expectGolden } from './testing/golden.js';

const file = new URL('../README.md', import.meta.url);
const start = '<!-- keys -->\n';
const end = '<!-- /keys -->';

/** The key lists of the screens as README shows them, German beside English. */
function keysSection(): string {
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
      const rows = keyTable(screen, 'en').map(
        ({ keys, does }, i) => `| ${german[i]?.keys ?? keys} | ${german[i]?.does ?? ''} | ${does} |`,
      );
      return [
        `### ${titles[screen]}`,
        '',
        '| Taste | Deutsch | English |',
        '|---|---|---|',
        ...rows,
        '',
      ].join('\n');
    })
    .join('\n');
}

describe('README', () => {
  test('lists every key of every screen as the program knows them', () => {
    const readme = readFileSync(file, 'utf8');
    const [before = '', rest = ''] = readme.split(start, 2);
    const after = rest.slice(rest.indexOf(end));
    expectGolden(`${before}${start}\n${keysSection()}\n${after}`, file);
  });

  test('names the two commands that do everything, and CI runs the second', () => {
    const readme = readFileSync(file, 'utf8');
    expect(readme).toContain('\nnpm ci && npm start\n');
    expect(readme).toContain('\nnpm ci && npm test\n');
    expect(
      readFileSync(new URL('../.ci/run', import.meta.url), 'utf8')
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('npm ci && npm test');
  });
});
