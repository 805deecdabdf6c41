import { TZDate } from '@date-fns/tz/date';

/** The only file that knows time zones. Days are 'YYYY-MM-DD', instants ms since the epoch, zones IANA names. */

/** The local day of an instant. */
export function dayOf(at: number, zone: string): string {
  const date = localDate(at, zone);
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The local time of an instant, 'HH:mm'. */
export function timeOf(at: number, zone: string): string {
  const date = localDate(at, zone);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The local hour of an instant, 0 to 23. */
export const hourOf = (at: number, zone: string): number => localDate(at, zone).getHours();

const twoDigits = (value: number): string => String(value).padStart(2, '0');

let ownZone: string | undefined;

/**
 * Says that the clock of the process is that of a zone: its local times can then be read from it, and what knows any
 * zone, which is slow to start, is not needed for them.
 */
export function clockIsOf(zone: string | undefined): void {
  ownZone = zone;
}

/** Its getters tell the local time of an instant. */
const localDate = (at: number, zone: string): Date =>
  zone === ownZone ? new Date(at) : new TZDate(at, zone);

/** The instant of a local wall-clock time 'HH:mm' or 'HH:mm:ss' on a day; '24:00' is the end of the day. */
export function instantOf(day: string, time: string, zone: string): number {
  const [year, month, date] = partsOf(day);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, date, hours, minutes, seconds, zone).getTime();
}

/**
 * Every instant at which a local clock shows a time ('HH:mm', with seconds or without) on a day, the earliest first:
 * none where the clock was put forward over it, two where it was put back. undefined for a day that does not exist.
 */
export type LocalClock = (day: string, time: string) => readonly number[] | undefined;

/** The clock of a zone, for reading many times of which neighbours are mostly of the same day. */
export function localClock(zone: string): LocalClock {
  const aheadAt = (at: number) => -new TZDate(at, zone).getTimezoneOffset() * 60_000;
  const aDay = 86_400_000;
  let last:
    | { readonly day: string; readonly exists: boolean; readonly offsets: readonly number[] }
    | undefined;
  return (day, time) => {
    if (last?.day !== day) {
      const noonAt = noon(day).getTime();
      // A day away on either side the clock has been put forward or back for certain, if it is at all.
      const offsets = [aheadAt(noonAt - 1.5 * aDay), aheadAt(noonAt + 1.5 * aDay)];
      last = { day, exists: isDay(day), offsets: [...new Set(offsets)] };
    }
    if (!last.exists) return undefined;
    const shown = Date.parse(`${day}T${time}Z`);
    const readings = last.offsets.map((ahead) => shown - ahead);
    if (readings.length === 1) return readings;
    return readings.filter((at) => at + aheadAt(at) === shown).toSorted((a, b) => a - b);
  };
}

/** Local midnight at the start of a day. */
export const startOf = (day: string, zone: string): number => instantOf(day, '00:00', zone);

/** Local midnight at the end of a day: 23, 24 or 25 hours after its start. */
export const endOf = (day: string, zone: string): number => startOf(plusDays(day, 1), zone);

/** The day so many days later. */
export const plusDays = (day: string, days: number): string => dayOfNumber(numberOfDay(day) + days);

/** The same day so many months later; in a month without it, its last day. */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const first = Date.UTC(year, month - 1 + months, 1) / dayMs;
  const last = Date.UTC(year, month + months, 0) / dayMs;
  return dayOfNumber(Math.min(first + date - 1, last));
}

export const plusYears = (day: string, years: number): string => plusMonths(day, 12 * years);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => weekdayOfNumber(numberOfDay(day));

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => plusDays(day, 1 - weekdayOf(day));

/** ISO 8601 week, '2015-W24'; the year is the week's, not the day's: that of its Thursday. */
export function isoWeekOf(day: string): string {
  const number = numberOfDay(day);
  const thursday = number + 4 - weekdayOfNumber(number);
  const year = dayOfNumber(thursday).slice(0, 4);
  const week = 1 + Math.floor((thursday - numberOfDay(`${year}-01-01`)) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The last day of a month 'YYYY-MM'. */
export function lastDayOf(month: string): string {
  const [year, number] = partsOf(month);
  return dayOfNumber(Date.UTC(year, number, 0) / dayMs);
}

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
}

/** Whether a text is a day that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOfNumber(numberOfDay(text)) === text;

/*
 * Days and weeks are counted, for a report over years asks for those of thousands of days, and a date that knows its
 * zone costs as much as the rest of the day's figures.
 */

const dayMs = 86_400_000;

/** Days since 1970-01-01. */
function numberOfDay(day: string): number {
  const [year, month, date] = partsOf(day);
  return Date.UTC(year, month - 1, date) / dayMs;
}

const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** Day 0 was a Thursday. */
const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Noon in a zone without summer time, so that day arithmetic never meets a change of clocks. */
function noon(day: string): TZDate {
  const [year, month, date] = partsOf(day);
  return new TZDate(year, month - 1, date, 12, 0, 0, 'UTC');
}

function partsOf(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
