import { Box, Text } from 'ink';
import { useSyncExternalStore } from 'react';
import { keyName, type Binding } from './bindings.js';
import { width } from './cells.js';
import { useTerminal } from './ScreenContext.js';

/** Keys that are shown at the most; the rest stands under `?`. */
const mostKeys = 6;

/** What can be pressed now, the main action first. */
export function Footer() {
  const { router, texts, columns, ascii, hasKeys } = useTerminal();
  const bindings = useSyncExternalStore(router.subscribe, router.working);
  if (!hasKeys) return null;
  const entries = [
    ...footerOf(bindings).map(({ keys: [key = ''], label, main }) => ({
      name: keyName(key, texts.keys, ascii),
      label,
      main,
    })),
    { name: '?', label: texts.keys.help, main: undefined },
  ];
  const room = fitting(entries, columns - 2);
  return (
    <Box gap={2} height={1} overflow="hidden" paddingX={1}>
      {room.map(({ name, label, main }) => (
        <Text key={name} wrap="truncate-end">
          <Text bold inverse={main === true}>
            {name}
          </Text>{' '}
          {label}
        </Text>
      ))}
    </Box>
  );
}

function footerOf(bindings: readonly Binding[]): readonly Binding[] {
  const seen = new Set<string>();
  const shown = bindings.filter((binding) => {
    const [key = ''] = binding.keys;
    if (binding.quiet || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return shown.toSorted((a, b) => Number(b.main ?? false) - Number(a.main ?? false)).slice(0, mostKeys - 1);
}

/** As many as there is room for; help is always among them. */
function fitting<Entry extends { readonly name: string; readonly label: string }>(
  entries: readonly Entry[],
  columns: number,
): readonly Entry[] {
  const widthOf = (list: readonly Entry[]): number =>
    list.reduce((sum, { name, label }) => sum + width(name) + width(label) + 3, -2);
  const kept = [...entries];
  while (kept.length > 2 && widthOf(kept) > columns) kept.splice(-2, 1);
  return kept;
}
