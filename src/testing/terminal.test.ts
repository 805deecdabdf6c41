import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporaryFolder.js';
import { keys, Terminal, type TerminalOptions } from './terminal.js';

/** Starts a few lines of a program in a terminal. */
function show(source: string, options: TerminalOptions = {}): Terminal {
  const file = join(temporaryFolder(), 'program.mjs');
  writeFileSync(file, source);
  return Terminal.start([], { ...options, file });
}

/** Writes what it reads, byte by byte as hexadecimal numbers. */
const echo = `
  process.stdin.setRawMode(true);
  process.stdin.on('data', (chunk) => console.log('[' + chunk.toString('hex') + ']'));
  console.log('ready');
`;

test('shows what a person would see, and how it ended', async () => {
  const terminal = show(`
    process.stdout.write('\\x1b]2;Platz 1\\x07\\x07first\\nWeiße Bögen\\x1b[1;1Hover');
    process.exitCode = 3;
  `);
  expect(await terminal.exited).toEqual({ exitCode: 3, signal: null });
  expect(terminal.lines.slice(0, 3)).toEqual(['overt', 'Weiße Bögen', '']);
  expect(terminal.lines).toHaveLength(24);
  expect(terminal.title).toBe('Platz 1');
  expect(terminal.bells).toBe(1);
  expect(terminal.rawOutput).toContain('\x1b[1;1H');
});

test('tells the style of a text, behind wide characters too', async () => {
  const terminal = show(`
    process.stdout.write('plain \\x1b[1;7mbold\\x1b[0m 受付 \\x1b[31;44mred\\x1b[38;2;1;2;255mtrue\\x1b[38;5;99m99\\x1b[0m');
  `);
  await terminal.until('99');
  expect(terminal.styleOf('plain')).toMatchObject({ bold: false, inverse: false, color: 'default' });
  expect(terminal.styleOf('bold')).toMatchObject({ bold: true, inverse: true });
  expect(terminal.styleOf('red')).toMatchObject({ color: 'red', background: 'blue' });
  expect(terminal.styleOf('true')).toMatchObject({ color: '#0102ff' });
  expect(terminal.styleOf('99')).toMatchObject({ color: 99 });
  expect(() => terminal.styleOf('absent')).toThrow('plain bold');
});

test('presses keys one by one, and sends a scan in one piece', async () => {
  const terminal = show(echo);
  await terminal.until('ready');
  await terminal.press('ü');
  await terminal.until('[c3bc]');
  await terminal.press(keys.down);
  await terminal.until('[1b5b42]');
  await terminal.press(keys.ctrl('c'));
  await terminal.until('[03]');
  terminal.send('12\r');
  await terminal.until(/\[31320d\]/);
});

test('has the size that was asked for, and tells the program when it changes', async () => {
  const terminal = show(
    `
    const show = () => console.log(process.stdout.columns + 'x' + process.stdout.rows);
    process.stdout.on('resize', show);
    process.stdin.resume();
    show();
    `,
    { columns: 40, rows: 10 },
  );
  await terminal.until('40x10');
  terminal.resize(100, 30);
  await terminal.until('100x30');
  expect(terminal.lines).toHaveLength(30);
});

test('knows the alternate screen', async () => {
  const terminal = show(`
    process.stdin.setRawMode(true);
    process.stdout.write('below\\n\\x1b[?1049hon top');
    process.stdin.once('data', () => { process.stdout.write('\\x1b[?1049l'); process.stdin.pause(); });
  `);
  await terminal.until('on top');
  expect(terminal.alternate).toBe(true);
  expect(terminal.text()).not.toContain('below');
  await terminal.press('q');
  await terminal.exited;
  expect(terminal.alternate).toBe(false);
  expect(terminal.lines[0]).toBe('below');
});

test('looks like a person’s terminal, not like a test run', async () => {
  const terminal = show(
    `
    const names = ['CI', 'VITEST', 'NODE_ENV', 'NO_COLOR', 'BEO_SERVER', 'TERM', 'COLORTERM', 'LANG', 'OFFICE'];
    for (const name of names) console.log(name + '=' + process.env[name]);
    `,
    { env: { OFFICE: 'Herford' } },
  );
  await terminal.exited;
  expect(terminal.lines.slice(0, 9)).toEqual([
    'CI=undefined',
    'VITEST=undefined',
    'NODE_ENV=undefined',
    'NO_COLOR=undefined',
    'BEO_SERVER=undefined',
    'TERM=xterm-256color',
    'COLORTERM=truecolor',
    'LANG=de_DE.UTF-8',
    'OFFICE=Herford',
  ]);
});

test('a wait that fails shows the screen: after the time, or at once when the program is gone', async () => {
  const terminal = show(echo);
  await terminal.until('ready');
  await expect(terminal.until('never', 'the ticket', 50)).rejects.toThrow(
    /50 ms were over before it showed the ticket\. It showed:\nready/,
  );
  const gone = terminal.until('never');
  terminal.signal('SIGTERM');
  await expect(gone).rejects.toThrow(/ended by SIGTERM before it showed never[^]*ready/);
  await expect(terminal.until('never')).rejects.toThrow('ended by SIGTERM');
  await terminal.until('ready');
});

test('a condition that throws fails the wait with its own error', async () => {
  const terminal = show(echo);
  const wait = terminal.until((text) => {
    if (text.includes('ready')) throw new TypeError('no such line');
    return false;
  });
  await expect(wait).rejects.toThrow('no such line');
});

test('kills the program, and a second time without harm', async () => {
  const terminal = show(echo);
  expect(await terminal.kill()).toEqual({ exitCode: null, signal: 'SIGKILL' });
  expect(await terminal.kill()).toEqual({ exitCode: null, signal: 'SIGKILL' });
});
