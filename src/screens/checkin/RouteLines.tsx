import { Box, Text } from 'ink';
import { destinationLabel, modeLabel } from '../../routing/labels.js';
import type { Route } from '../../routing/routes.js';
import { useStation, useTerminal, type Terminal } from '../parts/ScreenContext.js';

export interface RouteLinesProps {
  readonly route: Route;
  /** Why, in lines. */
  readonly reason: readonly string[];
}

/** Where the visitor goes, with room and phone, and the rule of the concept that says so. */
export function RouteLines({ route, reason }: RouteLinesProps) {
  const { texts, language, signs } = useTerminal();
  const { view } = useStation();
  const { destination, mode, way } = route;
  const found = view.site?.destinations[destination];
  const place = way === 'ticket' ? view.site?.waitingPlace[language] : found?.room;
  const where = [
    destinationLabel(destination, language),
    place,
    found?.phone && texts.checkin.phone(found.phone),
    modeLabel(mode, language),
  ];
  return (
    <Box flexDirection="column">
      <Text color="cyan" bold wrap="truncate-end">
        {`${signs.to} ${where.filter(Boolean).join(` ${signs.dot} `)}`}
      </Text>
      {reason.map((line) => (
        <Text key={line} dimColor wrap="truncate-end">
          {`  ${line}`}
        </Text>
      ))}
    </Box>
  );
}

/**
 * Why the visitor goes there, and what else belongs to it.
 * @param records What is to be recorded in other programs, verbatim.
 */
export function reasonOf(
  { condition, inform }: Route,
  records: readonly string[],
  { texts, language, signs }: Pick<Terminal, 'texts' | 'language' | 'signs'>,
): string {
  const why = [
    texts.checkin.condition(condition),
    records.length > 0 && texts.checkin.record(records.join(', ')),
    inform.length > 0 &&
      texts.checkin.inform(inform.map((each) => destinationLabel(each, language)).join(', ')),
  ];
  return why.filter(Boolean).join(` ${signs.dot} `);
}
