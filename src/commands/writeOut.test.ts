import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { writeOut } from './writeOut.js';

describe('a file that is written out', () => {
  test('is new, or takes the place of the old one with its rights; nothing is left beside it', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'bericht.csv');
    await writeOut(file, 'eins');
    expect(readFileSync(file, 'utf8')).toBe('eins');
    chmodSync(file, 0o640);
    await writeOut(file, new Uint8Array([1, 2, 3]));
    expect([...readFileSync(file)]).toEqual([1, 2, 3]);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['bericht.csv']);
  });

  test('is whole for whoever has the old one open', async () => {
    const file = join(temporaryFolder(), 'bericht.html');
    writeFileSync(file, 'alt');
    const reader = await open(file);
    await writeOut(file, 'neu');
    expect(await reader.readFile('utf8')).toBe('alt');
    await reader.close();
  });

  test('behind a link leaves the link', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'there'), 'alt');
    symlinkSync('there', join(folder, 'link'));
    await writeOut(join(folder, 'link'), 'neu');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('neu');
  });

  test('that is a folder, or in none, fails and leaves all as it was', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'bericht'));
    await expect(writeOut(join(folder, 'bericht'), 'neu')).rejects.toThrow('EISDIR');
    await expect(writeOut(join(folder, 'none', 'bericht'), 'neu')).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual(['bericht']);
  });

  test.skipIf(process.platform === 'win32')('that is a pipe stays one', async () => {
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([
      open(pipe).then(async (handle) => {
        const text = await handle.readFile('utf8');
        await handle.close();
        return text;
      }),
      writeOut(pipe, 'durch'),
    ]);
    expect(read).toBe('durch');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});
