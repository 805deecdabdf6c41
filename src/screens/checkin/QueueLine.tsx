import { Box, Text } from 'ink';
import { useCallback } from 'react';
import { wholeMinutes } from '../parts/durations.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import { queueOf } from './visitors.js';

/** How many wait for the entrance zone and how long the longest; marked when the target is passed (R33). */
export function QueueLine() {
  const { texts, signs } = useTerminal();
  const { line, view } = useStation();
  const { day, site } = view;
  const { waiting, longestSince } = day ? queueOf(day) : { waiting: 0, longestSince: null };
  const target = site?.waitTargetMs ?? Infinity;
  const text = useTicking(
    useCallback(() => {
      if (longestSince === null) return texts.checkin.nobodyWaits;
      const longest = line.now() - longestSince;
      const sentence = texts.checkin.waiting(waiting, wholeMinutes(longest), signs.dot);
      return longest > target ? `${signs.error} ${sentence} ${texts.checkin.overTarget}` : sentence;
    }, [line, longestSince, waiting, target, texts, signs]),
  );
  const isLate = text.startsWith(signs.error);
  return (
    <Box height={1} paddingX={1} marginBottom={1} flexShrink={0}>
      <Text wrap="truncate-end" {...(isLate ? { color: 'yellow', bold: true } : {})}>
        {text}
      </Text>
    </Box>
  );
}
