import { currentContact, type Day, type Ticket, type TicketState } from '../../queue/day.js';
import { shortTitle } from '../../routing/labels.js';
import { fit } from '../parts/cells.js';
import type { PickItem } from '../parts/PickList.js';
import { placeLabel, type Scene } from './scene.js';

const inState = (day: Day, state: TicketState): Ticket[] =>
  Object.values(day.tickets).filter((ticket) => ticket.state === state);

/** Parked tickets, those of this desk first. */
export const parkedTickets = ({ day, desk }: Pick<Scene, 'day' | 'desk'>): readonly Ticket[] =>
  inState(day, 'parked').toSorted((a, b) => Number(b.desk === desk) - Number(a.desk === desk));

/** Tickets that were called and did not come, the latest last. */
export const missedTickets = ({ day }: Pick<Scene, 'day'>): readonly Ticket[] =>
  inState(day, 'missed').toSorted((a, b) => a.lastAt - b.lastAt);

export const parkedRows = (scene: Scene): readonly PickItem[] =>
  parkedTickets(scene).map((ticket) =>
    rowOf(scene, ticket, scene.texts.desk.list.at(placeLabel(scene, ticket.desk ?? ''))),
  );

export const missedRows = (scene: Scene): readonly PickItem[] =>
  missedTickets(scene).map((ticket) => rowOf(scene, ticket, scene.texts.desk.marks.noShows(ticket.noShows)));

function rowOf({ language, signs }: Scene, ticket: Ticket, remark: string): PickItem {
  const { concern } = currentContact(ticket);
  const title = shortTitle(concern, language);
  return {
    id: ticket.number,
    text: `${fit(ticket.number, 5)} ${fit(concern, 4)} ${fit(title, 34, signs.cut)} ${remark}`,
    spoken: `${ticket.number}, ${concern} ${title}, ${remark}`,
  };
}
