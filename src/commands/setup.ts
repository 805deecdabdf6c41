import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { nearName } from '../server/nearName.js';
import { planChange } from '../server/settingChange.js';
import { checkSettings, type Settings } from '../server/settings.js';
import { storeChange } from '../server/settingStore.js';
import { BadSettings, makeStore, readSettingsFile, settingsFile } from '../server/store.js';
import { textsFor, type Language } from '../texts/texts.js';
import { serverUrl } from './findServer.js';
import { Failure, refused } from './fail.js';
import { hasTerminal, languageOf, storeOf, type Globals } from './globals.js';
import { withOwnStore } from './ownStore.js';
import { answerKeys, isAsked, problemWith, proposalFor, siteOf, type Answers } from './setupAnswers.js';
import { askAll } from './setupDialogue.js';
import { stationLines } from './stationLines.js';

export interface SetupOptions {
  /** A JSON file with what would be asked. */
  readonly answers?: string;
}

const usualServer = 'ws://127.0.0.1:7717';

/** `beo setup`: makes a site from a few answers, beside those that are there, and names the line for every station. */
export async function runSetup(options: SetupOptions & Globals): Promise<void> {
  const words = textsFor(languageOf(options)).setup;
  if (options.answers === undefined && !hasTerminal()) {
    throw new Failure('noTerminal', words.noTerminal, 2);
  }
  const known = await knownSites(options);
  const answers =
    options.answers === undefined
      ? await askAll(known, options)
      : await readAnswers(options.answers, known, options);
  const id = answers.id ?? '';
  const settings = await addSite(id, siteOf(answers, languageOf(options)), options);
  await tell(id, settings, answers.language === 'en' ? 'en' : 'de', options);
}

/** Refused at once where a server runs: nobody should answer in vain. */
async function knownSites(options: Globals): Promise<string[]> {
  if (!existsSync(storeOf(options))) return [];
  return withOwnStore(options, async (store) =>
    Object.keys((await readSettingsFile(store))?.settings.sites ?? {}),
  );
}

/** The answers of a file, and for what it leaves out the proposals. */
async function readAnswers(file: string, known: readonly string[], options: Globals): Promise<Answers> {
  const language = languageOf(options);
  const { failures, setup: words } = textsFor(language);
  const written = await readFile(file, 'utf8').catch(() => {
    throw new Failure('noFile', failures.noFile({ file }));
  });
  const said = new Map(Object.entries(parsed(written, file, failures)));
  const names: readonly string[] = answerKeys;
  const strange = [...said.keys()].find((key) => !names.includes(key));
  if (strange !== undefined) {
    const message = words.unknownAnswer({ key: strange, near: nearName(strange, names) });
    throw new Failure('unknownAnswer', message);
  }
  let given: Answers = {};
  for (const key of answerKeys) {
    if (!isAsked(key, given)) continue;
    const answer = said.get(key) ?? proposalFor(key, given, language) ?? '';
    given = {
      ...given,
      [key]: typeof answer === 'string' || typeof answer === 'number' ? `${answer}`.trim() : '',
    };
    const problem = problemWith(key, given, { known, language });
    if (problem !== undefined) throw new Failure('badAnswer', words.badAnswer({ key, problem }));
  }
  return given;
}

function parsed(
  content: string,
  file: string,
  failures: ReturnType<typeof textsFor>['failures'],
): Record<string, unknown> {
  try {
    const answers: unknown = JSON.parse(content);
    if (typeof answers === 'object' && answers !== null) return answers as Record<string, unknown>;
    throw new Error('no object');
  } catch (error) {
    const { message } = error as Error;
    throw new Failure('UnreadableFile', failures.unreadableFile({ file, problem: message }));
  }
}

/** Adds the site to those of the store, or makes the store's first one. */
async function addSite(id: string, site: object, options: Globals): Promise<Settings> {
  await makeStore(storeOf(options));
  return withOwnStore(options, async (store) => {
    const stored = await readSettingsFile(store);
    const path = ['sites', id];
    const language = languageOf(options);
    if (stored && id in stored.settings.sites) {
      throw new Failure('siteThere', textsFor(language).setup.problems.siteThere({ id }));
    }
    const planned = stored
      ? planChange(stored.content, path, { value: site })
      : firstSite(id, site, settingsFile(store));
    if ('rejection' in planned) throw refused(planned.rejection, language);
    await storeChange(store, planned, { now: Date.now(), by: 'machine' });
    return planned.settings;
  });
}

function firstSite(id: string, site: object, file: string) {
  const content = { version: 1, sites: { [id]: site } };
  const checked = checkSettings(content);
  if ('problems' in checked) throw new BadSettings(file, checked.problems);
  const { settings } = checked;
  return { content, path: `sites.${id}`, after: settings.sites[id], settings };
}

async function tell(id: string, { sites }: Settings, language: Language, options: Globals): Promise<void> {
  const words = textsFor(languageOf(options)).setup;
  const settings = sites[id];
  if (!settings) throw new Error(`the site ${id} is missing`);
  const stations = stationLines({
    site: id,
    settings,
    isOneOfSeveral: Object.keys(sites).length > 1,
    server: options.server === undefined ? usualServer : await serverUrl(options),
    language,
  });
  const start = options.data === undefined ? 'beo server' : `beo server --data ${options.data}`;
  const file = settingsFile(storeOf(options));
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ site: id, file, server: start, stations })}\n`);
    return;
  }
  const width = Math.max(...stations.map(({ station }) => station.length));
  process.stdout.write(
    [
      words.done({ site: id, file }),
      '',
      words.startServer,
      `  ${start}`,
      '',
      words.startStations,
      ...stations.map(({ station, line }) => `  ${station.padEnd(width)}  ${line}`),
      ...(Object.keys(sites).length > 1 ? ['', words.severalSites] : []),
      '',
    ].join('\n'),
  );
}
