import { currentContact, type Ticket } from '../../queue/day.js';
import { line } from '../../queue/order.js';
import { shortTitle } from '../../routing/labels.js';
import { fit, fitRight } from '../parts/cells.js';
import type { PickItem } from '../parts/PickList.js';
import { listColumns } from './panes.js';
import { waitText, type Scene } from './scene.js';
import { ticketMarks, ticketMarksInRow } from './ticketMarks.js';
import { obstacleOf, whoIsNext } from './whoIsNext.js';

/** Columns of a row beside the title: what is chosen, the arrow, number, concern, wait, and room for marks. */
const otherColumns = 48;
/** As many as leave room for marks on the smallest terminal, and as the longest short title takes. */
const titleColumns = ({ columns }: Pick<Scene, 'columns'>): number =>
  Math.min(34, Math.max(28, listColumns(columns) - otherColumns));

/** The line as rows: number, concern, waiting minutes, marks; the one that is next here has an arrow. */
export function waitingRows(scene: Scene): readonly PickItem[] {
  const { day, desk, at } = scene;
  const next = whoIsNext(day, desk, at)?.ticket;
  return line(day).map((ticket) => rowOf(scene, ticket, ticket === next));
}

function rowOf(scene: Scene, ticket: Ticket, isNext: boolean): PickItem {
  const { day, desk, language, texts, signs } = scene;
  const { concern, queuedAt } = currentContact(ticket);
  const obstacle = obstacleOf(day, desk, ticket);
  const withObstacle = (marks: readonly string[]): string =>
    [...(obstacle ? [texts.desk.notHere[obstacle]] : []), ...marks].join(', ');
  const marks = withObstacle(ticketMarksInRow(scene, ticket));
  const waits = waitText(scene, queuedAt);
  const title = shortTitle(concern, language);
  return {
    id: ticket.number,
    text: [
      fit(isNext ? signs.to : '', 2),
      fit(ticket.number, 5),
      fit(concern, 4),
      fit(title, titleColumns(scene), signs.cut),
      fitRight(waits, 7),
      marks && ` ${marks}`,
    ].join(' '),
    spoken: texts.desk.list.spoken({
      number: ticket.number,
      concern: `${concern} ${title}`,
      waits: texts.desk.list.waits(waits),
      marks: withObstacle(ticketMarks(scene, ticket)),
      next: isNext,
    }),
  };
}
