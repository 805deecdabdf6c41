import { Box } from 'ink';
import type { FieldText } from '../parts/fieldEditing.js';
import { chosenId, PickList } from '../parts/PickList.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { TextField } from '../parts/TextField.js';
import { useConcernItems } from '../parts/useConcernItems.js';

export interface ConcernPickProps {
  readonly query: FieldText;
  readonly highlighted: string | null;
  readonly onType: (query: FieldText) => void;
  readonly onHighlight: (concern: string) => void;
  readonly size: { readonly columns: number; readonly rows: number };
}

/** A search field over the concerns that fit what is typed. */
export function ConcernPick({ query, highlighted, onType, onHighlight, size }: ConcernPickProps) {
  const { texts } = useTerminal();
  const items = useConcernItems(query.value);
  return (
    <Box flexDirection="column">
      <TextField
        label={texts.checkin.concern}
        text={query}
        onChange={onType}
        columns={size.columns - texts.checkin.concern.length - 1}
        placeholder={texts.checkin.concernPlaceholder}
      />
      <PickList
        items={items}
        chosen={highlighted}
        onChoose={onHighlight}
        rows={Math.max(3, size.rows - 1)}
        empty={texts.checkin.noConcern}
      />
    </Box>
  );
}

/** The concern that Enter would choose, or null if nothing fits. */
export function useHighlighted(query: string, highlighted: string | null): string | null {
  return chosenId(useConcernItems(query), highlighted);
}
