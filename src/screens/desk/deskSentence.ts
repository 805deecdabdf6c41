import type { Presence } from '../../protocol/messages.js';
import { currentContact, type Desk, type Ticket } from '../../queue/day.js';
import { line, mayServe } from '../../queue/order.js';
import { shortTitle } from '../../routing/labels.js';
import { waitingSince } from '../../statistics/contacts.js';
import { formatDay } from '../../texts/format.js';
import { openTicketOf, placeLabel, sinceText, waitText, wordFor, type Scene } from './scene.js';

/** What is going on at this desk, in one sentence: "E017 aufgerufen seit 0:35 · auf Anzeige". */
export function deskSentence(scene: Scene, presence: Presence | null): string {
  const { day, desk, texts, language, signs } = scene;
  const words = texts.desk.sentence;
  const now = day.desks[desk];
  const ticket = openTicketOf(scene);
  const parts = (): readonly (string | null)[] => {
    if (day.closedAt !== null) return [words.dayClosed(formatDay(day.day, language))];
    if (ticket) return ticket.state === 'called' ? called(scene, ticket, presence) : inService(scene, ticket);
    return [now ? withoutTicket(scene, now) : words.closed(placeLabel(scene, desk)), ...waiting(scene)];
  };
  return parts().filter(Boolean).join(` ${signs.dot} `);
}

function withoutTicket(scene: Scene, { state, activity, team, since }: Desk): string {
  const { site, desk, language, texts } = scene;
  const words = texts.desk.sentence;
  const place = placeLabel(scene, desk);
  switch (state) {
    case 'free':
    case 'contact':
      return words.free(place);
    case 'closed':
      return words.closed(place);
    case 'pause':
      return words.pause(place, sinceText(scene, since));
    case 'caseWork':
    case 'activity':
    case 'reinforcement': {
      const name = wordFor(site.activities, activity ?? '', language);
      const forTeam = team === null ? name : `${name}, ${texts.desk.team(team)}`;
      return words.activity(place, forTeam, sinceText(scene, since));
    }
  }
}

function called(scene: Scene, ticket: Ticket, presence: Presence | null): (string | null)[] {
  const words = scene.texts.desk.sentence;
  return [
    words.called(ticket.number, sinceText(scene, ticket.calledAt ?? scene.at)),
    ticket.recalls > 0 ? words.nthCall(ticket.recalls + 1) : null,
    presence && onDisplay(ticket.number, presence, words),
  ];
}

function onDisplay(
  number: string,
  { shown, displays }: Presence,
  words: Scene['texts']['desk']['sentence'],
): string {
  if (shown.includes(number)) return words.onDisplay;
  return displays === 0 ? words.noDisplay : words.notYetOnDisplay;
}

/** Service runs from the answered call; parked spans are no part of it. */
function inService(scene: Scene, ticket: Ticket): string[] {
  const { texts, language } = scene;
  const { concern, startedAt, calledAt, parkedMs } = currentContact(ticket);
  const from = (startedAt ?? calledAt ?? scene.at) + parkedMs;
  return [
    texts.desk.sentence.inService(ticket.number, sinceText(scene, from)),
    `${concern} ${shortTitle(concern, language)}`,
  ];
}

function waiting(scene: Scene): string[] {
  const { day, desk, texts } = scene;
  const words = texts.desk.sentence;
  const count = day.waiting.length;
  if (count === 0) return [words.nobodyWaits];
  const [longest] = waitingSince(day);
  const here = line(day).filter((ticket) => mayServe(day, desk, ticket)).length;
  return [words.waiting(count, here === count ? null : here, waitText(scene, longest?.queuedAt ?? scene.at))];
}
