import { Box, Text } from 'ink';
import { useCallback } from 'react';
import { timeOf } from '../../statistics/calendar.js';
import { connectionText, lookEveryMs } from './connectionText.js';
import { headerTitle } from './headerTitle.js';
import { useStation, useTerminal } from './ScreenContext.js';
import { width } from './cells.js';
import { useTicking } from './useTicking.js';

/** Blanks between the parts. */
const gap = 2;

/** Site, what this screen is, and always at the same place the clock and how the connection is. */
export function Header({ title }: { readonly title: string }) {
  const { texts, signs, columns, screenReader } = useTerminal();
  const { line, view } = useStation();
  const zone = view.site?.zone ?? view.board?.site.zone ?? 'UTC';
  const name = view.site?.name ?? view.board?.site.name ?? '';
  const clock = useTicking(useCallback(() => timeOf(line.now(), zone), [line, zone]));
  const connection = useTicking(
    useCallback(
      () => connectionText(line, zone, texts.screens, signs, screenReader),
      [line, zone, texts, signs, screenReader],
    ),
    lookEveryMs,
  );
  const isFine = connection === `${signs.connected} ${texts.screens.connected}`;
  const room = columns - 2 - gap - width(connection) - gap - width(clock);
  return (
    <Box justifyContent="space-between" paddingX={1} height={screenReader ? undefined : 1} overflow="hidden">
      <Text bold wrap="truncate-end">
        {headerTitle(name, title, screenReader ? Number.MAX_SAFE_INTEGER : room, signs)}
      </Text>
      <Box flexShrink={0} gap={gap} marginLeft={gap}>
        <Text {...(isFine ? { color: 'green' as const } : { color: 'yellow' as const, bold: true })}>
          {connection}
        </Text>
        {!screenReader && <Text>{clock}</Text>}
      </Box>
    </Box>
  );
}
