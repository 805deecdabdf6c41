import { currentContact, type Ticket } from '../../queue/day.js';
import { wordFor, type Scene } from './scene.js';

/** What staff should know about a visitor, most pressing first: "dringend: Notfall", "Dolmetscher". */
export function ticketMarks(scene: Scene, ticket: Ticket): readonly string[] {
  const { site, language, texts } = scene;
  const { urgent } = ticket.marks;
  return urgent === undefined
    ? otherMarks(scene, ticket)
    : [
        texts.desk.marks.urgent(wordFor(site.deviationReasons, urgent, language)),
        ...otherMarks(scene, ticket),
      ];
}

/** The same for a row of a list: without the reason, which would push the others out. */
export const ticketMarksInRow = (scene: Scene, ticket: Ticket): readonly string[] =>
  ticket.marks.urgent === undefined
    ? otherMarks(scene, ticket)
    : [scene.texts.desk.marks.urgentInRow, ...otherMarks(scene, ticket)];

function otherMarks({ desk, texts }: Scene, ticket: Ticket): readonly string[] {
  const words = texts.desk.marks;
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
