import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ChangeSetting, Refusal, SettingEffect } from '../protocol/messages.js';
import { isUnwritable, UnreadableFile } from './durableFile.js';
import type { Log } from './log.js';
import { isChange, planChange, type PlannedChange } from './settingChange.js';
import { pathInSite } from './settingHelp.js';
import type { Settings, SiteSettings } from './settings.js';
import { purgeChanges, storeChange } from './settingStore.js';
import type { Site } from './site.js';
import { BadSettings, keepChecked, readSettingsFile, settingsFile } from './store.js';

export type ChangeReply =
  | {
      readonly ok: true;
      readonly before?: unknown;
      readonly after?: unknown;
      readonly effect: SettingEffect;
    }
  | { readonly ok: false; readonly rejection: Refusal };

export interface SettingsKeeperOptions {
  readonly store: string;
  readonly sites: ReadonlyMap<string, Site>;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly log: Log;
}

/** Changes the settings of a store while a server runs on it: one change after the other, each stored before it counts. */
export class SettingsKeeper {
  readonly #options: SettingsKeeperOptions;
  /** Resolves when nothing is being written any more. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: SettingsKeeperOptions) {
    this.#options = options;
  }

  /** Changes a setting of a site for its lead. Rejects where nobody can say whether it was stored. */
  change(site: Site, change: ChangeSetting): Promise<ChangeReply> {
    return this.#inTurn(() => this.#change(site, change));
  }

  /** Deletes changes that have been on record for long enough. Nobody waits for it, so a fault is logged and no more. */
  purge(): Promise<void> {
    const { store, now, log } = this.#options;
    return this.#inTurn(async () => {
      const stored = await readSettingsFile(store);
      if (stored) await purgeChanges(store, stored.settings, now());
    }).catch((error: unknown) => log('storeUnreadable', { problem: String(error) }));
  }

  /** Resolves when all that was asked has been done. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #change(site: Site, change: ChangeSetting): Promise<ChangeReply> {
    const { store, log, now } = this.#options;
    try {
      const planned = await this.#plan(site, change);
      if ('rejection' in planned) return { ok: false, rejection: planned.rejection };
      if (isChange(planned) && change.dryRun === undefined) {
        await storeChange(store, planned, { now: now(), by: 'lead' });
        log('settingChanged', { site: site.id, path: change.path });
        await this.#goOnUnder(planned.settings);
        await keepChecked(store);
      }
      const { before, after, effect } = planned;
      return {
        ok: true,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        effect,
      };
    } catch (error) {
      const rejection = refusalOf(error, settingsFile(store));
      if (!rejection) throw error;
      log(rejection.name, { site: site.id, problem: String(error) });
      return { ok: false, rejection };
    }
  }

  async #plan(site: Site, { path, ...to }: ChangeSetting): Promise<PlannedChange | { rejection: Refusal }> {
    const stored = await readSettingsFile(this.#options.store);
    if (!stored) throw new UnreadableFile(settingsFile(this.#options.store), 'missing');
    const planned = planChange(
      stored.content,
      ['sites', site.id, ...path.split('.')],
      'value' in to ? { value: to.value } : undefined,
    );
    if ('rejection' in planned) return planned;
    const [before, after] = [stored.settings, planned.settings].map(({ sites }) => sites[site.id]);
    if (!before || !after) throw new UnreadableFile(settingsFile(this.#options.store), site.id);
    if (planned.setting.changedBy !== 'lead' || !isDeepStrictEqual(slipsOf(before, after), slipsOf(after))) {
      return { rejection: { name: 'settingOnlyThere', setting: pathInSite(planned.path) } };
    }
    const open = Object.keys(before.desks).find((desk) => !(desk in after.desks) && isOpen(site, desk));
    return open === undefined ? planned : { rejection: { name: 'deskInUse', desk: open } };
  }

  /** Whoever edited the file by hand meanwhile has changed more than this. */
  async #goOnUnder({ sites }: Settings): Promise<void> {
    for (const site of this.#options.sites.values()) {
      const settings = sites[site.id];
      if (settings && !isDeepStrictEqual({ ...settings, zone: site.settings.zone }, site.settings)) {
        await site.goOnUnder(settings);
      }
    }
  }
}

const isOpen = ({ shown }: Site, desk: string): boolean =>
  (shown.desks[desk]?.state ?? 'closed') !== 'closed';

const noSlip = { to: 'none', file: '', command: [], width: 42, escpos: false };

/** How places of the reception print: programs that run on their machines. A new place prints nothing yet. */
const slipsOf = (before: SiteSettings, { receptions }: SiteSettings = before): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(receptions).map((place) => [place, before.receptions[place]?.slip ?? noSlip]),
  );

function refusalOf(
  error: unknown,
  file: string,
): Extract<Refusal, { name: 'storeUnavailable' | 'storeUnreadable' }> | undefined {
  if (isUnwritable(error)) return { name: 'storeUnavailable' };
  if (error instanceof UnreadableFile || error instanceof BadSettings) {
    return { name: 'storeUnreadable', file: basename(file) };
  }
  return undefined;
}
