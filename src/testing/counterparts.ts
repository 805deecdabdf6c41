import { execFile } from 'node:child_process';
import { accessSync, constants, readFileSync, readdirSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { makeTemporaryFolder } from './temporaryFolder.js';

/*
 * Programs that real people open a report with. They are no part of the checkout: where one is missing, its tests are
 * skipped and say so. On Debian: apt-get install chromium libreoffice-calc-nogui poppler-utils
 */

const run = promisify(execFile);

function find(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const chromium = find('chromium', 'chromium-browser', 'google-chrome');
export const libreOffice = find('soffice', 'libreoffice');
export const pdfToText = find('pdftotext');

/** Ends a title: nothing, or why the tests below it are skipped. */
export const unless = (program: string | undefined, name: string): string =>
  program === undefined ? ` (skipped: there is no ${name} here)` : '';

/**
 * Opens a file in LibreOffice and saves it as another: `to` as its --convert-to takes it, `csv:…` or `pdf`. Gives the
 * contents of all files that come of it, by name.
 */
export async function convert(
  file: string,
  to: string,
  options: readonly string[] = [],
): Promise<Record<string, Buffer>> {
  if (libreOffice === undefined) throw new Error('no LibreOffice');
  const profile = makeTemporaryFolder();
  const out = makeTemporaryFolder();
  await run(libreOffice, [
    `-env:UserInstallation=${pathToFileURL(profile.path).href}`,
    '--headless',
    ...options,
    '--convert-to',
    to,
    '--outdir',
    out.path,
    file,
  ]);
  const made = readdirSync(out.path).map((name) => [name, readFileSync(join(out.path, name))] as const);
  if (made.length === 0) throw new Error(`LibreOffice made nothing of ${basename(file)}.`);
  return Object.fromEntries(made);
}

/** The words of a PDF, a string a page. */
export async function pagesOf(pdf: string): Promise<string[]> {
  if (pdfToText === undefined) throw new Error('no pdftotext');
  const { stdout } = await run(pdfToText, ['-layout', pdf, '-']);
  return stdout.split('\f').slice(0, -1);
}
