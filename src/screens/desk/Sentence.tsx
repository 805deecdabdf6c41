import { Box, Text } from 'ink';
import { memo, useCallback } from 'react';
import { keyName } from '../parts/bindings.js';
import { wrapped } from '../parts/cells.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { deskSentence } from './deskSentence.js';
import { hintFor } from './hint.js';
import type { Scene } from './scene.js';
import { useScene } from './useScene.js';

/** Sentence, hint, and a blank row, which a long sentence takes. */
export const topRows = 3;

export interface SentenceProps {
  /** An ask has been on its way for longer than a person expects. */
  readonly isSlow: boolean;
}

/** What is going on here, and below it what to know before the next key: all of the desk that counts seconds. */
export const Sentence = memo(function Sentence({ isSlow }: SentenceProps) {
  const { view } = useStation();
  const { texts, signs, screenReader, columns } = useTerminal();
  const hintOf = useCallback(
    (scene: Scene) => hintFor(scene, { view, isSlow, noShowKey: keyName('n', texts.keys) }),
    [view, isSlow, texts],
  );
  const reads = useCallback(
    (scene: Scene) => `${deskSentence(scene, view.presence)}\n${hintOf(scene)?.text ?? ''}`,
    [view, hintOf],
  );
  const scene = useScene(reads);
  if (!scene) return null;
  const hint = hintOf(scene);
  const sentence = deskSentence(scene, view.presence);
  const lines = screenReader ? [sentence] : wrapped(sentence, columns - 2).slice(0, topRows - 1);
  const spare = topRows - lines.length - (hint ? 1 : 0);
  return (
    <>
      {lines.map((line) => (
        <Text key={line} bold wrap="truncate-end">
          {line}
        </Text>
      ))}
      {hint && (
        <Text wrap="truncate-end" {...(hint.tone === 'warning' ? { color: 'yellow' as const } : {})}>
          {hint.tone === 'warning' ? `${signs.error} ${hint.text}` : hint.text}
        </Text>
      )}
      {!screenReader && <Box height={spare} flexShrink={0} />}
    </>
  );
});
