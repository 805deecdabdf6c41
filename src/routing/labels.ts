/** Words for concerns, questions, places and modes in both languages. What a language lacks falls back to the office's own German. */
import { routing as german } from '../texts/de/routing.js';
import { routing as english } from '../texts/en/routing.js';
import type { RoutingTexts } from '../texts/de/routing.js';
import type { Language } from '../texts/language.js';
import { concernOf } from './catalogue.js';
import type { Destination, FactName, Mode } from './shipped.js';

type Words = Readonly<Record<string, string>>;

/** The compiler wants a wording for every fact, destination and mode of the routing table. */
type Complete = RoutingTexts & {
  readonly questions: Readonly<Record<FactName, string>>;
  readonly destinations: Readonly<Record<Destination, string>>;
  readonly modes: Readonly<Record<Mode, string>>;
};

const texts: Readonly<Record<Language, Complete>> = { de: german, en: english };

/** The full title; German is the catalogue's to the letter. */
export function concernTitle(id: string, language: Language): string {
  return texts[language].titles[id] ?? concernOf(id)?.title ?? id;
}

/** At most 34 columns for the shipped concerns; a concern without a short name shows its title. */
export function shortTitle(id: string, language: Language): string {
  const short: Words = texts[language].shortTitles;
  return short[id] ?? concernTitle(id, language);
}

/** Number and short title; an imported concern that the catalogue lacks is its code. */
export function concernLabel(id: string, language: Language): string {
  const title = shortTitle(id, language);
  return title === id ? id : `${id} ${title}`;
}

/** What a visit was about: its concern, or what its rule stands for where there is none. */
export function visitTitle(concern: string | null, rule: string, language: Language): string {
  const withoutConcern: Words = texts[language].withoutConcern;
  return concern === null ? (withoutConcern[rule] ?? rule) : shortTitle(concern, language);
}

export function questionText(fact: FactName, language: Language): string {
  return texts[language].questions[fact];
}

export function destinationLabel(destination: Destination, language: Language): string {
  return texts[language].destinations[destination];
}

export function modeLabel(mode: Mode, language: Language): string {
  return texts[language].modes[mode];
}
