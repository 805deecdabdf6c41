import type { z } from 'zod';
import type { Label } from '../protocol/messages.js';
import { settings as german } from '../texts/de/settings.js';
import { settings as english } from '../texts/en/settings.js';
import { currentSettings } from './migrations.js';
import type { Language } from '../texts/language.js';
import { allowedText, helpTexts, shortened } from './settingHelp.js';
import { findSetting, valueAt } from './settingPaths.js';
import { settingsSchema, type Settings } from './settingsSchema.js';

export { isZone, type ReceptionSettings, type Settings, type SiteSettings } from './settingsSchema.js';

/** A wrong value: where it stands, and what is wrong with it in both languages. */
export interface SettingsProblem {
  /** "sites.herford.queue.letter" */
  readonly path: string;
  readonly problem: Label;
}

export type CheckedSettings =
  | { readonly settings: Settings }
  | { readonly problems: readonly SettingsProblem[] };

/** Checks a settings file's content, of this or an older version, and fills in the defaults. */
export function checkSettings(found: unknown): CheckedSettings {
  const content = currentSettings(found);
  const result = settingsSchema.safeParse(content);
  if (result.success) return { settings: result.data };
  return { problems: result.error.issues.flatMap((issue) => problemsOf(content, issue)) };
}

function problemsOf(content: unknown, issue: z.core.$ZodIssue): SettingsProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => strangeKey([...path, key]));
  if (issue.code === 'invalid_key' && 'unknown' in findSetting(path)) return [strangeKey(path)];
  return [
    {
      path: path.join('.') || 'settings',
      problem: inBoth((language) => problemText(valueAt(content, path), path, issue, language)),
    },
  ];
}

function strangeKey(path: readonly string[]): SettingsProblem {
  const found = findSetting(path);
  const near = 'unknown' in found ? found.near : undefined;
  return {
    path: path.join('.'),
    problem: inBoth((language) => helpTexts(language).problems.unknown(near)),
  };
}

/** The schema's own reasons by their wording; else what is allowed there. */
function problemText(
  value: unknown,
  path: readonly string[],
  { message, code }: z.core.$ZodIssue,
  language: Language,
): string {
  const { problems, allowed: words } = helpTexts(language);
  const reasons: Readonly<Record<string, string>> = language === 'de' ? german : english;
  const own = Object.hasOwn(reasons, message) ? reasons[message] : undefined;
  const given = shortened(value);
  if (own !== undefined) return value === undefined ? own : problems.because(given, own);
  if (code === 'invalid_key') return problems.wrong(JSON.stringify(path.at(-1)), words.forms.code);
  const found = findSetting(path);
  if ('unknown' in found) return message;
  const allowed = allowedText(found.allowed, language);
  return value === undefined ? problems.missing(allowed) : problems.wrong(given, allowed);
}

const inBoth = (say: (language: Language) => string): Label => ({ de: say('de'), en: say('en') });
