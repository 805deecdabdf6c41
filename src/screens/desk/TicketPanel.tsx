import { Box, Text } from 'ink';
import type { Ticket } from '../../queue/day.js';
import { emptyDraft, type Draft } from './draft.js';
import { preparationFor } from './preparation.js';
import type { Scene } from './scene.js';

/** Rows of the panel, whoever is in it: what stands below never moves. */
export const panelRows = 8;

export interface TicketPanelProps {
  readonly scene: Scene;
  readonly ticket: Ticket | undefined;
  /** Called or in service here; else it is the next one. */
  readonly isOpen: boolean;
  readonly draft: Draft;
}

/** Everything beo knows of one visitor, for whoever serves them. */
export function TicketPanel({ scene, ticket, isOpen, draft }: TicketPanelProps) {
  const { texts, screenReader, day, signs } = scene;
  const words = texts.desk.panel;
  const height = screenReader ? undefined : panelRows;
  if (!ticket) {
    return (
      <Box height={height} flexShrink={0}>
        <Text dimColor>{day.waiting.length === 0 ? words.nobody : words.nobodyHere}</Text>
      </Box>
    );
  }
  const {
    title,
    facts,
    reminders,
    draft: noted,
  } = preparationFor(scene, ticket, isOpen ? draft : emptyDraft);
  return (
    <Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
      <Text wrap="truncate-end">
        {isOpen ? words.open : words.next} <Text bold>{title}</Text>
      </Text>
      {reminders.map((reminder) => (
        <Box key={reminder} paddingLeft={2} flexShrink={0}>
          <Text bold color="yellow">
            {`${signs.error} ${reminder}`}
          </Text>
        </Box>
      ))}
      {noted !== null && <Text wrap="truncate-end">{`  ${signs.to} ${noted}`}</Text>}
      {facts.map((fact) => (
        <Box key={fact} paddingLeft={2} flexShrink={0}>
          <Text>{fact}</Text>
        </Box>
      ))}
    </Box>
  );
}
