import { Box } from 'ink';
import { shortTitle } from '../../routing/labels.js';
import { searchConcerns } from '../../routing/search.js';
import type { FieldText } from '../parts/fieldEditing.js';
import { fit } from '../parts/cells.js';
import { chosenId, PickList, type PickItem } from '../parts/PickList.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { TextField } from '../parts/TextField.js';

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

/** Best hit first, without what this site does not offer. */
function useConcernItems(query: string): readonly PickItem[] {
  const { language } = useTerminal();
  const { view } = useStation();
  const hidden = view.site?.hiddenConcerns ?? [];
  return searchConcerns(query, language)
    .filter(({ id }) => !hidden.includes(id))
    .map(({ id }) => ({
      id,
      text: `${fit(id, 5)} ${shortTitle(id, language)}`,
      spoken: `${id} ${shortTitle(id, language)}`,
    }));
}
