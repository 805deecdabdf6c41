import { Box, Text } from 'ink';
import { useCallback } from 'react';
import { wholeMinutes } from '../parts/durations.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import { expectedWaitNow } from './expected.js';
import { queueOf } from './visitors.js';

/** How many wait for the entrance zone, how long the longest and the next one; marked when the target is passed (R33). */
export function QueueLine() {
  const { texts, signs } = useTerminal();
  const { line, view } = useStation();
  const { day, site } = view;
  const { waiting, longestSince } = day ? queueOf(day) : { waiting: 0, longestSince: null };
  const target = site?.waitTargetMs ?? Infinity;
  const text = useTicking(
    useCallback(() => {
      const words = texts.checkin;
      const wait = expectedWaitNow(view, line.now());
      const next = wait && words.comingNow(words.roughly(wait.fromMinutes, wait.toMinutes));
      const withNext = (sentence: string): string => [sentence, next].filter(Boolean).join(` ${signs.dot} `);
      if (longestSince === null) return withNext(words.nobodyWaits);
      const longest = line.now() - longestSince;
      const sentence = words.waiting(waiting, wholeMinutes(longest), signs.dot);
      return withNext(longest > target ? `${signs.error} ${sentence} ${words.overTarget}` : sentence);
    }, [line, view, longestSince, waiting, target, texts, signs]),
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
