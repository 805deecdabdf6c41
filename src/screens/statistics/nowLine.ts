import type { LiveFigures, TodaySummary } from '../../statistics/live.js';
import { timeOf } from '../../statistics/calendar.js';
import { minutesAndSeconds, wholeMinutes } from '../parts/durations.js';
import type { Scene } from './scene.js';

/** The answer first (R33, R102): how many are here, and how long the one who waits longest has waited. */
export interface NowLine {
  readonly people: string;
  readonly longest: string;
  readonly isOverTarget: boolean;
}

export function nowLine(
  { day, site, at, texts, screenReader }: Scene,
  { current, waiting, called, inService }: LiveFigures,
  { longestWaiting }: Pick<TodaySummary, 'longestWaiting'>,
): NowLine {
  const words = texts.statistics.now;
  if (day.closedAt !== null) return { people: words.dayClosed, longest: '', isOverTarget: false };
  const people = words.people(current, waiting, called, inService);
  if (!longestWaiting) return { people, longest: words.nobodyWaits, isOverTarget: false };
  const { number, waitedMs, isOverTarget } = longestWaiting;
  const longest = screenReader
    ? words.longestSince(timeOf(at - waitedMs, site.zone), number)
    : words.longest(minutesAndSeconds(waitedMs), number);
  const target = isOverTarget ? `, ${words.overTarget(wholeMinutes(site.waitTargetMs))}` : '';
  return { people, longest: longest + target, isOverTarget };
}
