import { Text } from 'ink';
import { Frame } from '../parts/Frame.js';
import { Header } from '../parts/Header.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { DeskBody } from './DeskBody.js';
import { placeLabel } from './scene.js';
import { useScene } from './useScene.js';

/** Calls and serves at one desk: one sentence, one key for the next step, and everything else by a letter. */
export function DeskScreen() {
  const { texts } = useTerminal();
  const scene = useScene();
  return (
    <Frame header={<Header title={scene ? placeLabel(scene, scene.desk) : ''} />}>
      {scene ? <DeskBody scene={scene} /> : <Text>{` ${texts.screens.connecting}`}</Text>}
    </Frame>
  );
}
