import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { announcementOf } from '../screens/display/announcement.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { announcer } from './announcer.js';

const called = (number: string, fetched = false) =>
  announcementOf({ number, place: 'Platz 1; rm -rf "$HOME"', fetched, calledAt: 0 });

/** A program that writes what it was given to a file of lines, and whatever else it does. */
function program(folder: string, name: string, body = ''): string {
  const path = join(folder, name);
  const written = join(folder, 'calls');
  writeFileSync(
    path,
    `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const { BEO_NUMBER, BEO_PLACE, BEO_TEXT_DE, BEO_TEXT_EN } = process.env;
const told = [BEO_NUMBER, BEO_PLACE, BEO_TEXT_DE, BEO_TEXT_EN];
appendFileSync(${JSON.stringify(written)}, JSON.stringify({ name: ${JSON.stringify(name)}, given: process.argv.slice(2), told }) + '\\n');
process.on('exit', () => appendFileSync(${JSON.stringify(written)}, JSON.stringify({ name: ${JSON.stringify(name)}, ended: true }) + '\\n'));
${body}
`,
  );
  chmodSync(path, 0o700);
  return path;
}

const linesOf = (folder: string): { name: string; given?: string[]; told?: string[]; ended?: true }[] =>
  existsSync(join(folder, 'calls'))
    ? readFileSync(join(folder, 'calls'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { name: string })
    : [];

test('the programs get number, place and both sentences as they are, one after the other', async () => {
  const folder = temporaryFolder();
  const problems: string[] = [];
  const announce = announcer({
    programs: [program(folder, 'gong', 'setTimeout(() => undefined, 50);'), program(folder, 'say')],
    log: (problem) => problems.push(problem),
  });
  await announce(called('E017'));
  const given = [
    'E017',
    'Platz 1; rm -rf "$HOME"',
    'Nummer E 17. Bitte zu Platz 1; rm -rf "$HOME".',
    'Number E 17. Please go to Platz 1; rm -rf "$HOME".',
  ];
  expect(linesOf(folder)).toEqual([
    { name: 'gong', given, told: given },
    { name: 'gong', ended: true },
    { name: 'say', given, told: given },
    { name: 'say', ended: true },
  ]);
  expect(problems).toEqual([]);
});

test('who is fetched is sent nowhere', async () => {
  const folder = temporaryFolder();
  await announcer({ programs: [program(folder, 'say')], log: () => undefined })(called('E1000', true));
  expect(linesOf(folder)[0]?.given).toEqual([
    'E1000',
    '',
    'Nummer E 1000. Bitte warten Sie, Sie werden abgeholt.',
    'Number E 1000. Please wait, you will be fetched.',
  ]);
});

test('one that fails, is missing or hangs is only logged, and the next one has its turn', async () => {
  const folder = temporaryFolder();
  const problems: string[] = [];
  const missing = join(folder, 'missing');
  const failing = program(folder, 'failing', 'process.exit(3);');
  const hanging = join(folder, 'hanging');
  // Its child would go on sounding if only the program itself were ended.
  writeFileSync(hanging, `#!/bin/sh\nsleep 600 & echo $! > '${join(folder, 'pid')}'\nwait\n`);
  chmodSync(hanging, 0o700);
  const last = program(folder, 'last');
  const log = (problem: string): void => {
    problems.push(problem);
  };
  await announcer({ programs: [missing, failing], log })(called('E017'));
  // Long enough for a busy machine to start it; a test that waited for less would prove nothing.
  await announcer({ programs: [hanging], log, withinMs: 3000 })(called('E017'));
  await announcer({ programs: [last], log })(called('E017'));
  expect(problems).toEqual([`${missing}: spawn ${missing} ENOENT`, `${failing}: 3`, `${hanging}: 3 s`]);
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
  expect(linesOf(folder).at(-1)).toEqual({ name: 'last', ended: true });
});

/** A process that was killed may still be in the table until its new parent has looked at it. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
