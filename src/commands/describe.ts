import type { SiteView } from '../protocol/messages.js';
import { shortTitle } from '../routing/labels.js';
import { textsFor, type Language } from '../texts/texts.js';
import type { Outcome } from './outcome.js';

/** What became of a ticket or a desk, in one line. */
export function describeOutcome(outcome: Outcome, site: SiteView, language: Language): string[] {
  const texts = textsFor(language).commands.printed;
  const { number, concern, desk, state, extraDesks, waitedSeconds } = outcome;
  const place = placeLabel(desk ?? outcome.from, site, language);
  const words: Readonly<Record<string, string>> = texts.states;
  const told = words[outcome.outcome ?? outcome.ending ?? state ?? ''] ?? state ?? '';
  const title = concern ? `${concern} ${shortTitle(concern, language)}` : undefined;
  const waited =
    waitedSeconds === undefined ? undefined : texts.waited({ minutes: Math.round(waitedSeconds / 60) });
  const advised = extraDesks === undefined ? undefined : texts.extraDesks({ count: extraDesks });
  return [
    [number, told, place, title, waited, advised]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
  ];
}

/** "Platz 1" for a desk's id or for who signalled. */
function placeLabel(place: string | undefined, site: SiteView, language: Language): string | undefined {
  const [role, id] = place?.split('/') ?? [];
  const places = role === 'reception' ? site.receptions : site.desks;
  return places.find((each) => each.id === (id ?? role))?.label[language] ?? place;
}
