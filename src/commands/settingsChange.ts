import { randomUUID } from 'node:crypto';
import { joined } from '../client/joined.js';
import type { SettingEffect } from '../protocol/messages.js';
import { storedSites } from '../server/storedSites.js';
import { isChange, planChange, type NewValue } from '../server/settingChange.js';
import { helpTexts, pathInSite, shortened } from '../server/settingHelp.js';
import { findSetting } from '../server/settingPaths.js';
import { storeChange } from '../server/settingStore.js';
import { readSettingsFile } from '../server/store.js';
import type { Allowed } from '../server/settingTree.js';
import { textsFor } from '../texts/texts.js';
import { connectionTo } from './connect.js';
import { findServer, isGone } from './findServer.js';
import { Failure, refused } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { withOwnStore } from './ownStore.js';
import type { SettingsOptions } from './settings.js';
import { isOfStore, pathOf } from './settingsPath.js';

type Options = SettingsOptions & Globals;

interface Changed {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly effect: SettingEffect;
}

/** Changes one setting, over the server that runs on the store, else in the store itself. */
export async function changeSetting(
  words: string,
  value: string | undefined,
  options: Options,
): Promise<void> {
  const changed = (await overServer(words, value, options)) ?? (await inStore(words, value, options));
  tell(changed, options);
}

/** undefined where no server works on the store; whole sites no server changes. */
async function overServer(
  words: string,
  value: string | undefined,
  options: Options,
): Promise<Changed | undefined> {
  const ofSite = /^sites\.([^.]+)\.(.+)$/.exec(words);
  // A whole site, or what is the store's own.
  if (isOfStore(words) && !ofSite) {
    if (options.server === undefined) return undefined;
    const { onlyOnItsMachine } = textsFor(languageOf(options)).failures;
    throw new Failure('onlyOnItsMachine', onlyOnItsMachine({ url: options.server }));
  }
  const [, site = options.site, path = words] = ofSite ?? [];
  const url = await findServer(options);
  if (url === undefined) return undefined;
  const language = languageOf(options);
  const ofThisSite = site === undefined ? options : { ...options, site };
  const connection = connectionTo(url, ofThisSite, { role: 'lead' });
  try {
    const { refusal } = await joined(connection);
    if (isGone(refusal?.name, options)) return undefined;
    if (refusal) throw refused(refusal, language);
    const answer = await connection.query({
      type: 'changeSetting',
      queryId: randomUUID(),
      path,
      ...readValue(value, ['sites', '*', ...path.split('.')]),
      ...(options.dryRun ? { dryRun: true } : {}),
    });
    if (!answer.ok) throw refused(answer.rejection, language);
    return { path, ...answer };
  } finally {
    connection.close();
  }
}

async function inStore(words: string, value: string | undefined, options: Options): Promise<Changed> {
  const language = languageOf(options);
  const { failures } = textsFor(language);
  const noStore = new Failure('noStore', failures.noStore({ store: storeOf(options) }));
  if (!(await readSettingsFile(storeOf(options)))) throw noStore;
  return withOwnStore(options, async (store) => {
    const stored = await readSettingsFile(store);
    if (!stored) throw noStore;
    const path = pathOf(words, stored.settings, options);
    const planned = planChange(stored.content, path, readValue(value, path));
    if ('rejection' in planned) throw refused(planned.rejection, language);
    for (const site of await storedSites(store)) {
      const isLost = site in stored.settings.sites && !(site in planned.settings.sites);
      if (isLost) throw new Failure('siteHasDays', failures.siteHasDays({ site }));
    }
    if (isChange(planned) && !options.dryRun) {
      await storeChange(store, planned, { now: Date.now(), by: 'machine' });
    }
    const { before, after } = planned;
    return { path: pathInSite(planned.path), before, after, effect: 'serverStart' };
  });
}

/** A word where the setting is one; else JSON, and what is no JSON is refused with what is allowed. */
function readValue(words: string | undefined, path: readonly string[]): NewValue {
  if (words === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    return { value: words };
  }
  const found = findSetting(path);
  const isWord = !('unknown' in found) && isText(found.allowed);
  return { value: isWord && typeof value !== 'string' ? words : value };
}

const isText = ({ kind }: Allowed): boolean => kind === 'text' || kind === 'choice';

function tell({ path, before, after, effect }: Changed, options: Options): void {
  const language = languageOf(options);
  const texts = textsFor(language).commands.settings;
  const changed = JSON.stringify(before) !== JSON.stringify(after);
  if (options.json) {
    const told = { path, before, after, changed, effect, ...(options.dryRun ? { dryRun: true } : {}) };
    process.stdout.write(`${JSON.stringify(told)}\n`);
    return;
  }
  const said = (value: unknown) => (value === undefined ? texts.nothing : shortened(value));
  if (!changed) {
    process.stdout.write(`${texts.unchanged({ path, value: said(after) })}\n`);
    return;
  }
  const when = { effect: helpTexts(language).effects[effect] };
  process.stdout.write(
    `${texts.changed({ path, before: said(before), after: said(after) })}\n` +
      `${options.dryRun ? texts.wouldCount(when) : texts.counts(when)}\n`,
  );
}
