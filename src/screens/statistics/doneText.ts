import type { Event } from '../../queue/events.js';
import { shortTitle } from '../../routing/labels.js';
import type { Scene } from './scene.js';

/** What an accepted ask of the lead did, in words; undefined for what this screen never asks. */
export function doneText(
  { site, language, texts }: Pick<Scene, 'site' | 'language' | 'texts'>,
  events: readonly Event[],
): string | undefined {
  const words = texts.statistics.done;
  const place = (desk: string): string => site.desks.find(({ id }) => id === desk)?.label[language] ?? desk;
  const event = events.at(-1);
  switch (event?.type) {
    case 'VisitCorrected':
      return words.corrected(event.visit, `${event.concern} ${shortTitle(event.concern, language)}`);
    case 'VisitCancelled':
      return words.cancelled(event.visit);
    case 'TicketMarked':
      return event.marks.urgent === undefined ? words.notUrgent(event.number) : words.urgent(event.number);
    case 'DeskOpened':
      return words.opened(place(event.desk));
    case 'DeskClosed':
      return words.closed(place(event.desk));
    case 'ExtraDesksDecided':
      return words.decided(event.answer);
    case 'DayClosed':
      return words.dayClosed;
    case 'ActionUndone':
      return words.undone;
    default:
      return undefined;
  }
}
