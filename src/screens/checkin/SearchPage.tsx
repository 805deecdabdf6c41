import { Box, Text } from 'ink';
import { shortTitle } from '../../routing/labels.js';
import { bind } from '../parts/bindings.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { chose, typed, type CheckIn, type Searching } from './checkInFlow.js';
import { ConcernPick, useHighlighted } from './ConcernPick.js';
import { checkinKeys } from './keys.js';

export interface PageProps<State extends CheckIn> {
  readonly state: State;
  readonly setState: (state: CheckIn) => void;
  /** Character cells to draw in. */
  readonly size: { readonly columns: number; readonly rows: number };
}

/** What is it about? Typing searches, Enter chooses. */
export function SearchPage({ state, setState, size }: PageProps<Searching>) {
  const { texts, language } = useTerminal();
  const { line } = useStation();
  const concern = useHighlighted(state.query.value, state.highlighted);
  const { also } = state.done;
  useBindings({
    bindings: bind(checkinKeys, texts.checkin.keys, {
      next: {
        label: texts.checkin.choose,
        action: () => concern !== null && setState(chose(state, concern, line.now())),
        off: () => (concern === null ? texts.checkin.noConcern : null),
      },
      appointment: () => setState(chose(state, null, line.now())),
    }),
  });
  return (
    <Box flexDirection="column">
      {also.length > 0 && (
        <Text dimColor wrap="truncate-end">
          {texts.checkin.alsoSettled(also.map((each) => shortTitle(each.concern, language)).join(', '))}
        </Text>
      )}
      <ConcernPick
        query={state.query}
        highlighted={state.highlighted}
        onType={(query) => setState(typed(state, query, line.now()))}
        onHighlight={(highlighted) => setState({ ...state, highlighted })}
        size={{ ...size, rows: size.rows - (also.length > 0 ? 1 : 0) }}
      />
    </Box>
  );
}
