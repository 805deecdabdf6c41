import { Box, Text } from 'ink';
import { firstLines, fit, wrapped } from './cells.js';
import { useTerminal } from './ScreenContext.js';

/** Lines that a message takes at the most. */
const mostLines = 2;

/** One line on what just happened; empty while there is nothing to say. A longer one lies over the body's last row too. */
export function MessageLine() {
  const { message, signs, columns, screenReader } = useTerminal();
  if (!message) return <Box height={1} />;
  const sign = { ok: signs.ok, error: signs.error, plain: ' ' }[message.tone];
  const look = { ok: { color: 'green' }, error: { color: 'red', bold: true }, plain: {} } as const;
  if (screenReader) return <Text>{`${sign} ${message.text}`}</Text>;
  const room = columns - 2 - 2;
  const lines = firstLines(wrapped(message.text, room), mostLines, room, signs.cut);
  return (
    <Box height={1} flexShrink={0}>
      <Box flexDirection="column" position="absolute" marginTop={1 - lines.length} paddingX={1}>
        {lines.map((line, i) => (
          <Text key={line} wrap="truncate-end" {...look[message.tone]}>
            {`${i === 0 ? sign : ' '} ${fit(line, room)}`}
          </Text>
        ))}
      </Box>
    </Box>
  );
}
