import { Box, Text } from 'ink';
import { useState } from 'react';
import type { Binding } from './bindings.js';
import { wrapped } from './cells.js';
import { emptyField, type FieldText } from './fieldEditing.js';
import { chosenId, PickList, type PickItem } from './PickList.js';
import { useTerminal } from './ScreenContext.js';
import { TextField } from './TextField.js';
import { useBindings } from './useBindings.js';

export interface ChooserProps {
  /** The question. */
  readonly title: string;
  /** Sentences to read before choosing. */
  readonly notes?: readonly string[];
  readonly items: readonly PickItem[];
  /** Shown instead of an empty list. */
  readonly empty: string;
  /** What Enter does. */
  readonly pickLabel: string;
  readonly onPick: (id: string) => void;
  readonly onCancel: () => void;
  /** Opened to look for something: the filter is there at once, and Esc leaves it and the list. @default false */
  readonly startsFiltered?: boolean;
  /** Rows for title, notes and list together. */
  readonly rows: number;
  /** For what is wrapped. @default all but the margins */
  readonly columns?: number;
  /** Further keys, each for the chosen row. */
  readonly more?: (id: string) => readonly Binding[];
}

/** Asks for one of a list: Enter takes the chosen row, 1 to 9 one of the first nine at once, `/` filters a long one, Esc goes back. */
export function Chooser({
  title,
  notes = [],
  columns: given,
  items: all,
  rows,
  onPick,
  onCancel,
  more,
  startsFiltered = false,
  ...props
}: ChooserProps) {
  const { texts, columns } = useTerminal();
  const [chosen, setChosen] = useState<string | null>(null);
  const [filter, setFilter] = useState<FieldText | null>(startsFiltered ? emptyField : null);
  const needle = filter?.value.trim().toLowerCase() ?? '';
  const items = all.filter(({ text }) => text.toLowerCase().includes(needle));
  const id = chosenId(items, chosen);
  const label = texts.screens.filter;
  const lines = useNoteLines(notes, given);
  useBindings({
    modal: true,
    bindings: [
      ...(filter === null && all.length >= worthFiltering
        ? [
            {
              keys: ['/'],
              label: texts.keys.filter,
              quiet: true as const,
              action: () => setFilter(emptyField),
            },
          ]
        : []),
      ...(id === null
        ? []
        : [
            { keys: ['enter'], label: props.pickLabel, main: true as const, action: () => onPick(id) },
            ...(more?.(id) ?? []),
          ]),
      {
        keys: ['escape'],
        label: texts.keys.cancel,
        action: filter && !startsFiltered ? () => setFilter(null) : onCancel,
      },
    ],
  });
  return (
    <Box flexDirection="column">
      <ChooserTitle title={title} lines={lines} />
      {filter && (
        <TextField
          label={label}
          text={filter}
          onChange={(text) => {
            setFilter(text);
            setChosen(null);
          }}
          columns={Math.max(10, columns - label.length - 4)}
        />
      )}
      <PickList
        items={items}
        chosen={chosen}
        onChoose={setChosen}
        {...(filter ? {} : { onPick })}
        rows={Math.max(1, rows - lines.length - (filter ? 3 : 2))}
        empty={all.length === 0 ? props.empty : texts.screens.nothingFound}
      />
    </Box>
  );
}

/** A list that is seen at one glance needs no filter. */
export const worthFiltering = 5;

/** Each note with its sign, wrapped; a page that is read out breaks its lines itself. */
export function useNoteLines(notes: readonly string[], given?: number): readonly string[] {
  const { signs, columns, screenReader } = useTerminal();
  const indent = `${signs.error} `.length;
  const room = screenReader ? Number.MAX_SAFE_INTEGER : (given ?? columns - 2) - indent;
  return notes.flatMap((note) =>
    wrapped(note, room).map((line, i) => (i === 0 ? `${signs.error} ${line}` : ' '.repeat(indent) + line)),
  );
}

interface ChooserTitleProps {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The question and what to read before; a row is left below. */
export function ChooserTitle({ title, lines }: ChooserTitleProps) {
  return (
    <Box flexDirection="column" marginBottom={1}>
      <Text bold wrap="truncate-end">
        {title}
      </Text>
      {lines.map((line) => (
        <Text key={line} color="yellow" wrap="truncate-end">
          {line}
        </Text>
      ))}
    </Box>
  );
}
