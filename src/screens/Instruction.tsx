import { Text } from 'ink';
import { bind } from './parts/bindings.js';
import { commonKeys } from './parts/commonKeys.js';
import { bodyRows, Frame } from './parts/Frame.js';
import { PrivacyPage } from './parts/PrivacyPage.js';
import { useTerminal } from './parts/ScreenContext.js';
import { useBindings } from './parts/useBindings.js';

export interface InstructionProps {
  readonly onRead: () => void;
  readonly leave: () => void;
}

/** What a station shows before its first screen (R167). Leaving it is not reading it. */
export function Instruction({ onRead, leave }: InstructionProps) {
  const { texts, rows } = useTerminal();
  return (
    <Frame header={<Text bold>{` ${texts.screens.program}`}</Text>}>
      <PrivacyPage doneLabel={texts.privacy.keys.confirm} onDone={onRead} rows={bodyRows(rows)} />
      <LeaveKey leave={leave} />
    </Frame>
  );
}

/** Mounted after the page, and so asked before it. */
function LeaveKey({ leave }: Pick<InstructionProps, 'leave'>) {
  const { texts } = useTerminal();
  useBindings({ bindings: bind(commonKeys, texts.keys.common, { leave }) });
  return null;
}
