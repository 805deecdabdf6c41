import { readFile } from 'node:fs/promises';
import { checkSettings, type Settings } from '../server/settings.js';
import { pathInSite, shortened } from '../server/settingHelp.js';
import { valueAt } from '../server/settingPaths.js';
import { readChanges, type RecordedChange } from '../server/settingStore.js';
import { exampleOfSettings } from '../server/firstSettings.js';
import { BadSettings, readSettings, settingsFile } from '../server/store.js';
import { dayOf, timeOf } from '../statistics/calendar.js';
import { formatDay } from '../texts/format.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { isNamed, languageOf, namedServer, storeOf, type Globals } from './globals.js';
import { oneSite } from './oneSite.js';
import { changeSetting } from './settingsChange.js';
import { explain } from './settingsExplain.js';
import { knownSetting, pathOf } from './settingsPath.js';
import { storedSettings } from './storedSite.js';

export type SettingsAction = 'show' | 'check' | 'explain' | 'set' | 'unset' | 'log';

export interface SettingsOptions {
  readonly dryRun?: true;
}

interface Words {
  readonly path: string | undefined;
  readonly value: string | undefined;
}

/** `beo settings`: shows, checks, explains and changes the settings, and tells how they were changed. */
export async function runSettings(
  action: SettingsAction,
  { path, value }: Words,
  options: SettingsOptions & Globals,
): Promise<void> {
  const { failures } = textsFor(languageOf(options));
  if (value !== undefined && action !== 'set') {
    throw new Failure('usage', failures.excessArguments(), 2);
  }
  switch (action) {
    case 'show':
      return show(path, options);
    case 'check':
      return check(path ?? settingsFile(storeOf(options)), options);
    case 'explain':
      return explain(path, await shownSettings(options), options);
    case 'log':
      return log(options);
    case 'set':
    case 'unset':
      if (path === undefined) throw new Failure('pathMissing', failures.pathMissing(), 2);
      if (action === 'set' && value === undefined) {
        throw new Failure('valueMissing', failures.valueMissing({ path }), 2);
      }
      return changeSetting(path, value, options);
  }
}

async function show(path: string | undefined, options: Globals): Promise<void> {
  const settings = await shownSettings(options);
  const shown = path === undefined ? settings : valueIn(settings, path, options);
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
}

/** What is in force at a setting; nothing is null. */
function valueIn(settings: Settings, words: string, options: Globals): unknown {
  const path = pathOf(words, settings, options);
  knownSetting(path, options);
  return valueAt(settings, path) ?? null;
}

/** The store's settings, or those that a store begins with. */
async function shownSettings(options: Globals): Promise<Settings> {
  const store = storeOf(options);
  const stored = await readSettings(store);
  refuseElsewhere(stored !== undefined, options);
  if (!stored) process.stderr.write(`${textsFor(languageOf(options)).commands.settings.notYet({ store })}\n`);
  return stored ?? exampleOfSettings();
}

/** Settings are read where the store is: those of another machine's server nobody can show here. */
function refuseElsewhere(hasStore: boolean, options: Globals): void {
  if (options.server === undefined && (hasStore || !isNamed(options))) return;
  const url = namedServer(options) ?? '';
  throw new Failure('onlyOnItsMachine', textsFor(languageOf(options)).failures.onlyOnItsMachine({ url }));
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

/** The changes on record, of the site that was named or of all. */
async function log(options: Globals): Promise<void> {
  refuseElsewhere((await readSettings(storeOf(options))) !== undefined, options);
  const settings = await storedSettings(options);
  const site = oneSite(options);
  const changes = (await readChanges(storeOf(options), settings)).filter(
    ({ path }) => site === undefined || path.split('.')[1] === site,
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ changes })}\n`);
    return;
  }
  const texts = textsFor(languageOf(options)).commands.settings;
  const lines = changes.map((change) => lineOf(change, settings, options));
  process.stdout.write(`${lines.length === 0 ? texts.noChanges : lines.join('\n')}\n`);
}

function lineOf({ at, by, path, ...values }: RecordedChange, { sites }: Settings, options: Globals): string {
  const language = languageOf(options);
  const texts = textsFor(language).commands.settings;
  const zone = sites[path.split('.')[1] ?? '']?.zone ?? 'UTC';
  const isOnly = Object.keys(sites).length === 1;
  const changed = texts.changed({
    path: isOnly ? pathInSite(path) : path,
    before: 'before' in values ? shortened(values.before) : texts.nothing,
    after: 'after' in values ? shortened(values.after) : texts.nothing,
  });
  const instant = Date.parse(at);
  const when = `${formatDay(dayOf(instant, zone), language)} ${timeOf(instant, zone)}`;
  return `${when}  ${texts.by[by]}  ${changed}`;
}
