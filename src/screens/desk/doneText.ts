import type { Event } from '../../queue/events.js';
import { destinationLabel, shortTitle } from '../../routing/labels.js';
import { isDestination } from '../../routing/onward.js';
import { placeLabel, wordFor, type Scene } from './scene.js';

/** What an accepted ask of a desk did, in words; of several events the last one says it. Undefined for what a desk never asks. */
export function doneText(scene: Scene, events: readonly Event[]): string | undefined {
  const { day, site, language, texts } = scene;
  const words = texts.desk.done;
  const event = events.at(-1);
  switch (event?.type) {
    case 'TicketCalled':
      return words.called(event.number);
    case 'TicketRecalled':
      return words.recalled(event.number, (day.tickets[event.number]?.recalls ?? 0) + 1);
    case 'CallWithdrawn':
      return words.withdrawn(event.number);
    case 'ServiceStarted':
      return words.started(event.number);
    case 'ContactFinished':
      return words.finished(event.number, outcomeText(scene, event.outcome, event.destination));
    case 'TicketRequeued':
      return words.requeued(event.number, `${event.concern} ${shortTitle(event.concern, language)}`);
    case 'TicketTransferred':
      return words.transferred(
        event.number,
        event.toDesk === undefined ? null : placeLabel(scene, event.toDesk),
      );
    case 'TicketParked':
      return words.parked(event.number);
    case 'TicketResumed':
      return event.to === 'service' ? words.resumed(event.number) : words.backInLine(event.number);
    case 'TicketMissed':
      return words.missed(event.number);
    case 'TicketLeft':
      return words.left(event.number);
    case 'DeskOpened':
      return words.opened(placeLabel(scene, event.desk));
    case 'DeskClosed':
      return words.closed(placeLabel(scene, event.desk));
    case 'DeskPaused':
      return words.paused(placeLabel(scene, event.desk));
    case 'ActivityStarted': {
      const activity = wordFor(site.activities, event.activity, language);
      const waiting = day.waiting.length;
      return waiting === 0 ? words.activity(activity) : words.activityWhileWaiting(activity, waiting);
    }
    case 'ActionUndone':
      return words.undone;
    default:
      return undefined;
  }
}

/** "Termin: Leistungssachbearbeitung (703/704)". */
export function outcomeText(
  { texts, language }: Pick<Scene, 'texts' | 'language'>,
  outcome: keyof Scene['texts']['desk']['outcomes'],
  destination?: string,
): string {
  const name = texts.desk.outcomes[outcome];
  if (destination === undefined) return name;
  return `${name}: ${isDestination(destination) ? destinationLabel(destination, language) : destination}`;
}
