import { Text } from 'ink';
import { useCallback } from 'react';
import { Frame } from '../parts/Frame.js';
import { Header } from '../parts/Header.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import { StatisticsBody } from './StatisticsBody.js';

/** The live figures of today, the most wanted first, and the few things that the lead does. */
export function StatisticsScreen() {
  const { texts, language, signs, ascii, screenReader } = useTerminal();
  const { line, view } = useStation();
  const { day, site } = view;
  useTicking(useCallback(() => String(Math.floor(line.now() / 1000)), [line]));
  const words = texts.statistics;
  return (
    <Frame header={<Header title={words.title} />} notes={words.definitions}>
      {day && site ? (
        <StatisticsBody scene={{ day, site, at: line.now(), language, texts, signs, ascii, screenReader }} />
      ) : (
        <Text>{` ${texts.screens.connecting}`}</Text>
      )}
    </Frame>
  );
}
