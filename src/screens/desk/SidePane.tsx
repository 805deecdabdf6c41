import { Box, Text } from 'ink';
import { cutTo } from '../parts/cells.js';
import { listWindow } from '../parts/listWindow.js';
import { missedTickets, parkedTickets } from './asideRows.js';
import { sidePaneColumns } from './panes.js';
import { placeLabel, type Scene } from './scene.js';
import { currentContact, type Ticket } from '../../queue/day.js';
import { shortTitle } from '../../routing/labels.js';

/** Beside the line on a wide terminal: whether the other desks are free, who is parked, who did not appear. */
export function SidePane({ scene, rows }: { readonly scene: Scene; readonly rows: number }) {
  const { site, day, desk, texts, language, columns, signs } = scene;
  const width = sidePaneColumns(columns);
  const words = texts.desk.list;
  const others = site.desks
    .filter(({ id }) => id !== desk)
    .map(({ id, label }) => `${label[language]}: ${texts.desk.otherDesk[day.desks[id]?.state ?? 'closed']}`);
  const parked = parkedTickets(scene).map((ticket) => {
    if (ticket.desk === desk) return rowOf(scene, ticket);
    // Whose it is stays in sight: the concern makes room.
    const where = ` ${words.at(placeLabel(scene, ticket.desk ?? ''))}`;
    return cutTo(rowOf(scene, ticket), Math.max(10, width - where.length), signs.cut) + where;
  });
  const missed = missedTickets(scene).map((ticket) => rowOf(scene, ticket));
  const each = Math.floor((rows - 8) / 3);
  return (
    <Box flexDirection="column" width={width} height={rows} overflow="hidden" flexShrink={0}>
      <Section title={words.otherDesks} lines={others} rows={each} columns={width} empty={words.none} />
      <Section title={words.parked} lines={parked} rows={each} columns={width} empty={words.none} />
      <Section title={words.missed} lines={missed} rows={each} columns={width} empty={words.none} />
    </Box>
  );
}

const rowOf = ({ language }: Scene, ticket: Ticket): string => {
  const { concern } = currentContact(ticket);
  return `${ticket.number} ${concern} ${shortTitle(concern, language)}`;
};

interface SectionProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly empty: string;
}

function Section({ title, lines, rows, columns, empty }: SectionProps) {
  const { from, to } = listWindow(lines.length, 0, rows);
  return (
    <Box flexDirection="column" marginBottom={1} flexShrink={0}>
      <Text bold>{title}</Text>
      {lines.length === 0 && <Text dimColor>{empty}</Text>}
      {lines.slice(from, to).map((text) => (
        <Text key={text} wrap="truncate-end">
          {cutTo(text, columns)}
        </Text>
      ))}
      {to < lines.length && <Text dimColor>{`+ ${lines.length - to}`}</Text>}
    </Box>
  );
}
