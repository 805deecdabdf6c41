import { Box, Text } from 'ink';
import { useState } from 'react';
import { chosenId, PickList } from '../parts/PickList.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { marked, type CheckIn, type Routing } from './checkInFlow.js';
import { withUrgent } from './marks.js';

export interface ReasonPickProps {
  readonly state: Routing;
  readonly setState: (state: CheckIn) => void;
  readonly rows: number;
}

/** Why somebody goes first; the reason is kept for the lead. */
export function ReasonPick({ state, setState, rows }: ReasonPickProps) {
  const { texts, language } = useTerminal();
  const { view } = useStation();
  const [chosen, setChosen] = useState<string | null>(null);
  const none = '';
  const items = [
    ...(view.site?.deviationReasons ?? []).map((reason) => ({ id: reason.code, text: reason[language] })),
    ...(state.marks.urgent === undefined ? [] : [{ id: none, text: texts.checkin.notUrgent }]),
  ];
  const pick = (id: string | null) =>
    id !== null && setState(marked(state, withUrgent(state.marks, id === none ? null : id)));
  useBindings({
    modal: true,
    bindings: [
      {
        keys: ['enter'],
        label: texts.checkin.choose,
        main: true,
        action: () => pick(chosenId(items, chosen)),
      },
      {
        keys: ['escape'],
        label: texts.checkin.keys.back,
        action: () => setState({ ...state, asksReason: false }),
      },
    ],
  });
  return (
    <Box flexDirection="column">
      <Text bold>{texts.checkin.whyUrgent}</Text>
      <PickList
        items={items}
        chosen={chosen}
        onChoose={setChosen}
        onPick={pick}
        rows={Math.max(3, rows - 1)}
        empty={texts.checkin.noReasons}
      />
    </Box>
  );
}
