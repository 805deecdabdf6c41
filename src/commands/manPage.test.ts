import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { expectGolden } from '../testing/golden.js';
import { manPage } from '../testing/manPage.js';
import { runTool, whyNo } from '../testing/tools.js';
import { outlineOf } from './outline.js';
import { buildProgram } from './program.js';

const file = new URL('../../docs/beo.1', import.meta.url);

test('the manual page has every command, argument and option as the program knows them', async () => {
  expectGolden(manPage(outlineOf(buildProgram('en'))), file);
});

test('the package brings it', () => {
  expect(packageJson.man).toEqual(['docs/beo.1']);
  expect(packageJson.files).toEqual(expect.arrayContaining(packageJson.man));
});

const unable = whyNo('mandoc');

test.skipIf(unable)('mandoc finds no fault in it, and shows it', () => {
  const page = readFileSync(file, 'utf8');
  // It has no date: the version in its foot says when it is from.
  const faults = runTool('mandoc', ['-T', 'lint', '-W', 'warning'], page).stdout.split('\n').filter(Boolean);
  expect(faults.filter((line) => !line.includes('missing date'))).toEqual([]);
  const { stdout } = runTool('mandoc', ['-T', 'ascii', '-O', 'width=100'], page);
  // Bold is a character, a step back, and the character again.
  const shown = stdout.split(/.[\b]/).join('');
  expect(shown).toContain('beo desk <desk> [action] [subject]');
  expect(shown).toMatch(/--metrics-from <network>\n +address or network \(10\.1\.0\.0\/16\)/);
});
