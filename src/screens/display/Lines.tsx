import { Box, Text } from 'ink';
import type { BoardCall } from '../../protocol/messages.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { useNotice } from './Top.js';

export interface LinesProps {
  readonly call: BoardCall | undefined;
  readonly others: readonly BoardCall[];
}

/** For a screen reader: a line a call, the newest first. */
export function Lines({ call, others }: LinesProps) {
  const { texts } = useTerminal();
  const notice = useNotice(true);
  const line = ({ number, place, fetched }: BoardCall): string =>
    `${number} ${fetched ? texts.display.fetchedShort : place}`;
  return (
    <Box flexDirection="column">
      {notice !== '' && <Text>{notice}</Text>}
      {call ? <Text>{`${texts.display.newest} ${line(call)}`}</Text> : <Text>{texts.display.empty.de}</Text>}
      {others.map((each) => (
        <Text key={each.number}>{line(each)}</Text>
      ))}
    </Box>
  );
}
