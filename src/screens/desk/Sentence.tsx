import { Text } from 'ink';
import { memo, useCallback } from 'react';
import { keyName } from '../parts/bindings.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { deskSentence } from './deskSentence.js';
import { hintFor } from './hint.js';
import type { Scene } from './scene.js';
import { useScene } from './useScene.js';

export interface SentenceProps {
  /** An ask has been on its way for longer than a person expects. */
  readonly isSlow: boolean;
}

/** What is going on here, and below it what to know before the next key: all of the desk that counts seconds. */
export const Sentence = memo(function Sentence({ isSlow }: SentenceProps) {
  const { view } = useStation();
  const { texts, signs, screenReader } = useTerminal();
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
  return (
    <>
      <Text bold wrap="truncate-end">
        {deskSentence(scene, view.presence)}
      </Text>
      {(hint !== null || !screenReader) && (
        <Text wrap="truncate-end" {...(hint?.tone === 'warning' ? { color: 'yellow' as const } : {})}>
          {hint === null ? ' ' : hint.tone === 'warning' ? `${signs.error} ${hint.text}` : hint.text}
        </Text>
      )}
    </>
  );
});
