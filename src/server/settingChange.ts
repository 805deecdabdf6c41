import { isDeepStrictEqual } from 'node:util';
import type { Refusal, SettingEffect } from '../protocol/messages.js';
import { checkSettings, type Settings, type SettingsProblem } from './settings.js';
import { pathInSite } from './settingHelp.js';
import { findSetting, valueAt, type SettingPath } from './settingPaths.js';
import type { SettingNode } from './settingTree.js';

/** What one change makes of the settings. Nothing is stored yet. */
export interface PlannedChange {
  /** 'sites.herford.queue.letter' */
  readonly path: string;
  /** The value in force, be it a default; missing where there is none. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** What the schema says of this setting. */
  readonly setting: SettingNode;
  /** When all of the change counts on a running server. */
  readonly effect: SettingEffect;
  /** The file's whole content afterwards. */
  readonly content: object;
  readonly settings: Settings;
}

export type ChangeRefused = { readonly rejection: Refusal };

/** A value to be set; undefined takes the setting out of the file, so that its default is in force. */
export type NewValue = { readonly value: unknown } | undefined;

/**
 * Decides the change of one setting on a file's content, which has to be right before. All the rest of the file stays
 * as it is written there, with no default that is not in it.
 */
export function planChange(content: unknown, path: SettingPath, to: NewValue): PlannedChange | ChangeRefused {
  const setting = findSetting(path);
  if ('unknown' in setting) return unknownSetting(setting.unknown, setting.near);
  if (setting.changedBy === 'nobody') {
    return { rejection: { name: 'settingFixed', setting: pathInSite(path.join('.')) } };
  }
  const reserved = to && reservedIn(to.value, path);
  if (reserved) return unknownSetting(reserved.join('.'));
  const inForce = settingsIn(content);
  const beyond = beyondList(inForce, path);
  if (beyond) return unknownSetting(beyond.join('.'));
  const isThere = to !== undefined || valueAt(content, path) !== undefined;
  const least = tried(isThere ? changed(content, path, to, { inForce, whole: false }) : content);
  // Part of a value that is not written in the file, because it is the default, may need the rest of it.
  const planned = 'problems' in least ? tried(changed(content, path, to, { inForce, whole: true })) : least;
  if ('problems' in planned) return badSetting(planned.problems);
  const [before, after] = [inForce, planned.settings].map((settings) => valueAt(settings, path));
  return {
    path: path.join('.'),
    ...named('before', before),
    ...named('after', after),
    setting,
    effect: effectOf(setting, before, after),
    ...planned,
  };
}

const byDelay: readonly SettingEffect[] = ['atOnce', 'nextDay', 'serverStart', 'stationStart'];

/** Of a group, when the last of its changed parts counts. */
function effectOf({ parts, effect }: SettingNode, before: unknown, after: unknown): SettingEffect {
  const effects = [...parts].flatMap(([name, part]) => {
    const [old, now] = [before, after].map((value) => valueAt(value, [name]));
    return isDeepStrictEqual(old, now) ? [] : effectOf(part, old, now);
  });
  return byDelay.findLast((one) => one === effect || effects.includes(one)) ?? effect;
}

export const isChange = ({ before, after }: PlannedChange): boolean => !isDeepStrictEqual(before, after);

function settingsIn(content: unknown): Settings {
  const checked = checkSettings(content);
  if ('problems' in checked) throw new Error(`wrong before the change: ${JSON.stringify(checked.problems)}`);
  return checked.settings;
}

const unknownSetting = (setting: string, near?: string): ChangeRefused => ({
  rejection: {
    name: 'unknownSetting',
    setting: pathInSite(setting),
    ...(near === undefined ? {} : { near: pathInSite(near) }),
  },
});

function badSetting([first]: readonly SettingsProblem[]): ChangeRefused {
  const { path = '', problem = { de: '', en: '' } } = first ?? {};
  return { rejection: { name: 'badSetting', setting: pathInSite(path), wrong: problem } };
}

const tried = (content: unknown) => ({ content: content as object, ...checkSettings(content) });

/** Where a name stands in a value that every object has; the schema would pass over it in silence. */
function reservedIn(value: unknown, path: SettingPath): SettingPath | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inside] of Object.entries(value)) {
    const within = [...path, name];
    const found = name === '__proto__' ? within : reservedIn(inside, within);
    if (found) return found;
  }
  return undefined;
}

/** The part of a path that names an item far behind a list's end. */
function beyondList(value: unknown, path: SettingPath): SettingPath | undefined {
  const at = path.findIndex((name, i) => {
    const around = valueAt(value, path.slice(0, i));
    return Array.isArray(around) && Number(name) > around.length;
  });
  return at < 0 ? undefined : path.slice(0, at + 1);
}

/** What stands in where the file has nothing: of lists always what is in force, of groups only as a whole. */
interface Otherwise {
  readonly inForce: unknown;
  readonly whole: boolean;
}

/** The content with a value at a path, the old one untouched. */
function changed(content: unknown, path: SettingPath, to: NewValue, otherwise: Otherwise): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return to?.value;
  const around = isContainer(content) ? content : containerFor(name, otherwise);
  const inside = { ...otherwise, inForce: valueAt(otherwise.inForce, [name]) };
  const isTaken = rest.length === 0 && !to;
  if (Array.isArray(around)) {
    const items: readonly unknown[] = around;
    const at = Number(name);
    return isTaken ? items.toSpliced(at, 1) : items.toSpliced(at, 1, changed(items[at], rest, to, inside));
  }
  const { [name]: value, ...others } = around as Readonly<Record<string, unknown>>;
  return isTaken ? others : { ...around, [name]: changed(value, rest, to, inside) };
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

function containerFor(name: string, { inForce, whole }: Otherwise): object {
  if (isContainer(inForce)) return whole || Array.isArray(inForce) ? inForce : {};
  return /^\d+$/.test(name) ? [] : {};
}

const named = <N extends string>(name: N, value: unknown) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [name in N]?: unknown };
