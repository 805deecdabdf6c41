import { readFile } from 'node:fs/promises';
import { checkSettings } from '../server/settings.js';
import { BadSettings, readSettings, settingsFile } from '../server/store.js';
import exampleSettings from '../../data/examples/herford.json' with { type: 'json' };
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';

/** `beo settings show` prints every setting with its defaults; `check` says what is wrong with a file. */
export async function runSettings(
  action: 'show' | 'check',
  file: string | undefined,
  options: Globals,
): Promise<void> {
  if (action === 'check') await check(file ?? settingsFile(storeOf(options)), options);
  else await show(options);
}

async function show(options: Globals): Promise<void> {
  const store = storeOf(options);
  const stored = await readSettings(store);
  if (!stored) process.stderr.write(`${textsFor(languageOf(options)).commands.settings.notYet({ store })}\n`);
  const shown = stored ?? checkSettings(exampleSettings);
  process.stdout.write(`${JSON.stringify('settings' in shown ? shown.settings : shown, null, 2)}\n`);
}

async function check(file: string, options: Globals): Promise<void> {
  const texts = textsFor(languageOf(options));
  const checked = checkSettings(await readJson(file, options));
  if ('settings' in checked) {
    const sites = Object.keys(checked.settings.sites);
    const line = options.json
      ? JSON.stringify({ file, ok: true, sites })
      : texts.commands.settings.right({ file, sites });
    process.stdout.write(`${line}\n`);
    return;
  }
  throw new BadSettings(file, checked.problems);
}

async function readJson(file: string, options: Globals): Promise<unknown> {
  const { failures } = textsFor(languageOf(options));
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch {
    throw new Failure('noFile', failures.noFile({ file }));
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Failure('UnreadableFile', failures.unreadableFile({ file, problem: (error as Error).message }));
  }
}
