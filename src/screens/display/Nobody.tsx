import { Box, Text } from 'ink';
import { useCallback, useMemo } from 'react';
import type { Label } from '../../protocol/messages.js';
import { bigSentence } from '../parts/bigSentence.js';
import { wrapped } from '../parts/cells.js';
import { isLate } from '../parts/connectionText.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import { Picture } from './Picture.js';
import { topRows } from './Top.js';

/** Nobody is called, or nobody knows because no server was there yet. Large in one language at a time, small in both. */
export function Nobody({ turn }: { readonly turn: keyof Label }) {
  const { texts, columns, rows, halfBlocks } = useTerminal();
  const { line, view } = useStation();
  const { large, empty, connecting } = texts.display;
  const sought = useTicking(
    useCallback(() => (isLate(line) ? texts.screens.connectingTo(line.view.url) : ''), [line, texts]),
  );
  const sentence = (view.board ? large.empty : large.connecting)[turn];
  const captions = (view.board ? [empty.de, empty.en] : [sought === '' ? connecting : sought]).flatMap(
    (text) => wrapped(text, columns - 2),
  );
  const free = rows - topRows(rows) - captions.length - 2;
  const picture = useMemo(
    () => bigSentence(sentence, { columns: columns - 2, rows: free, style: halfBlocks ? 'blocks' : 'ascii' }),
    [sentence, columns, free, halfBlocks],
  );
  return (
    <Box flexDirection="column" flexGrow={1} alignItems="center" justifyContent="center">
      {picture.length > 0 && <Picture lines={[...picture, '']} inverse={false} />}
      {captions.map((text) => (
        <Text key={text} bold>
          {text}
        </Text>
      ))}
    </Box>
  );
}
