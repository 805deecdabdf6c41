import { Box, Text } from 'ink';
import { useTerminal } from './ScreenContext.js';

/** One line on what just happened; empty while there is nothing to say. */
export function MessageLine() {
  const { message, signs } = useTerminal();
  const sign = { ok: signs.ok, error: signs.error, plain: ' ' };
  const look = { ok: { color: 'green' }, error: { color: 'red', bold: true }, plain: {} } as const;
  return (
    <Box height={1} paddingX={1} overflow="hidden">
      {message && (
        <Text wrap="truncate-end" {...look[message.tone]}>
          {`${sign[message.tone]} ${message.text}`}
        </Text>
      )}
    </Box>
  );
}
