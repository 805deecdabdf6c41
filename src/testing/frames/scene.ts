import { setImmediate as turn } from 'node:timers/promises';
import type { Choice } from '../../screens/choice.js';
import type { OfficeLine } from '../../screens/parts/line.js';
import { mountScreen, type MountedScreen, type ScreenOptions } from '../screen.js';

/** A picture of a screen: how it comes about, and what is to be said of it. */
export interface Scene {
  /** Of the files: `desk-called`. */
  readonly name: string;
  /** One sentence or two for who has never seen beo. */
  readonly about: string;
  /** Opens the screen and presses what leads to the picture. Waits for no sentence, so that it fits every language. */
  readonly play: (options: ScreenOptions) => Promise<MountedScreen>;
}

/** Presses keys one after the other, each after the screen has taken in the one before. */
export async function pressed(screen: MountedScreen, ...keys: readonly string[]): Promise<MountedScreen> {
  await quiet(screen);
  for (const each of keys) {
    screen.press(each);
    await quiet(screen);
  }
  return screen;
}

/** Opens a screen and presses these keys. */
export const opened = (
  choice: Choice,
  line: OfficeLine,
  options: ScreenOptions,
  ...keys: readonly string[]
): Promise<MountedScreen> => pressed(mountScreen(choice, line, options), ...keys);

/** So many turns of the event loop without a new frame mean that there is none to come before the next key. */
const quietTurns = 20;

/** Waits until the screen has drawn all there is to draw. */
export async function quiet(screen: MountedScreen): Promise<void> {
  for (let still = 0; still < quietTurns;) {
    const before = screen.frames.length;
    await turn();
    still = screen.frames.length === before ? still + 1 : 0;
  }
}
