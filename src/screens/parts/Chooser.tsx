import { Box, Text } from 'ink';
import { useState } from 'react';
import type { Binding } from './bindings.js';
import { chosenId, PickList, type PickItem } from './PickList.js';
import { useTerminal } from './ScreenContext.js';
import { useBindings } from './useBindings.js';

export interface ChooserProps {
  /** The question. */
  readonly title: string;
  /** Sentences to read before choosing, each one line. */
  readonly notes?: readonly string[];
  readonly items: readonly PickItem[];
  /** Shown instead of an empty list. */
  readonly empty: string;
  /** What Enter does. */
  readonly pickLabel: string;
  readonly onPick: (id: string) => void;
  readonly onCancel: () => void;
  /** Rows for title, notes and list together. */
  readonly rows: number;
  /** Further keys, each for the chosen row. */
  readonly more?: (id: string) => readonly Binding[];
}

/** Asks for one of a list: Enter takes the chosen row, 1 to 9 one of the first nine at once, Esc goes back. */
export function Chooser({ title, notes = [], items, rows, onPick, onCancel, more, ...props }: ChooserProps) {
  const { texts } = useTerminal();
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosenId(items, chosen);
  useBindings({
    modal: true,
    bindings: [
      ...(id === null
        ? []
        : [
            { keys: ['enter'], label: props.pickLabel, main: true as const, action: () => onPick(id) },
            ...(more?.(id) ?? []),
          ]),
      { keys: ['escape'], label: texts.keys.cancel, action: onCancel },
    ],
  });
  return (
    <Box flexDirection="column">
      <ChooserTitle title={title} notes={notes} />
      <PickList
        items={items}
        chosen={chosen}
        onChoose={setChosen}
        onPick={onPick}
        rows={Math.max(1, rows - notes.length - 2)}
        empty={props.empty}
      />
    </Box>
  );
}

/** The question and what to read before; a row is left below. */
export function ChooserTitle({
  title,
  notes,
}: {
  readonly title: string;
  readonly notes: readonly string[];
}) {
  const { signs } = useTerminal();
  return (
    <Box flexDirection="column" marginBottom={1}>
      <Text bold wrap="truncate-end">
        {title}
      </Text>
      {notes.map((note) => (
        <Text key={note} color="yellow" wrap="truncate-end">
          {`${signs.error} ${note}`}
        </Text>
      ))}
    </Box>
  );
}
