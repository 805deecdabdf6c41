import { shortTitle } from '../../routing/labels.js';
import { searchConcerns } from '../../routing/search.js';
import { fit } from './cells.js';
import type { PickItem } from './PickList.js';
import { useStation, useTerminal } from './ScreenContext.js';

/** Concerns that fit what is typed, best hit first, without what this site does not offer; before typing the frequent ones first. */
export function useConcernItems(query: string): readonly PickItem[] {
  const { language } = useTerminal();
  const { view } = useStation();
  const { hiddenConcerns = [], frequentConcerns = [] } = view.site ?? {};
  const found = searchConcerns(query, language).map(({ id }) => id);
  const ordered = query.trim() === '' ? [...new Set([...frequentConcerns, ...found])] : found;
  return ordered
    .filter((id) => !hiddenConcerns.includes(id))
    .map((id) => ({
      id,
      text: `${fit(id, 5)} ${shortTitle(id, language)}`,
      spoken: `${id} ${shortTitle(id, language)}`,
    }));
}
