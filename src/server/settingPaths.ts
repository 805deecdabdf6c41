import { nearName } from './nearName.js';
import { settingFields } from './settingFields.js';
import { settingTree, type SettingNode } from './settingTree.js';

/** Where a setting stands in `settings.json`: ['sites', 'herford', 'queue', 'letter']. */
export type SettingPath = readonly string[];

/** There is no such setting; `near` is one that may be meant. */
export interface UnknownSetting {
  /** As far as it is wrong: 'sites.herford.queue.leter'. */
  readonly unknown: string;
  readonly near?: string;
}

const isIndex = (name: string): boolean => /^(0|[1-9]\d{0,3})$/.test(name);

/** What the schema says of the setting at a path. Names that the office chooses, and places in a list, may be any. */
export function findSetting(path: SettingPath): SettingNode | UnknownSetting {
  let node = settingTree();
  for (const [i, name] of path.entries()) {
    const next = node.parts.get(name) ?? (isIndex(name) ? node.item : undefined) ?? eachOf(node, name);
    if (!next) return unknownAt(node, path, i);
    node = next;
  }
  return node;
}

function eachOf({ each, allowed }: SettingNode, name: string): SettingNode | undefined {
  const inside = allowed.kind === 'either' ? allowed.of.find(({ kind }) => kind === 'byName') : allowed;
  const names = inside?.kind === 'byName' ? inside.names : undefined;
  return names === undefined || names.includes(name) || name === '*' ? each : undefined;
}

function unknownAt(node: SettingNode, path: SettingPath, at: number): UnknownSetting {
  const name = path[at] ?? '';
  const unknown = path.slice(0, at + 1).join('.');
  const sibling = nearName(name, namesIn(node));
  if (sibling !== undefined) return { unknown, near: [...path.slice(0, at), sibling].join('.') };
  const elsewhere = likeIt(path.slice(at));
  if (elsewhere === undefined || path[0] !== 'sites') return { unknown };
  return { unknown, near: [...path.slice(0, 2), elsewhere].join('.') };
}

function namesIn({ parts, allowed }: SettingNode): Iterable<string> {
  return allowed.kind === 'byName' ? (allowed.names ?? []) : parts.keys();
}

/** A setting of a site that has the same last name: who types "letter" means "queue.letter". */
function likeIt(path: SettingPath): string | undefined {
  const last = path.at(-1) ?? '';
  const inSite = settingFields()
    .map((field) => field.path.split('.').slice(2))
    .filter((names) => names.length > 0 && !names.includes('*'));
  const name = nearName(
    last,
    inSite.map((names) => names.at(-1) ?? ''),
  );
  return inSite.find((names) => names.at(-1) === name)?.join('.');
}

/** What stands at a path in the content of a file; undefined where nothing does. */
export function valueAt(content: unknown, path: SettingPath): unknown {
  let value = content;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
