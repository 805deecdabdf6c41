import { z } from 'zod';
import type { Label } from '../protocol/messages.js';
import { settings as german } from '../texts/de/settings.js';
import { settings as english } from '../texts/en/settings.js';
import { currentSettings } from './migrations.js';
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
  const told = {
    de: messagesOf(content, z.locales.de(), german),
    en: messagesOf(content, z.locales.en(), english),
  };
  return {
    problems: result.error.issues.map(({ path }, i) => ({
      path: path.join('.') || 'settings',
      problem: { de: told.de[i] ?? '', en: told.en[i] ?? '' },
    })),
  };
}

/** The schema's own reasons by their wording, zod's in the words of its locale. */
function messagesOf(
  content: unknown,
  locale: ReturnType<typeof z.locales.de>,
  words: typeof german,
): string[] {
  const result = settingsSchema.safeParse(content, { error: locale.localeError });
  return (result.error?.issues ?? []).map(({ message }) =>
    Object.hasOwn(words, message) ? words[message as keyof typeof german] : message,
  );
}
