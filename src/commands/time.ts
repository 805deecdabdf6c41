import { instantOf, isDay } from '../statistics/calendar.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure } from './fail.js';

/** An instant from a word: 'HH:MM[:SS]' of the given day in the site's zone, or ISO 8601. */
export function readTime(word: string, day: string, zone: string, language: Language): number {
  if (/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(word)) return instantOf(day, word, zone);
  const isInstant = word[10] === 'T' && isDay(word.slice(0, 10));
  const at = isInstant ? Date.parse(hasZone(word) ? word : `${word}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new Failure('badTime', textsFor(language).failures.badTime({ word }), 2);
  return hasZone(word) ? at : instantOf(word.slice(0, 10), word.slice(11), zone);
}

const hasZone = (word: string): boolean => /(Z|[+-]\d{2}:?\d{2})$/.test(word);
