import { Box, Text } from 'ink';
import { destinationLabel } from '../../routing/labels.js';
import { keyName } from '../parts/bindings.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { openGates, routeOf, type Routing } from './checkInFlow.js';
import { checkinKeys } from './keys.js';

/** What has to be confirmed before the booking, each with its key. */
export function GateLines({ state }: { readonly state: Routing }) {
  const { texts, language, signs, screenReader } = useTerminal();
  const { identityCheck, consultFirst } = routeOf(state);
  const gates = openGates(state);
  const box = (isOpen: boolean) => {
    if (screenReader) return isOpen ? texts.screens.notTicked : texts.screens.ticked;
    return isOpen ? signs.offBox : signs.on;
  };
  const gate = (isOpen: boolean, key: string, label: string) => (
    <Text wrap="truncate-end" {...(isOpen ? { color: 'yellow' as const } : { color: 'green' as const })}>
      {`${box(isOpen)} ${keyName(key, texts.keys)}: ${label}`}
    </Text>
  );
  return (
    <Box flexDirection="column">
      {identityCheck && gate(gates.identity, checkinKeys.identity.keys[0], texts.checkin.keys.identity)}
      {consultFirst !== undefined &&
        gate(
          gates.consult !== null,
          checkinKeys.consulted.keys[0],
          texts.checkin.consultedWith(destinationLabel(consultFirst, language)),
        )}
    </Box>
  );
}
