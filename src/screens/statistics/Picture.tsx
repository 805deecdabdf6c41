import { Box, Text } from 'ink';
import { bigText } from '../parts/bigText.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { cutTo } from '../parts/cells.js';
import { pictureGap, type BigFigure, type PictureSize } from './bigFigures.js';

export interface PictureProps {
  readonly figures: readonly BigFigure[];
  readonly size: PictureSize;
}

/** Figures side by side, large enough to be read from where the lead stands. */
export function Picture({ figures, size }: PictureProps) {
  const { ascii, signs } = useTerminal();
  return (
    <Box gap={pictureGap} flexShrink={0} marginBottom={1}>
      {figures.map(({ value, caption, isAlarming }) => {
        const tone = { bold: isAlarming, ...(isAlarming ? { color: 'red' as const } : {}) };
        const drawn = bigText(value, { ...size, style: ascii ? 'ascii' : 'blocks' }).join('\n');
        return (
          <Box key={caption} flexDirection="column" width={size.columns} flexShrink={0}>
            <Box height={size.rows} flexShrink={0}>
              <Text {...tone}>{drawn}</Text>
            </Box>
            <Text {...tone} bold wrap="truncate-end">
              {cutTo(caption, size.columns, signs.cut)}
            </Text>
          </Box>
        );
      })}
    </Box>
  );
}
