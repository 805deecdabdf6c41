import { Box, Text } from 'ink';
import { fit } from '../parts/cells.js';
import { useTerminal } from '../parts/ScreenContext.js';

export interface PictureProps {
  readonly lines: readonly string[];
  readonly inverse: boolean;
}

/** Lines of a picture, centred; as wide as the terminal, so that an inverted one is a field. */
export function Picture({ lines, inverse }: PictureProps) {
  const { columns } = useTerminal();
  const widest = Math.max(0, ...lines.map((line) => line.length));
  const left = Math.max(0, Math.floor((columns - widest) / 2));
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, i) => (
        // Lines of a picture have no name but their place.
        <Text key={i} bold inverse={inverse} wrap="truncate-end">
          {fit(' '.repeat(left) + line, columns, '')}
        </Text>
      ))}
    </Box>
  );
}
