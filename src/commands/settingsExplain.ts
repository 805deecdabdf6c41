import { toAscii } from '../reports/ascii.js';
import { wrap } from '../reports/terminal.js';
import { fieldsIn } from '../server/settingFields.js';
import { allowedText, helpTexts, meaningOf, pathInSite, shortened } from '../server/settingHelp.js';
import { valueAt } from '../server/settingPaths.js';
import { settingTree, type SettingNode } from '../server/settingTree.js';
import type { Settings } from '../server/settings.js';
import { textsFor } from '../texts/texts.js';
import { languageOf, type Globals } from './globals.js';
import { knownSetting, pathOf } from './settingsPath.js';

/** A setting, where it stands in this store. */
interface Explained {
  /** 'queue.letter' of the site, or of the store. */
  readonly path: string;
  readonly node: SettingNode;
  /** What is in force; missing where the path holds for many. */
  readonly value?: unknown;
}

/** Says of a setting and all within it what it is; of all of them without a path. */
export function explain(words: string | undefined, settings: Settings, options: Globals): void {
  const explained = words === undefined ? allOf(settings, options) : within(words, settings, options);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify(
        explained.map((one) => asJson(one, options)),
        null,
        2,
      )}\n`,
    );
    return;
  }
  const text = explained.map((one) => blockOf(one, options)).join('\n\n');
  process.stdout.write(`${options.ascii ? toAscii(text) : text}\n`);
}

function allOf(settings: Settings, options: Globals): Explained[] {
  const [, site = ''] = pathOf('name', settings, options);
  return fieldsIn(settingTree())
    .filter(({ meaning }) => meaning !== undefined)
    .map((node) => explainedAt(node, node.path.replace(/^sites\.\*\./, `sites.${site}.`), settings));
}

/** The setting itself, and whatever stands in it. */
function within(words: string, settings: Settings, options: Globals): Explained[] {
  const path = pathOf(words, settings, options);
  const node = knownSetting(path, options);
  const here = path.join('.');
  return [
    explainedAt(node, here, settings),
    ...fieldsIn(node).map((inside) => explainedAt(inside, here + restOf(inside.path, path.length), settings)),
  ];
}

/** What a path of the schema has beyond so many names. */
const restOf = (path: string, names: number): string =>
  path
    .split('.')
    .slice(names)
    .map((name) => `.${name}`)
    .join('');

function explainedAt(node: SettingNode, path: string, settings: Settings): Explained {
  const isMany = path.includes('*') || node.allowed.kind === 'group' || node.allowed.kind === 'byName';
  const value = isMany ? undefined : valueAt(settings, path.split('.'));
  return { path: pathInSite(path), node, ...(value === undefined ? {} : { value }) };
}

function blockOf({ path, node, value }: Explained, options: Globals): string {
  const language = languageOf(options);
  const texts = textsFor(language).commands.settings;
  const words = helpTexts(language);
  const meaning = meaningOf(node, language);
  const rows: readonly (readonly [string, string])[] = [
    [texts.allowed, allowedText(node.allowed, language)],
    [texts.default, defaultOf(node, texts)],
    ...(value === undefined ? [] : [[texts.current, shortened(value)] as const]),
    [texts.effect, words.effects[node.effect]],
    [texts.changedBy, words.changedBy[node.changedBy]],
  ];
  return [
    path,
    ...(meaning === undefined ? [] : wrap(`  ${meaning}`)),
    ...rows.flatMap(([name, text]) => wrap(`    ${name}: ${text}`)),
  ].join('\n');
}

function defaultOf(
  { default: value, isRequired }: SettingNode,
  texts: { readonly required: string; readonly noDefault: string },
): string {
  if (value !== undefined) return shortened(value);
  return isRequired ? texts.required : texts.noDefault;
}

function asJson({ path, node, value }: Explained, options: Globals): object {
  const language = languageOf(options);
  const { allowed, effect, changedBy, isRequired, default: byDefault } = node;
  return {
    path,
    meaning: meaningOf(node, language) ?? null,
    allowed,
    allowedText: allowedText(allowed, language),
    required: isRequired,
    default: byDefault ?? null,
    value: value ?? null,
    effect,
    changedBy,
  };
}
