import type { ExpectedWait } from '../staffing/nextInLine.js';
import { dayOf, timeOf } from '../statistics/calendar.js';
import { slip as german } from './de/slip.js';
import { slip as english } from './en/slip.js';
import { formatDay } from './format.js';

/** What a visitor takes along. There is no field for the concern, so that none can be printed. */
export interface Slip {
  readonly number: string;
  readonly waitingPlace: { readonly de: string; readonly en: string };
  /** When the number was given, ms since the epoch. */
  readonly at: number;
  /** IANA name of the site's zone. */
  readonly zone: string;
  readonly wait: ExpectedWait | null;
}

/** The lines below the number, one sentence each: German, an empty one, English. */
export function slipLines({ waitingPlace, at, zone, wait }: Slip): readonly string[] {
  const day = dayOf(at, zone);
  const time = timeOf(at, zone);
  const linesIn = (language: 'de' | 'en', words: typeof english): string[] => [
    words.waitHere(waitingPlace[language]),
    ...(wait ? [words.wait(wait.fromMinutes, wait.toMinutes)] : []),
    words.call,
  ];
  return [german.given(formatDay(day, 'de'), time), ...linesIn('de', german), '', ...linesIn('en', english)];
}
