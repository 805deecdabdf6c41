import { Box, Text } from 'ink';
import { visitTitle } from '../../routing/labels.js';
import { timeOf } from '../../statistics/calendar.js';
import type { Day } from '../../queue/day.js';
import { fit } from '../parts/cells.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';

export interface RecentListProps {
  /** Numbers and visits that this station booked, latest first. */
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: number;
}

/** The last check-ins of this station. */
export function RecentList({ names, rows, columns }: RecentListProps) {
  const { texts, language, screenReader } = useTerminal();
  const { view } = useStation();
  const { day, site } = view;
  const shown = day && site ? names.slice(0, rows).map((name) => ({ name, ...bookingOf(day, name) })) : [];
  if (screenReader && shown.length === 0) return null;
  return (
    <Box flexDirection="column" {...(screenReader ? {} : { height: rows + 1, flexShrink: 0 })}>
      {shown.length > 0 && <Text dimColor>{texts.checkin.recent}</Text>}
      {shown.map(({ name, at, concern, rule, isCancelled }) => (
        <Text key={name} wrap="truncate-end" strikethrough={isCancelled && !screenReader}>
          {fit(
            [
              fit(name, 5),
              timeOf(at, site?.zone ?? 'UTC'),
              isCancelled && texts.checkin.cancelled,
              [concern, visitTitle(concern, rule, language)].filter(Boolean).join(' '),
            ]
              .filter(Boolean)
              .join('  '),
            columns,
          )}
        </Text>
      ))}
    </Box>
  );
}

/** What the day knows of a number or a visit. */
function bookingOf(day: Day, name: string) {
  const ticket = day.tickets[name];
  const visit = day.visits[name];
  return {
    at: ticket?.bookedAt ?? visit?.at ?? 0,
    concern: ticket?.concern ?? visit?.concern ?? null,
    rule: ticket?.booking.rule ?? visit?.booking.rule ?? '',
    isCancelled: ticket?.ending === 'cancelled' || visit?.cancelled === true,
  };
}
