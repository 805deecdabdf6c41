import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Program, type Finished } from './program.js';
import { temporaryFolder } from './temporaryFolder.js';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Runs these test files with the project's own settings; vitest's `expect` and the rest are there. */
async function runTests(files: Readonly<Record<string, string>>): Promise<Finished> {
  const root = temporaryFolder();
  mkdirSync(join(root, 'src'));
  for (const [name, source] of Object.entries(files)) writeFileSync(join(root, 'src', name), source);
  const args = ['run', '--globals', '--root', root, '--config', fromRoot('vitest.config.ts')];
  return Program.run(args, { file: fromRoot('node_modules/vitest/vitest.mjs') });
}

const lastLine = ({ stdout }: Finished) => stdout.trimEnd().split('\n').at(-1);

test('the last line counts the test cases', async () => {
  const run = await runTests({ 'good.test.ts': `test('one', () => {}); test.each([1, 2])('%i', () => {});` });
  expect(lastLine(run)).toBe('3 passed, 0 failed');
  expect(run.exitCode).toBe(0);
});

test('what fails outside of a test case counts as a failure too', async () => {
  const run = await runTests({
    'mixed.test.ts': `test('good', () => {}); test('bad', () => expect(1).toBe(2)); test.skip('later', () => {});`,
    'hook.test.ts': `describe('hook', () => { beforeAll(() => { throw new Error('no'); }); test('never', () => {}); });`,
    'missing.test.ts': `import './nowhere.js'; test('never', () => {});`,
    'late.test.ts': `test('good', () => { Promise.reject(new Error('nobody waits')); });`,
  });
  expect(lastLine(run)).toBe('2 passed, 4 failed, 2 skipped');
  expect(run.exitCode).toBe(1);
});

test('what was skipped for a reason says so before the last line', async () => {
  const run = await runTests({
    'disk.test.ts': `beforeEach(({ skip }) => skip('no disk')); test('one', () => {}); test('two', () => {});`,
  });
  expect(run.stdout.trimEnd().split('\n').slice(-2)).toEqual([
    '2 skipped: no disk',
    '0 passed, 0 failed, 2 skipped',
  ]);
  expect(run.exitCode).toBe(0);
});

test('a run without tests has failed', async () => {
  expect(lastLine(await runTests({}))).toBe('0 passed, 1 failed');
});
