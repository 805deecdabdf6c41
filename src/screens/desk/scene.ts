import type { CodeLabel, SiteView } from '../../protocol/messages.js';
import type { Day, Ticket } from '../../queue/day.js';
import { timeOf } from '../../statistics/calendar.js';
import type { Language, Texts } from '../../texts/texts.js';
import { minutesAndSeconds, wholeMinutes } from '../parts/durations.js';
import type { Signs } from '../parts/signs.js';

/** What the desk's sentences are made from: the day as it is, the moment, and how to write. */
export interface Scene {
  readonly day: Day;
  readonly site: SiteView;
  /** Id of this desk. */
  readonly desk: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly language: Language;
  readonly texts: Texts;
  readonly signs: Signs;
  /** Times of day instead of times that run, so that nothing changes while it is read out. */
  readonly screenReader: boolean;
  /** Character cells of the terminal. */
  readonly columns: number;
}

/** The ticket that is called or served here. */
export function openTicketOf({ day, desk }: Pick<Scene, 'day' | 'desk'>): Ticket | undefined {
  const number = day.desks[desk]?.number ?? null;
  return number === null ? undefined : day.tickets[number];
}

/** "Platz 1"; the bare id of a desk that has left the site. */
export const placeLabel = ({ site, language }: Pick<Scene, 'site' | 'language'>, desk: string): string =>
  site.desks.find(({ id }) => id === desk)?.label[language] ?? desk;

/** The site's word for a code; the bare code if the site no longer has it. */
export const wordFor = (list: readonly CodeLabel[], code: string, language: Language): string =>
  list.find((each) => each.code === code)?.[language] ?? code;

/** "seit 3:12", or "seit 10:41 Uhr" for a screen reader. */
export function sinceText({ at, site, texts, screenReader }: Scene, from: number): string {
  const { times } = texts.desk;
  return screenReader ? times.since(timeOf(from, site.zone)) : times.running(minutesAndSeconds(at - from));
}

/** "12 min", or "seit 10:29 Uhr" for a screen reader. */
export function waitText({ at, site, texts, screenReader }: Scene, from: number): string {
  const { times } = texts.desk;
  return screenReader ? times.since(timeOf(from, site.zone)) : times.minutes(wholeMinutes(at - from));
}
