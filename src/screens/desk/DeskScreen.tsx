import { Text } from 'ink';
import { Frame } from '../parts/Frame.js';
import { Header } from '../parts/Header.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { DeskBody } from './DeskBody.js';
import { placeLabel, type Scene } from './scene.js';
import { useScene } from './useScene.js';
import { whoIsNext } from './whoIsNext.js';

/** The line moves with time too: after a while who waits longest goes before who is urgent (SPEC O2). */
const nextHere = ({ day, desk, at }: Scene): string => whoIsNext(day, desk, at)?.ticket.number ?? '';

/** Calls and serves at one desk: one sentence, one key for the next step, and everything else by a letter. */
export function DeskScreen() {
  const { texts } = useTerminal();
  const scene = useScene(nextHere);
  return (
    <Frame header={<Header title={scene ? placeLabel(scene, scene.desk) : ''} />}>
      {scene ? <DeskBody scene={scene} /> : <Text>{` ${texts.screens.connecting}`}</Text>}
    </Frame>
  );
}
