import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * What a text should be, from its file. `UPDATE_GOLDEN=1` writes the file anew from the text that is; look at the
 * difference before it is committed.
 */
export function golden(file: URL, text: string): string {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  return readFileSync(file, 'utf8');
}

/** Compares a text with its file. */
export function expectGolden(text: string, file: URL): void {
  expect(text).toBe(golden(file, text));
}
