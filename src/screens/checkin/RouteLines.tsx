import { Box, Text } from 'ink';
import { destinationLabel, modeLabel } from '../../routing/labels.js';
import type { Route } from '../../routing/routes.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';

export interface RouteLinesProps {
  readonly route: Route;
  /** What is to be recorded in other programs, verbatim. */
  readonly records: readonly string[];
  /** The reason may take a second row. */
  readonly isRoomy: boolean;
}

/** Where the visitor goes, with room and phone, and the rule of the concept that says so. */
export function RouteLines({ route, records, isRoomy }: RouteLinesProps) {
  const { texts, language, signs } = useTerminal();
  const { view } = useStation();
  const { destination, mode, condition, inform, way } = route;
  const found = view.site?.destinations[destination];
  const place = way === 'ticket' ? view.site?.waitingPlace[language] : found?.room;
  const where = [
    destinationLabel(destination, language),
    place,
    found?.phone && texts.checkin.phone(found.phone),
    modeLabel(mode, language),
  ];
  const why = [
    texts.checkin.condition(condition),
    records.length > 0 && texts.checkin.record(records.join(', ')),
    inform.length > 0 &&
      texts.checkin.inform(inform.map((each) => destinationLabel(each, language)).join(', ')),
  ];
  return (
    <Box flexDirection="column">
      <Text color="cyan" bold wrap="truncate-end">
        {`${signs.to} ${where.filter(Boolean).join(` ${signs.dot} `)}`}
      </Text>
      <Box paddingLeft={2} height={isRoomy ? undefined : 1} overflow="hidden">
        <Text dimColor wrap={isRoomy ? 'wrap' : 'truncate-end'}>
          {why.filter(Boolean).join(` ${signs.dot} `)}
        </Text>
      </Box>
    </Box>
  );
}
