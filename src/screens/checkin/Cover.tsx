import { Box, Text } from 'ink';
import { bind } from '../parts/bindings.js';
import { MessageLine } from '../parts/MessageLine.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { SignalBand } from '../signals/SignalBand.js';
import { useSignals } from '../signals/useSignals.js';
import { checkinKeys } from './keys.js';

/**
 * Hides everything while somebody stands too near (R56). What was entered stays. What the keys that work here have to say,
 * such as a call for help that could not be sent, is said all the same.
 */
export function Cover({ onUncover }: { readonly onUncover: () => void }) {
  const { columns, rows, texts, screenReader } = useTerminal();
  useBindings({
    modal: true,
    bindings: bind(checkinKeys, texts.checkin.keys, {
      next: { action: onUncover, label: texts.checkin.uncover },
      back: onUncover,
      blank: onUncover,
    }),
  });
  const hasSignal = useSignals().length > 0;
  const size = screenReader ? {} : { width: columns, height: rows };
  return (
    <Box {...size} flexDirection="column">
      {hasSignal && <SignalBand edge="top" />}
      <Box flexGrow={1} alignItems="center" justifyContent="center">
        <Text>{texts.checkin.covered}</Text>
      </Box>
      <MessageLine />
      {hasSignal && <SignalBand edge="bottom" />}
    </Box>
  );
}
