import { dayOf, endOf, isDay, plusDays } from '../statistics/calendar.js';

/** What a duration counts in, in days. */
const units: Readonly<Record<string, number>> = { d: 1, w: 7, y: 365 };

/** A year: long enough not to be in the way, short enough that what nobody looks after ends by itself. */
const usual = '1y';

/**
 * The instant, ms since the epoch, until which something counts: the end of a day in a zone, named ('2027-01-31') or so
 * many days, weeks or years from today ('90d', '12w', '1y'), so that nobody is cut off in the middle of a day. undefined
 * where the word is neither, or not in the future.
 */
export function expiryOf(word: string | undefined, now: number, zone: string): number | undefined {
  const day = lastDay(word ?? usual, dayOf(now, zone));
  const at = day === undefined ? undefined : endOf(day, zone);
  return at !== undefined && at > now ? at : undefined;
}

function lastDay(word: string, today: string): string | undefined {
  const [, count, unit = ''] = /^([1-9]\d{0,3})([dwy])$/.exec(word) ?? [];
  if (count !== undefined) return plusDays(today, Number(count) * (units[unit] ?? 0));
  return isDay(word) ? word : undefined;
}
