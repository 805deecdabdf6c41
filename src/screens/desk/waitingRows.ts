import { currentContact, type Ticket } from '../../queue/day.js';
import { line } from '../../queue/order.js';
import { shortTitle } from '../../routing/labels.js';
import { fit, fitRight, width } from '../parts/cells.js';
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

/** Columns of a row beside title and marks: what is chosen, the arrow, number, concern, wait, and blanks. */
const rowColumns = 26;
/** The concern has its number beside it: so few columns still say which it is. */
const fewestTitleColumns = 6;

/** The line as rows: number, concern, waiting minutes, marks; the one that is next here has an arrow. */
export function waitingRows(scene: Scene): readonly PickItem[] {
  const { day, desk, at } = scene;
  const next = whoIsNext(day, desk, at)?.ticket;
  return line(day).map((ticket) => rowOf(scene, ticket, ticket === next));
}

/** Worded when it comes into sight: a line may be long, a screen is not. */
function rowOf(scene: Scene, ticket: Ticket, isNext: boolean): PickItem {
  return {
    id: ticket.number,
    get text() {
      return shownRow(scene, ticket, isNext);
    },
    get spoken() {
      return spokenRow(scene, ticket, isNext);
    },
  };
}

function shownRow(scene: Scene, ticket: Ticket, isNext: boolean): string {
  const { language, signs } = scene;
  const { concern, queuedAt } = currentContact(ticket);
  const { marks, title } = sharedOut(scene, ticket);
  return [
    fit(isNext ? signs.to : '', 2),
    fit(ticket.number, 5),
    fit(concern, 4),
    fit(shortTitle(concern, language), title, signs.cut),
    fitRight(waitText(scene, queuedAt), 7),
    marks && ` ${marks}`,
  ].join(' ');
}

/** The marks in words, else short; and if these are still too many, the concern gives them some of its room. */
function sharedOut(scene: Scene, ticket: Ticket): { readonly marks: string; readonly title: number } {
  const title = titleColumns(scene);
  const room = listColumns(scene.columns) - rowColumns - title;
  const inWords = withObstacle(scene, ticket, ticketMarksInRow(scene, ticket));
  if (width(inWords) <= room) return { marks: inWords, title };
  const short = withObstacle(scene, ticket, ticketMarksInRow(scene, ticket, scene.texts.desk.shortMarks));
  return { marks: short, title: Math.max(fewestTitleColumns, title - Math.max(0, width(short) - room)) };
}

function spokenRow(scene: Scene, ticket: Ticket, isNext: boolean): string {
  const { concern, queuedAt } = currentContact(ticket);
  const words = scene.texts.desk.list;
  return words.spoken({
    number: ticket.number,
    concern: `${concern} ${shortTitle(concern, scene.language)}`,
    waits: words.waits(waitText(scene, queuedAt)),
    marks: withObstacle(scene, ticket, ticketMarks(scene, ticket)),
    next: isNext,
  });
}

/** What keeps the ticket from this desk, if anything, and the marks. */
function withObstacle({ day, desk, texts }: Scene, ticket: Ticket, marks: readonly string[]): string {
  const obstacle = obstacleOf(day, desk, ticket);
  return [...(obstacle ? [texts.desk.notHere[obstacle]] : []), ...marks].join(', ');
}
