import type { BoardCall } from '../../protocol/messages.js';
import { textsFor } from '../../texts/texts.js';

/** What can be said of a call in the waiting room. */
export interface Announcement {
  /** "E017" */
  readonly number: string;
  /** "Platz 1"; empty where visitors are fetched. */
  readonly place: string;
  /** A sentence for each language: "Nummer E 17. Bitte zu Platz 1." */
  readonly text: { readonly de: string; readonly en: string };
}

export function announcementOf({ number, place, fetched }: BoardCall): Announcement {
  const { announced, announcedFetched } = textsFor('de').display;
  const spoken = spokenNumber(number);
  const text = fetched
    ? { de: announcedFetched.de(spoken), en: announcedFetched.en(spoken) }
    : { de: announced.de(spoken, place), en: announced.en(spoken, place) };
  return { number, place: fetched ? '' : place, text };
}

/** "E017" → "E 17", so that it is read as a letter and a number. */
const spokenNumber = (number: string): string => number.replace(/^(\D+)0*(\d+)$/, '$1 $2');
