import { z } from 'zod';
import type { settings as german } from '../texts/de/settings.js';

/** A reason of our own why a setting is wrong, by its key in the texts. */
export const reason = (key: keyof typeof german): string => key;

/** A word or two of the office's own. */
export const text = z.string().min(1).max(60);

/** The same in both languages. */
export const label = z.strictObject({ de: text, en: text });

/** Local time, 'HH:mm'. */
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: reason('time'), abort: true });

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof weekdays)[number];
