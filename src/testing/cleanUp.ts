import { afterAll, onTestFinished, TestRunner } from 'vitest';

type Clean = () => unknown;

/** What no test owns, because it was made in a beforeAll. */
const left: Clean[] = [];

// Registered while the test file loads, before its own hooks, and so called after them.
afterAll(async () => {
  await cleanAll(left.splice(0));
});

/**
 * Calls `clean` when the running test is over, however it ends; made in a beforeAll, when the file's tests are over.
 * The last one registered goes first.
 */
export function cleanUp(clean: Clean): void {
  if (TestRunner.getCurrentTest() === undefined) left.push(clean);
  else onTestFinished(async () => cleanAll([clean]));
}

async function cleanAll(all: readonly Clean[]): Promise<void> {
  for (const clean of all.toReversed()) {
    await clean();
  }
}
