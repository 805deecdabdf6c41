import { Box, Text } from 'ink';
import { useSyncExternalStore } from 'react';
import { keyName } from './bindings.js';
import { fitting, offered } from './footerKeys.js';
import { useTerminal } from './ScreenContext.js';

/** What can be pressed now, the main action first. */
export function Footer() {
  const { router, texts, columns, ascii, screenReader, hasKeys } = useTerminal();
  const bindings = useSyncExternalStore(router.subscribe, router.working);
  if (!hasKeys) return null;
  const entries = offered(bindings).map(({ keys: [key = ''], label, main }) => ({
    name: keyName(key, texts.keys, ascii),
    label,
    main,
  }));
  // An open help has its own word for `?`.
  const help = bindings.some(({ keys }) => keys.includes('?')) ? [] : [{ name: '?', label: texts.keys.help }];
  const room = fitting(entries, help, columns - 2);
  // In linear text nothing is bold, and no gap tells where one key ends.
  if (screenReader) return <Text>{room.map(({ name, label }) => `${name}: ${label}`).join(', ')}</Text>;
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
