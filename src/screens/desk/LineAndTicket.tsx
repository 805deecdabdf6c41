import { Box, Text } from 'ink';
import { memo } from 'react';
import { currentContact, type Ticket } from '../../queue/day.js';
import { line } from '../../queue/order.js';
import { wholeMinutes } from '../parts/durations.js';
import { PickList } from '../parts/PickList.js';
import { missedTickets, parkedTickets } from './asideRows.js';
import type { Draft } from './draft.js';
import type { Scene } from './scene.js';
import { TicketPanel, panelRows } from './TicketPanel.js';
import { useScene } from './useScene.js';
import { waitingRows } from './waitingRows.js';
import { whoIsNext } from './whoIsNext.js';

export interface LineAndTicketProps {
  /** The open ticket; without one the next is shown, so that the desk can prepare (R106). */
  readonly ticket: Ticket | undefined;
  readonly draft: Draft;
  readonly chosen: string | null;
  readonly onChoose: (number: string) => void;
  readonly rows: number;
  /** Parked and missed tickets stand in the second pane. */
  readonly isWide: boolean;
}

/** Nothing here counts seconds: the waits are whole minutes. */
const lookAgainMs = 5000;

function waitsAndNext({ day, desk, at }: Scene): string {
  const waits = line(day).map((ticket) => wholeMinutes(at - currentContact(ticket).queuedAt));
  return `${whoIsNext(day, desk, at)?.ticket.number} ${waits.join(' ')}`;
}

/** The visitor at the desk or the next one, and below the line. Not drawn anew for every second that the sentence counts. */
export const LineAndTicket = memo(function LineAndTicket(props: LineAndTicketProps) {
  const scene = useScene(waitsAndNext, lookAgainMs);
  return scene && <Shown scene={scene} {...props} />;
});

type ShownProps = LineAndTicketProps & { readonly scene: Scene };

function Shown({ scene, ticket, draft, rows, isWide, chosen, onChoose }: ShownProps) {
  const { day, desk, at, texts, screenReader } = scene;
  const rowsOfLine = waitingRows(scene);
  const next = ticket ?? whoIsNext(day, desk, at)?.ticket;
  const used = panelRows + 1 + (isWide ? 0 : 1);
  return (
    <Box flexDirection="column">
      <TicketPanel scene={scene} ticket={next} isOpen={ticket !== undefined} draft={draft} />
      <Text bold>{texts.desk.list.title(rowsOfLine.length)}</Text>
      <Box flexDirection="column" height={screenReader ? undefined : rows - used} overflow="hidden">
        <PickList
          items={rowsOfLine}
          chosen={chosen}
          onChoose={onChoose}
          rows={rows - used}
          empty={texts.desk.list.empty}
        />
      </Box>
      {!isWide && <Aside scene={scene} />}
    </Box>
  );
}

/** Parked and missed numbers in one row, where there is no second pane. */
function Aside({ scene }: { readonly scene: Scene }) {
  const { texts, signs } = scene;
  const words = texts.desk.list;
  const parts = [
    [words.parked, parkedTickets(scene)] as const,
    [words.missed, missedTickets(scene)] as const,
  ].flatMap(([title, tickets]) =>
    tickets.length === 0 ? [] : [`${title}: ${tickets.map(({ number }) => number).join(', ')}`],
  );
  return <Text wrap="truncate-end">{parts.join(` ${signs.dot} `) || ' '}</Text>;
}
