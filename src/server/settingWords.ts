import { z } from 'zod';
import { isInert } from '../protocol/inert.js';
import type { SettingEffect } from '../protocol/messages.js';
import type { settings as german } from '../texts/de/settings.js';

/** A reason of our own why a setting is wrong, by its key in the texts. */
export const reason = (key: keyof typeof german): string => key;

/** What a text has to be, where its schema can't say so: a key of the texts. */
export type Form = 'code' | 'time' | 'day' | 'zone' | 'letter' | 'concern' | 'skill' | 'destination' | 'desk';

/**
 * Who may change a setting: the lead, on a running server too; or only whoever has the store at hand, while no server
 * runs on it, because the change reaches beyond the site, or has a program run on this machine.
 */
export type ChangedBy = 'lead' | 'machine' | 'nobody';

/** What a schema says of a setting beside its type; what it leaves out is that of the group around it. */
export type AboutSetting = {
  readonly form?: Form;
  readonly effect?: SettingEffect;
  readonly changedBy?: ChangedBy;
};

/** Typed, as zod takes anything. */
export const about = (words: AboutSetting): AboutSetting => words;

/** A word or two of the office's own. */
export const text = z.string().min(1).max(60).refine(isInert, reason('controls'));

/** One that may be missing, of so many characters at most. */
export const shortText = (most: number) => z.string().max(most).refine(isInert, reason('controls'));

/** The same in both languages. */
export const label = z.strictObject({ de: text, en: text });

/** Local time, 'HH:mm'. */
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: reason('time'), abort: true })
  .meta(about({ form: 'time' }));
