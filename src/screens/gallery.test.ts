import { mkdirSync, readdirSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import chalk from 'chalk';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { drawnFrame, frameText } from '../testing/frames/drawnFrame.js';
import { frameSvg } from '../testing/frames/frameSvg.js';
import { chapters, galleryPage, picturesOf } from '../testing/frames/gallery.js';
import { expectGolden } from '../testing/golden.js';

const folder = new URL('../../docs/screens/', import.meta.url);
const pictures = chapters.flatMap(({ scenes }) => scenes.flatMap(picturesOf));

const { level } = chalk;
beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  // The sixteen colours, as every terminal has them.
  chalk.level = 1;
});
afterAll(() => {
  chalk.level = level;
});

test.each(pictures)('docs/screens/$file', async ({ file, scene, options }) => {
  // No clock ticks, and the display's languages do not take turns.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const screen = await scene.play(options);
  const frame = screen.frame();
  const size = options.screenReader ? sizeOf(frame) : options;
  const drawn = await drawnFrame(frame, size);
  expectGolden(frameText(drawn), new URL(`${file}.txt`, folder));
  expectGolden(frameSvg(drawn, scene.about), new URL(`${file}.svg`, folder));
});

test('the index names every picture, and no other files are there', () => {
  expectGolden(galleryPage(), new URL('README.md', folder));
  const files = pictures.flatMap(({ file }) => [`${file}.txt`, `${file}.svg`]);
  expect(readdirSync(folder).toSorted()).toEqual([...files, 'README.md'].toSorted());
});

/** Linear text has no size of its own. */
function sizeOf(frame: string): { columns: number; rows: number } {
  const lines = stripVTControlCharacters(frame).split('\n');
  return { columns: Math.max(...lines.map(({ length }) => length)), rows: lines.length };
}
