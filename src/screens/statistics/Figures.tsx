import { Box, Text } from 'ink';
import { useTerminal } from '../parts/ScreenContext.js';
import type { Block, Page } from './layout.js';

/** Columns between two blocks. */
export const gap = 3;

export interface FiguresProps {
  readonly page: Page;
  /** Columns of a block. */
  readonly width: number;
}

/** One page of figures: columns of titled blocks. */
export function Figures({ page, width }: FiguresProps) {
  const { screenReader } = useTerminal();
  return (
    <Box gap={gap} flexDirection={screenReader ? 'column' : 'row'}>
      {page.map((column) => (
        <Box
          key={column[0]?.title ?? ''}
          flexDirection="column"
          width={screenReader ? undefined : width}
          flexShrink={0}
        >
          {column.map((block, place) => (
            <Box key={block.title} flexDirection="column" marginTop={place === 0 ? 0 : 1} flexShrink={0}>
              <TitledBlock {...block} />
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}

function TitledBlock({ title, lines }: Block) {
  return (
    <>
      <Text bold wrap="truncate-end">
        {title}
      </Text>
      {lines.map((text, place) => (
        <Text key={`${place} ${text}`} wrap="truncate-end">
          {text}
        </Text>
      ))}
    </>
  );
}
