import { endOf } from '../statistics/calendar.js';

const dayMs = 86_400_000;

/** What a duration counts in, in days. */
const units: Readonly<Record<string, number>> = { d: 1, w: 7, y: 365 };

/** A year: long enough not to be in the way, short enough that what nobody looks after ends by itself. */
const usual = '1y';

/**
 * The instant, ms since the epoch, until which something counts: the end of a day in a zone ('2027-01-31'), or so many
 * days, weeks or years from now ('90d', '12w', '1y'). undefined where the word is neither, or not in the future.
 */
export function expiryOf(word: string | undefined, now: number, zone: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,4})([dwy])$/.exec(word ?? usual) ?? [];
  const at =
    count === undefined ? endOfDay(word ?? '', zone) : now + Number(count) * (units[unit] ?? 0) * dayMs;
  return at !== undefined && at > now ? at : undefined;
}

function endOfDay(word: string, zone: string): number | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(word) && new Date(`${word}T00:00:00Z`).toJSON()?.startsWith(word);
  return isDay ? endOf(word, zone) : undefined;
}
