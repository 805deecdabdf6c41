import { Box, Text } from 'ink';
import { useEffect, useState } from 'react';
import type { Label } from '../../protocol/messages.js';
import { useTerminal } from '../parts/ScreenContext.js';

/** From here on both languages have a line each; below they take turns. */
const bothFrom = 18;
/** Long enough to read a sentence twice, ms. */
const turnMs = 6000;

/** Rows that the captions take. */
export const captionRows = (rows: number, isSmall: boolean): number =>
  isSmall ? 0 : rows < bothFrom ? 1 : 2;

/** The language whose turn it is: nobody in the waiting room chose one. For a screen reader none changes by itself. */
export function useTurn(): keyof Label {
  const { screenReader } = useTerminal();
  const [turn, setTurn] = useState<keyof Label>('de');
  useEffect(() => {
    if (screenReader) return undefined;
    const timer = setInterval(() => setTurn((before) => (before === 'de' ? 'en' : 'de')), turnMs);
    return () => clearInterval(timer);
  }, [screenReader]);
  return turn;
}

export interface CaptionsProps {
  readonly texts: Label;
  readonly rows: number;
  readonly turn: keyof Label;
}

/** What to do, in both languages where there is room, else in turn. */
export function Captions({ texts, rows, turn }: CaptionsProps) {
  const lines = rows < 2 ? [texts[turn]] : [texts.de, texts.en];
  return (
    <Box flexDirection="column" alignItems="center" flexShrink={0}>
      {lines.map((text) => (
        <Text key={text} bold wrap="truncate-end">
          {text}
        </Text>
      ))}
    </Box>
  );
}
