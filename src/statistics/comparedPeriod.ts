import { daysBetween, plusDays, weekdayOf } from './calendar.js';
import { parsePeriod, type Period, type PeriodAsk, type ReportingSpans, type Span } from './period.js';

/**
 * What a word alone means: "2015-06-08", "2015-W24", "2015-06", "2015-Q3", "2015", "pilot" or "2015-06-01..2015-06-12".
 * A day that is a key date is one where it stands beside another key date.
 */
export function askOfWord(word: string, beside: Period, { keyDates }: ReportingSpans): PeriodAsk {
  if (word === 'pilot') return { kind: 'pilot' };
  const [from = '', to] = word.split('..');
  if (to !== undefined) return { kind: 'range', from, to };
  if (/^\d{4}$/.test(word)) return { kind: 'year', word };
  if (/^\d{4}-Q/.test(word)) return { kind: 'quarter', word };
  if (/^\d{4}-W/.test(word)) return { kind: 'week', word };
  if (/^\d{4}-\d{2}$/.test(word)) return { kind: 'month', word };
  const isKeyDate = beside.kind === 'keydate' && keyDates.some((span) => span.to === word);
  return { kind: isKeyDate ? 'keydate' : 'day', word };
}

/**
 * The period before, of the same kind; undefined before the pilot and before the first key date. Before a day it is
 * the last weekday, since offices are closed at the weekend; before two ends it is as many days.
 */
export function periodBefore(period: Period, spans: ReportingSpans): Period | undefined {
  const lastDay = plusDays(period.from, -1);
  switch (period.kind) {
    case 'pilot':
      return undefined;
    case 'keydate':
      return keyDateBefore(period, spans);
    case 'range': {
      const from = plusDays(period.from, -daysBetween(period.from, period.to).length);
      return periodOf({ kind: 'range', from, to: lastDay }, lastDay, spans);
    }
    case 'day': {
      const weekday = plusDays(lastDay, Math.min(5 - weekdayOf(lastDay), 0));
      return periodOf({ kind: 'day', word: weekday }, weekday, spans);
    }
    default:
      return periodOf({ kind: period.kind }, lastDay, spans);
  }
}

/** Whether two periods have a day in common. */
export const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

function periodOf(ask: PeriodAsk, today: string, spans: ReportingSpans): Period | undefined {
  const answer = parsePeriod(ask, today, spans);
  return 'period' in answer ? answer.period : undefined;
}

function keyDateBefore({ to }: Period, spans: ReportingSpans): Period | undefined {
  const before = spans.keyDates.findLast((span) => span.to < to);
  return before && periodOf({ kind: 'keydate', word: before.to }, to, spans);
}
