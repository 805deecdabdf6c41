import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUp } from './cleanUp.js';

/** A folder of the test's own on the real disk. */
export interface TemporaryFolder {
  /** Absolute. */
  readonly path: string;
  /** Deletes the folder with all that is in it. May be called twice. */
  remove(): void;
}

/** Removed when the test is over; made in a beforeAll, when the tests of the file are. */
export function makeTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'beo-test-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  cleanUp(remove);
  return { path, remove };
}

/** Path of a new, empty folder; see {@link makeTemporaryFolder} for how long it lasts. */
export function temporaryFolder(): string {
  return makeTemporaryFolder().path;
}
