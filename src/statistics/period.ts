import { isDay, isoWeekOf, mondayOf, plusDays, plusMonths, plusYears } from './calendar.js';

export const periodKinds = ['day', 'week', 'month', 'quarter', 'year', 'pilot', 'keydate', 'range'] as const;

export type PeriodKind = (typeof periodKinds)[number];

/** Whole days from `from` to `to`, both included, 'YYYY-MM-DD'. */
export interface Period {
  readonly kind: PeriodKind;
  /** '2015-06-08', '2015-W24', '2015-06', '2015-Q3', '2015', 'pilot', a key date, or '2015-06-01..2015-06-12'. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What is asked for: a kind with its word, which may be missing, or the two ends. */
export type PeriodAsk =
  | { readonly kind: Exclude<PeriodKind, 'range'>; readonly word?: string }
  | { readonly kind: 'range'; readonly from: string; readonly to?: string };

export type PeriodRejection =
  /** `example` shows what can be read. */
  | {
      readonly name: 'unreadablePeriod';
      readonly kind: PeriodKind;
      readonly word: string;
      readonly example: string;
    }
  | { readonly name: 'unknownKeyDate'; readonly word: string; readonly known: readonly string[] }
  /** There is nothing to report on before the pilot's first day. */
  | { readonly name: 'pilotNotBegun'; readonly from: string }
  | { readonly name: 'periodInverted'; readonly from: string; readonly to: string };

export type PeriodAnswer = { readonly period: Period } | { readonly rejection: PeriodRejection };

/** The concept's trial, line 94. */
export const pilot: Period = { kind: 'pilot', label: 'pilot', from: '2015-06-01', to: '2015-12-31' };

/** The concept's key dates, line 368: each ends the span on which it reports. */
export const keyDates: readonly Period[] = [
  { kind: 'keydate', label: '2015-09-30', from: '2015-06-01', to: '2015-09-30' },
  { kind: 'keydate', label: '2015-12-31', from: '2015-10-01', to: '2015-12-31' },
];

/** Whole days, both ends included, 'YYYY-MM-DD'. */
export type Span = Pick<Period, 'from' | 'to'>;

/** An office's trial, and the spans on which it reports at its key dates. */
export interface ReportingSpans {
  readonly pilot: Span;
  /** Each ends on its key date; oldest first. */
  readonly keyDates: readonly Span[];
}

/** Reads a period; a kind without a word means the one that holds `today` ('YYYY-MM-DD'). */
export function parsePeriod(
  ask: PeriodAsk,
  today: string,
  spans: ReportingSpans = { pilot, keyDates },
): PeriodAnswer {
  switch (ask.kind) {
    case 'day':
      return dayPeriod(ask.word ?? today);
    case 'week':
      return weekPeriod(ask.word ?? isoWeekOf(today));
    case 'month':
      return monthPeriod(ask.word ?? today.slice(0, 7));
    case 'quarter':
      return quarterPeriod(ask.word ?? quarterOf(today));
    case 'year':
      return yearPeriod(ask.word ?? today.slice(0, 4));
    case 'pilot':
      return ask.word === undefined
        ? pilotPeriod(spans.pilot, today)
        : unreadable('pilot', ask.word, 'pilot');
    case 'keydate':
      return keyDatePeriod(spans.keyDates, ask.word, today);
    case 'range':
      return rangePeriod(ask.from, ask.to ?? today);
  }
}

const unreadable = (kind: PeriodKind, word: string, example: string): PeriodAnswer => ({
  rejection: { name: 'unreadablePeriod', kind, word, example },
});

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

function dayPeriod(word: string): PeriodAnswer {
  if (!isDay(word)) return unreadable('day', word, '2015-06-08');
  return { period: { kind: 'day', label: word, from: word, to: word } };
}

function weekPeriod(word: string): PeriodAnswer {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(word) ?? [];
  // The fourth of January is always in the first week.
  const from = year === undefined ? '' : plusDays(mondayOf(`${year}-01-04`), (Number(week) - 1) * 7);
  if (from === '' || isoWeekOf(from) !== word) return unreadable('week', word, '2015-W24');
  return { period: { kind: 'week', label: word, from, to: plusDays(from, 6) } };
}

function monthPeriod(word: string): PeriodAnswer {
  const from = `${word}-01`;
  if (!/^\d{4}-\d{2}$/.test(word) || !isDay(from)) return unreadable('month', word, '2015-06');
  return { period: { kind: 'month', label: word, from, to: plusDays(plusMonths(from, 1), -1) } };
}

function quarterPeriod(word: string): PeriodAnswer {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(word) ?? [];
  if (year === undefined) return unreadable('quarter', word, '2015-Q3');
  const from = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  return { period: { kind: 'quarter', label: word, from, to: plusDays(plusMonths(from, 3), -1) } };
}

function yearPeriod(word: string): PeriodAnswer {
  const from = `${word}-01-01`;
  if (!/^\d{4}$/.test(word) || !isDay(from)) return unreadable('year', word, '2015');
  return { period: { kind: 'year', label: word, from, to: plusDays(plusYears(from, 1), -1) } };
}

function pilotPeriod({ from, to }: Span, today: string): PeriodAnswer {
  if (today < from) return { rejection: { name: 'pilotNotBegun', from } };
  return { period: { kind: 'pilot', label: 'pilot', from, to } };
}

/** Without a word: the span that holds today, or else the last one. */
function keyDatePeriod(spans: readonly Span[], word: string | undefined, today: string): PeriodAnswer {
  const span =
    spans.find(({ to }) => (word === undefined ? to >= today : to === word)) ??
    (word === undefined ? spans.at(-1) : undefined);
  return span
    ? { period: { kind: 'keydate', label: span.to, from: span.from, to: span.to } }
    : { rejection: { name: 'unknownKeyDate', word: word ?? '', known: spans.map(({ to }) => to) } };
}

function rangePeriod(from: string, to: string): PeriodAnswer {
  const wrong = [from, to].find((day) => !isDay(day));
  if (wrong !== undefined) return unreadable('range', wrong, '2015-06-08');
  if (from > to) return { rejection: { name: 'periodInverted', from, to } };
  return { period: { kind: 'range', label: `${from}..${to}`, from, to } };
}
