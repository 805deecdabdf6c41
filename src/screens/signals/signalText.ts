import type { SiteView } from '../../protocol/messages.js';
import type { By } from '../../queue/events.js';
import { placeOf, roleOf } from '../../queue/roles.js';
import { timeOf } from '../../statistics/calendar.js';
import type { Language, Texts } from '../../texts/texts.js';
import { keyName } from '../parts/bindings.js';
import { signalKeys, type SignalKey } from './keys.js';
import type { SeenSignal } from './openSignals.js';

export interface SignalWords {
  readonly texts: Texts;
  readonly language: Language;
  readonly ascii: boolean;
  readonly site: SiteView;
}

/** The keys that answer a signal: "Strg+K = ich komme   Strg+R = beenden". */
export const signalKeysText = (signal: SeenSignal, words: SignalWords): string =>
  keysFor(signal)
    .map((key) => keyText(key, signal, words))
    .join('   ');

/** A signal in one line. */
export function signalSentence(signal: SeenSignal, words: SignalWords): string {
  const { texts, site } = words;
  const { signals } = texts;
  const clock = (at: number): string => timeOf(at, site.zone);
  switch (signal.kind) {
    case 'help': {
      const { from, at, answeredBy } = signal.call;
      if (signal.isOwn) {
        return answeredBy === null
          ? signals.sent(clock(at))
          : signals.sentAndComes(placeText(answeredBy, words));
      }
      const place = placeWithRoom(from, words);
      return answeredBy === null
        ? signals.helpWanted(place, clock(at))
        : signals.helpComes(place, placeText(answeredBy, words));
    }
    case 'question': {
      const { from, at } = signal.question;
      return signal.isOwn ? signals.asked(clock(at)) : signals.question(placeText(from, words));
    }
    case 'answer': {
      const { answer, answeredBy } = signal.question;
      const place = placeText(answeredBy ?? 'lead', words);
      return answer === 'yes' ? signals.answeredYes(place) : signals.answeredNo(place);
    }
  }
}

/** Keys worth naming beside the signal. */
function keysFor(signal: SeenSignal): readonly SignalKey[] {
  if (signal.kind === 'help' && !signal.isOwn && signal.call.answeredBy === null) return ['come', 'end'];
  return signal.kind === 'question' && !signal.isOwn ? ['yes', 'no'] : ['end'];
}

function keyText(key: SignalKey, signal: SeenSignal, { texts, ascii }: SignalWords): string {
  const { does, key: written } = texts.signals;
  const name = keyName(signalKeys[key].keys[0], texts.keys, ascii);
  switch (key) {
    case 'come':
    case 'yes':
    case 'no':
      return written(name, does[key]);
    default:
      if (signal.kind === 'answer') return written(name, does.hide);
      return written(name, signal.isOwn ? does.takeBack : does.end);
  }
}

/** "Platz 1", "Empfang 2", "Teamleitung"; the bare id of a place that has left the site. */
function placeText(by: By, { site, texts, language }: SignalWords): string {
  return placeIn(by, site)?.label[language] ?? placeOf(by) ?? texts.signals.lead;
}

function placeWithRoom(by: By, words: SignalWords): string {
  const room = placeIn(by, words.site)?.room ?? '';
  const place = placeText(by, words);
  return room === '' ? place : words.texts.signals.withRoom(place, room);
}

function placeIn(by: By, { desks, receptions }: SiteView) {
  const places = roleOf(by) === 'desk' ? desks : receptions;
  return places.find(({ id }) => id === placeOf(by));
}
