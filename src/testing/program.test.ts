import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Program, type ProgramOptions } from './program.js';
import { makeTemporaryFolder, temporaryFolder } from './temporaryFolder.js';

/** Starts a few lines of a program. */
function start(source: string, options: ProgramOptions = {}): Program {
  const file = join(temporaryFolder(), 'program.mjs');
  writeFileSync(file, source);
  return Program.start(['one', 'two'], { ...options, file });
}

const forEver = `setInterval(() => {}, 1000); console.log('ready');`;

test('collects what a program writes, and how it ended', async () => {
  const program = start(`
    console.log(process.argv.slice(2).join());
    console.error('Umlaut: ü');
    process.exitCode = 3;
  `);
  expect(await program.finished).toEqual({
    exitCode: 3,
    signal: null,
    stdout: 'one,two\n',
    stderr: 'Umlaut: ü\n',
  });
});

test('hands over stdin, or nothing', async () => {
  const source = `process.stdin.on('data', (chunk) => process.stdout.write(chunk.toString().toUpperCase()));`;
  expect(await start(source, { input: 'ein wort' }).finished).toMatchObject({
    stdout: 'EIN WORT',
    exitCode: 0,
  });
  expect(await start(source).finished).toMatchObject({ stdout: '', exitCode: 0 });
});

test('waits for a whole line, and resolves with what the pattern caught', async () => {
  const program = start(`
    process.stdout.write('listening on ');
    setTimeout(() => process.stdout.write('port 7717\\n'), 1);
    ${forEver.replace('ready', 'other')}
  `);
  const [, port] = await program.until(/port (\d+)$/);
  expect(port).toBe('7717');
});

test('a wait ends at once when the program is gone, and shows what it wrote', async () => {
  const program = start(`console.error('no such store'); process.exitCode = 1;`);
  await expect(program.until(/listening/)).rejects.toThrow(
    /exit code 1 before it showed \/listening\/[^]*no such store/,
  );
});

describe('stop', () => {
  test('asks the program to end', async () => {
    const program = start(
      `process.on('SIGTERM', () => { console.log('bye'); process.exit(0); }); ${forEver}`,
    );
    await program.until(/ready/);
    expect(await program.stop()).toMatchObject({ exitCode: 0, stdout: 'ready\nbye\n' });
    expect(await program.stop()).toMatchObject({ exitCode: 0 });
  });

  test('kills a program that does not listen, and says so', async () => {
    const program = start(`process.on('SIGTERM', () => {}); ${forEver}`);
    await program.until(/ready/);
    await expect(program.stop(100)).rejects.toThrow('did not end');
    expect(await program.finished).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  });
});

test('runs the built launcher unless told otherwise', async () => {
  const { exitCode, stdout } = await Program.run(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(exitCode).toBe(0);
});

describe('nothing outlives its test', () => {
  let program: Program;
  let folder: string;

  test('a program and a folder are there during the test', async () => {
    folder = temporaryFolder();
    program = start(forEver);
    await program.until(/ready/);
    expect(existsSync(folder)).toBe(true);
  });

  test('and gone in the next one', async () => {
    expect(await program.finished).toMatchObject({ signal: 'SIGKILL' });
    expect(existsSync(folder)).toBe(false);
  });

  test('a folder may be removed before that', () => {
    const own = makeTemporaryFolder();
    own.remove();
    expect(existsSync(own.path)).toBe(false);
    own.remove();
  });
});
