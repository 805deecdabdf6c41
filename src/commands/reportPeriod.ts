import { askOfWord, periodBefore } from '../statistics/comparedPeriod.js';
import {
  parsePeriod,
  type Period,
  type PeriodAsk,
  type PeriodRejection,
  type ReportingSpans,
} from '../statistics/period.js';
import { formatDay } from '../texts/format.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure } from './fail.js';

/** Optional words come as true when only the flag was given. */
type Word = string | true;

export interface PeriodOptions {
  readonly day?: Word;
  readonly week?: Word;
  readonly month?: Word;
  readonly quarter?: Word;
  readonly year?: Word;
  readonly pilot?: true;
  readonly keydate?: Word;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  /** A period of any kind; true: the one before. */
  readonly compare?: Word;
}

/** What a site's calendar knows. */
export interface Calendar extends ReportingSpans {
  /** 'YYYY-MM-DD' */
  readonly today: string;
  /** There are figures of the time before. */
  readonly hasBaseline: boolean;
}

export function askedPeriod(options: PeriodOptions, calendar: Calendar, language: Language): Period {
  return readPeriod(askOf(options, language), calendar, language);
}

/**
 * The period beside it, if any was asked for. Before the pilot and the first key date there is only the baseline,
 * which their reports print anyway.
 */
export function comparedPeriod(
  { compare }: PeriodOptions,
  period: Period,
  calendar: Calendar,
  language: Language,
): Period | undefined {
  if (compare === undefined) return undefined;
  if (compare !== true) return readPeriod(askOfWord(compare, period, calendar), calendar, language);
  const before = periodBefore(period, calendar);
  if (before || calendar.hasBaseline) return before;
  throw new Failure('nothingBefore', textsFor(language).failures.nothingBefore());
}

function readPeriod(ask: PeriodAsk, calendar: Calendar, language: Language): Period {
  const answer = parsePeriod(ask, calendar.today, calendar);
  if ('rejection' in answer) throw badPeriod(answer.rejection, language);
  return answer.period;
}

/** One kind of period at a time; nothing said means today. */
function askOf(options: PeriodOptions, language: Language): PeriodAsk {
  const asks: PeriodAsk[] = [];
  for (const kind of ['day', 'week', 'month', 'quarter', 'year', 'keydate'] as const) {
    const word = options[kind];
    if (word !== undefined) asks.push(word === true ? { kind } : { kind, word });
  }
  if (options.pilot) asks.push({ kind: 'pilot' });

  if (options.from !== undefined) {
    asks.push({ kind: 'range', from: options.from, ...(options.to === undefined ? {} : { to: options.to }) });
  } else if (options.to !== undefined) {
    throw new Failure('badPeriod', textsFor(language).failures.fromMissing(), 2);
  }
  if (asks.length > 1) throw new Failure('badPeriod', textsFor(language).failures.onePeriod(), 2);
  return asks[0] ?? { kind: 'day' };
}

function badPeriod(rejection: PeriodRejection, language: Language): Failure {
  const texts = textsFor(language).failures;
  switch (rejection.name) {
    case 'periodInverted':
      return new Failure(rejection.name, texts.invertedPeriod(), 1);
    case 'unknownKeyDate':
      return new Failure(rejection.name, texts.unknownKeyDate({ known: rejection.known }), 2);
    case 'pilotNotBegun':
      return new Failure(
        rejection.name,
        texts.pilotNotBegun({ from: formatDay(rejection.from, language) }),
        1,
      );
    case 'unreadablePeriod':
      return new Failure(
        rejection.name,
        texts.badPeriod({ word: rejection.word, example: rejection.example }),
        2,
      );
  }
}
