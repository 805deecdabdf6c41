import { Box } from 'ink';
import { useState } from 'react';
import { ChooserTitle, useNoteLines, type ChooserProps } from './Chooser.js';
import { emptyField } from './fieldEditing.js';
import { chosenId, PickList } from './PickList.js';
import { useTerminal } from './ScreenContext.js';
import { TextField } from './TextField.js';
import { useBindings } from './useBindings.js';
import { useConcernItems } from './useConcernItems.js';

export interface ConcernSearchProps extends Omit<ChooserProps, 'items' | 'more'> {
  /** Written before the field. */
  readonly label: string;
  readonly placeholder: string;
  /** A concern that would make no sense here. */
  readonly without?: string;
}

/** Asks for a concern of the catalogue by a number or a word; the concerns this site does not offer are left out. */
export function ConcernSearch({
  title,
  notes = [],
  columns: given,
  rows,
  onPick,
  onCancel,
  without,
  ...props
}: ConcernSearchProps) {
  const { texts, columns } = useTerminal();
  const [query, setQuery] = useState(emptyField);
  const [chosen, setChosen] = useState<string | null>(null);
  const items = useConcernItems(query.value).filter(({ id: each }) => each !== without);
  const id = chosenId(items, chosen);
  const lines = useNoteLines(notes, given);
  useBindings({
    modal: true,
    bindings: [
      ...(id === null
        ? []
        : [{ keys: ['enter'], label: props.pickLabel, main: true as const, action: () => onPick(id) }]),
      { keys: ['escape'], label: texts.keys.cancel, action: onCancel },
    ],
  });
  return (
    <Box flexDirection="column">
      <ChooserTitle title={title} lines={lines} />
      <TextField
        label={props.label}
        text={query}
        onChange={(text) => {
          setQuery(text);
          setChosen(null);
        }}
        columns={Math.max(10, columns - 20)}
        placeholder={props.placeholder}
      />
      <PickList
        items={items}
        chosen={chosen}
        onChoose={setChosen}
        rows={Math.max(1, rows - lines.length - 3)}
        empty={props.empty}
      />
    </Box>
  );
}
