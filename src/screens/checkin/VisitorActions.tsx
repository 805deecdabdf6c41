import { Box, Text } from 'ink';
import { useState } from 'react';
import { bind } from '../parts/bindings.js';
import { chosenId, PickList } from '../parts/PickList.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { checkinKeys } from './keys.js';
import type { VisitorAction } from './visitors.js';

export interface VisitorActionsProps {
  /** Two rows of it where one does not hold it. */
  readonly title: string;
  readonly actions: readonly VisitorAction[];
  readonly onPick: (action: VisitorAction) => void;
  readonly onBack: () => void;
}

/** What can be done for one visitor. */
export function VisitorActions({ title, actions, onPick, onBack }: VisitorActionsProps) {
  const { texts } = useTerminal();
  const [chosen, setChosen] = useState<string | null>(null);
  const items = actions.map((action) => ({ id: action, text: texts.checkin.actions[action] }));
  const pick = (id: string | null): void => {
    const action = actions.find((each) => each === id);
    if (action) onPick(action);
  };
  useBindings({
    bindings: bind(checkinKeys, texts.checkin.keys, {
      next: { action: () => pick(chosenId(items, chosen)), label: texts.checkin.doIt },
      back: onBack,
    }),
  });
  return (
    <Box flexDirection="column">
      <Text bold>{title}</Text>
      <PickList items={items} chosen={chosen} onChoose={setChosen} onPick={pick} rows={6} empty="" />
    </Box>
  );
}
