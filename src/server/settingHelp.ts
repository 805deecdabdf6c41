import { settingHelp as german } from '../texts/de/settingHelp.js';
import { settingMeanings } from '../texts/de/settingMeanings.js';
import { settingHelp as english } from '../texts/en/settingHelp.js';
import type { Language } from '../texts/language.js';
import type { Allowed, SettingNode } from './settingTree.js';

export const helpTexts = (language: Language): typeof german => (language === 'de' ? german : english);

/** What may stand at a setting, in words. */
export function allowedText(allowed: Allowed, language: Language): string {
  const words = helpTexts(language).allowed;
  switch (allowed.kind) {
    case 'nothing':
      return words.nothing;
    case 'constant':
      return words.constant(JSON.stringify(allowed.value));
    case 'switch':
      return words.switch;
    case 'number':
      return words.number(allowed.whole, allowed);
    case 'text':
      return allowed.form === undefined ? words.text(allowed) : words.forms[allowed.form];
    case 'choice':
      return words.choice(allowed.of);
    case 'list':
      return words.list(allowedText(allowed.of, language), allowed);
    case 'group':
      return words.group(allowed.of);
    case 'byName':
      return words.byName(allowed.names ? words.choice(allowed.names) : words.forms[allowed.form ?? 'code']);
    case 'either':
      return words.either(allowed.of.map((one) => allowedText(one, language)));
  }
}

/** A site's settings go by their path in the site. */
export const pathInSite = (path: string): string => path.replace(/^sites\.[^.]+\./, '');

/** What a setting is; undefined where a group describes it as a whole. */
export function meaningOf({ path, meaning }: SettingNode, language: Language): string | undefined {
  return language === 'de' ? (settingMeanings[pathInSite(path)] ?? meaning) : meaning;
}

const longest = 60;

/** A value as it is told to a person. */
export function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
