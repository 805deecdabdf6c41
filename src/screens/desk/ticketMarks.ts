import { currentContact, type Ticket } from '../../queue/day.js';
import type { Texts } from '../../texts/texts.js';
import { wordFor, type Scene } from './scene.js';

/** What staff should know about a visitor, most pressing first: "dringend: Notfall", "Dolmetscher". */
export function ticketMarks(scene: Scene, ticket: Ticket): readonly string[] {
  const { site, language, texts } = scene;
  const { urgent } = ticket.marks;
  const others = otherMarks(scene, ticket, texts.desk.marks);
  return urgent === undefined
    ? others
    : [texts.desk.marks.urgent(wordFor(site.deviationReasons, urgent, language)), ...others];
}

/** The same for a row of a list: without the reason, which would push the others out. */
export function ticketMarksInRow(
  scene: Scene,
  ticket: Ticket,
  words: Texts['desk']['shortMarks'] = scene.texts.desk.marks,
): readonly string[] {
  const others = otherMarks(scene, ticket, words);
  return ticket.marks.urgent === undefined ? others : [scene.texts.desk.marks.urgentInRow, ...others];
}

function otherMarks({ desk }: Scene, ticket: Ticket, words: Texts['desk']['shortMarks']): readonly string[] {
  const { confidential, interpreter, assisted, team } = ticket.marks;
  const isBack = ticket.state === 'waiting' && currentContact(ticket).calledAt !== null;
  return [
    confidential && words.confidential,
    interpreter && words.interpreter,
    assisted && words.assisted,
    team !== undefined && team !== 'unknown' && words.team(team),
    ticket.reservedFor === desk && words.reservedHere,
    ticket.noShows > 0 && words.noShows(ticket.noShows),
    isBack && words.interrupted,
    ticket.madeUp && words.madeUp,
  ].filter((mark) => typeof mark === 'string');
}
