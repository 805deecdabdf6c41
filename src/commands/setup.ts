import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storeVersion } from '../server/migrations.js';
import { nearName } from '../server/nearName.js';
import { planChange } from '../server/settingChange.js';
import { checkSettings, type Settings } from '../server/settings.js';
import { storeChange } from '../server/settingStore.js';
import { BadSettings, makeStore, readSettingsFile, settingsFile } from '../server/store.js';
import { textsFor } from '../texts/texts.js';
import { serverUrl } from './findServer.js';
import { Failure, refused } from './fail.js';
import { hasTerminal, languageOf, storeOf, type Globals } from './globals.js';
import { withOwnStore } from './ownStore.js';
import {
  answerKeys,
  isAsked,
  isOnNetwork,
  problemWith,
  proposalFor,
  restsOn,
  siteOf,
  type Answers,
} from './setupAnswers.js';
import { askAll } from './setupDialogue.js';
import { serverLine, stationLines, tokenFileOf, type StationLine } from './stationLines.js';
import { makeStationTokens, makeTokenFolder, removeTokenFolder } from './stationTokens.js';

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
  const folder = isOnNetwork(answers) ? await makeTokenFolder(id, options) : undefined;
  const settings = await addSite(id, siteOf(answers, languageOf(options)), options).catch(
    async (error: unknown) => {
      if (folder !== undefined) await removeTokenFolder(folder);
      throw error;
    },
  );
  tell(await madeOf(answers, settings, folder, options), options);
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
    if (!isAsked(key, given)) {
      const needs = restsOn[key];
      if (!said.has(key) || needs === undefined) continue;
      throw new Failure('needlessAnswer', words.needlessAnswer({ key, needs }));
    }
    const answer = said.get(key) ?? proposalFor(key, given, language, options.server) ?? '';
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
  const content = { version: storeVersion, sites: { [id]: site } };
  const checked = checkSettings(content);
  if ('problems' in checked) throw new BadSettings(file, checked.problems);
  const { settings } = checked;
  return { content, path: `sites.${id}`, after: settings.sites[id], settings };
}

/** What there is now, and how it is started. */
interface Made {
  readonly site: string;
  readonly sites: readonly string[];
  readonly server: string;
  readonly stations: readonly StationLine[];
  /** Where the stations' tokens are. */
  readonly tokens: string | undefined;
  /** Stations reach the server by wss. */
  readonly isEncrypted: boolean;
}

async function madeOf(
  answers: Answers,
  { sites }: Settings,
  tokens: string | undefined,
  options: Globals,
): Promise<Made> {
  const site = answers.id ?? '';
  const settings = sites[site];
  if (!settings) throw new Error(`the site ${site} is missing`);
  const withTokens = tokens !== undefined;
  const named = options.server === undefined ? usualServer : await serverUrl(options);
  const address = withTokens ? (answers.address ?? named) : named;
  const stations = stationLines({
    site,
    settings,
    isOneOfSeveral: Object.keys(sites).length > 1,
    server: address,
    withTokens,
    language: answers.language === 'en' ? 'en' : 'de',
  });
  if (tokens !== undefined) {
    await makeStationTokens({ site, zone: settings.zone, stations, folder: tokens }, options);
  }
  const server = serverLine(address, { data: options.data, withTokens });
  const isEncrypted = address.startsWith('wss:');
  return { site, sites: Object.keys(sites), server, stations, tokens, isEncrypted };
}

function tell({ site, sites, server, stations, tokens, isEncrypted }: Made, options: Globals): void {
  const words = textsFor(languageOf(options)).setup;
  const file = settingsFile(storeOf(options));
  if (options.json) {
    const told = stations.map(({ station, line, ...who }) => ({
      station,
      line,
      ...(tokens === undefined ? {} : { tokenFile: join(tokens, tokenFileOf(who)) }),
    }));
    process.stdout.write(`${JSON.stringify({ site, file, server, stations: told })}\n`);
    return;
  }
  const width = Math.max(...stations.map(({ station }) => station.length));
  process.stdout.write(
    [
      words.done({ site, file }),
      '',
      words.startServer,
      `  ${server}`,
      '',
      words.startStations,
      ...stations.map(({ station, line }) => `  ${station.padEnd(width)}  ${line}`),
      ...(tokens === undefined ? [] : ['', words.tokensIn({ folder: tokens, isEncrypted })]),
      ...(sites.length > 1 ? ['', words.severalSites] : []),
      '',
    ].join('\n'),
  );
}
