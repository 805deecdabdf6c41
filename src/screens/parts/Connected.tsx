import { Box, Text } from 'ink';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useOffice } from '../../client/useOffice.js';
import type { By } from '../../queue/events.js';
import { refusalText } from '../../texts/texts.js';
import { bind } from './bindings.js';
import { commonKeys } from './commonKeys.js';
import { isLate } from './connectionText.js';
import { Frame } from './Frame.js';
import type { OfficeLine } from './line.js';
import { StationContext, useTerminal, type Station } from './ScreenContext.js';
import { SignalKeys } from '../signals/SignalKeys.js';
import { useBindings } from './useBindings.js';
import { useTicking } from './useTicking.js';

export interface ConnectedProps {
  readonly line: OfficeLine;
  readonly place: string | null;
  /** Who asks from this screen. */
  readonly by: By | null;
  readonly leave: () => void;
  readonly printSlip?: Station['printSlip'];
  /** The screen speaks for itself while there is no connection yet, and has no keys of its own: the display. */
  readonly isAlone?: boolean;
  /** Nobody is there to read why the server refused: leave at once, so that whoever started the program can. */
  readonly leavesWhenRefused?: boolean;
  readonly children: ReactNode;
}

/** Shows the screen once the server has let it in, and says why while it has not. */
export function Connected({
  line,
  place,
  by,
  leave,
  printSlip,
  isAlone = false,
  leavesWhenRefused = false,
  children,
}: ConnectedProps) {
  const view = useOffice(line);
  const [answersReadAt, setAnswersReadAt] = useState(0);
  const station = useMemo(
    () => ({
      line,
      view,
      place,
      by,
      leave,
      printSlip,
      answersReadAt,
      readAnswers: () => setAnswersReadAt(line.now()),
    }),
    [line, view, place, by, leave, printSlip, answersReadAt],
  );
  const isIn = isAlone || view.day !== null || view.board !== null;
  const isRefused = view.phase === 'refused';
  useEffect(() => {
    if (isRefused && leavesWhenRefused) leave();
  }, [isRefused, leavesWhenRefused, leave]);
  return (
    <StationContext value={station}>
      {!isAlone && <LeaveKey leave={leave} />}
      {!isAlone && isIn && !isRefused && <SignalKeys />}
      {isRefused && <Refused line={line} leave={leave} />}
      {!isRefused && (isIn ? children : <Arriving line={line} />)}
    </StationContext>
  );
}

function LeaveKey({ leave }: { readonly leave: () => void }) {
  const { texts } = useTerminal();
  useBindings({ bindings: bind(commonKeys, texts.keys.common, { leave }) });
  return null;
}

function Arriving({ line }: { readonly line: OfficeLine }) {
  const { texts, signs } = useTerminal();
  const sought = useTicking(
    useCallback(() => (isLate(line) ? texts.screens.connectingTo(line.view.url) : ''), [line, texts]),
  );
  return (
    <Centred>
      <Text>{`${signs.lost} ${texts.screens.connecting}`}</Text>
      {sought !== '' && <Text>{sought}</Text>}
    </Centred>
  );
}

/** The server's no, in words, and what to press. A place that is taken can be taken over. */
function Refused({ line, leave }: { readonly line: OfficeLine; readonly leave: () => void }) {
  const { texts, language, signs } = useTerminal();
  const refusal = line.view.refusal ?? { name: 'notConnected' as const };
  const canTakeOver = refusal.name === 'placeTaken' || refusal.name === 'takenOver';
  useBindings({
    bindings: [
      { keys: ['escape'], label: texts.keys.common.leave, action: leave },
      ...(canTakeOver
        ? [{ keys: [texts.keys.takeOverKey], label: texts.keys.takeOver, action: () => line.takeOver() }]
        : []),
    ],
  });
  return (
    <Centred>
      <Text bold>{`${signs.error} ${refusalText(refusal, language)}`}</Text>
      {canTakeOver && <Text>{texts.screens.takeOver(texts.keys.takeOverKey.toUpperCase())}</Text>}
      <Text>{texts.screens.leaveWithEscape}</Text>
    </Centred>
  );
}

function Centred({ children }: { readonly children: ReactNode }) {
  const { texts } = useTerminal();
  return (
    <Frame header={<Text bold>{` ${texts.screens.program}`}</Text>}>
      <Box flexDirection="column" flexGrow={1} alignItems="center" justifyContent="center" paddingX={2}>
        <Box flexDirection="column">{children}</Box>
      </Box>
    </Frame>
  );
}
