import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { render } from 'ink';
import stringWidth from 'string-width';
import { onTestFinished } from 'vitest';
import type { Choice } from '../screens/choice.js';
import { App, type AppProps } from '../screens/App.js';
import { everyScreen, loadScreens } from '../screens/loadScreens.js';
import { screenStream } from '../screens/parts/screenStream.js';
import type { Announce } from '../screens/display/AnnounceContext.js';
import type { OfficeLine } from '../screens/parts/line.js';
import type { TerminalStyle } from '../screens/parts/ScreenContext.js';
import { TerminalProvider } from '../screens/parts/TerminalProvider.js';
import { Waiting } from './waiting.js';

const screens = await loadScreens(everyScreen);

/** What terminals send for keys that are no text. */
export const key = {
  enter: '\r',
  escape: '\u001B',
  up: '\u001B[A',
  down: '\u001B[B',
  pageDown: '\u001B[6~',
  tab: '\t',
  backspace: '\u007F',
  ctrl: (letter: string): string => String.fromCodePoint((letter.toLowerCase().codePointAt(0) ?? 0) - 0x60),
};

export interface ScreenOptions extends Partial<TerminalStyle> {
  readonly columns?: number;
  readonly rows?: number;
  /** Whether there is a keyboard. @default true */
  readonly keyboard?: boolean;
  readonly highContrast?: boolean;
  /** What a display announces with. */
  readonly announce?: Announce;
}

/** A screen on a terminal in memory. Its key clock stands still unless moved, so nothing depends on how fast a test types. */
export function mountScreen(choice: Choice, line: OfficeLine, options: ScreenOptions = {}) {
  const { announce = null } = options;
  return mountApp({ choice, connect: () => line, announce }, options);
}

/** The whole program on a terminal in memory; Ink runs as for a person, only that every frame is kept. */
export function mountApp(app: Omit<AppProps, 'exit' | 'screens'>, options: ScreenOptions = {}) {
  const {
    columns = 80,
    rows = 24,
    keyboard = true,
    language = 'de',
    ascii = false,
    halfBlocks = !ascii,
    screenReader = false,
    highContrast = false,
  } = options;
  const waiting = new Waiting();
  const stdout = new FakeStdout(columns, rows, () => waiting.notify());
  const stdin = new FakeStdin(keyboard);
  const terminal = stdout as unknown as NodeJS.WriteStream;
  let typedAt = 0;
  let exits = 0;
  const exit = (): void => {
    exits += 1;
    waiting.notify();
  };
  const instance = render(
    <TerminalProvider
      style={{ language, ascii, halfBlocks, screenReader }}
      now={() => typedAt}
      onInterrupt={exit}
    >
      <App {...app} screens={screens} exit={exit} />
    </TerminalProvider>,
    {
      stdout: screenStream(terminal, { ascii, highContrast }),
      stdin: stdin as unknown as NodeJS.ReadStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
      isScreenReaderEnabled: screenReader,
    },
  );
  instance.waitUntilExit().catch((error: unknown) => waiting.end(`It broke (${String(error)})`));
  onTestFinished(() => {
    instance.unmount();
    instance.cleanup();
  });

  const until = async (find: (frame: string) => boolean, what: string): Promise<true> => {
    await waiting.until(
      () => find(stdout.frame) || undefined,
      what,
      () => stdout.frame,
    );
    // No person presses the next key before the program has done with this frame.
    await turn();
    await turn();
    return true;
  };

  return {
    /** What is on the terminal now. */
    frame: (): string => stdout.frame,
    /** Every frame so far. */
    frames: stdout.frames,
    /** What was written around Ink, such as bells. */
    written: stdout.written,
    /** How often the program was left. */
    exits: (): number => exits,
    /** Presses keys one after the other, with time enough between them for none to count as held down. */
    press: (...keys: readonly string[]): void => {
      for (const each of keys) {
        typedAt += 2000;
        stdin.send(each);
      }
    },
    /** Presses keys so fast that the same key counts as held down. */
    hold: (...keys: readonly string[]): void => {
      for (const each of keys) {
        typedAt += 30;
        stdin.send(each);
      }
    },
    /** Holds a key down: the keyboard waits for half a second, then repeats it fast. */
    holdDown: (each: string, repeats: number): void => {
      typedAt += 2000;
      stdin.send(each);
      typedAt += 470;
      for (let i = 0; i < repeats; i += 1) {
        typedAt += 30;
        stdin.send(each);
      }
    },
    /** Waits for content. */
    shows: async (...texts: readonly string[]): Promise<void> => {
      for (const text of texts) await until((frame) => frame.includes(text), JSON.stringify(text));
    },
    showsNot: async (text: string): Promise<void> => {
      await until((frame) => !frame.includes(text), `no ${JSON.stringify(text)}`);
    },
    until,
    resize: (to: { readonly columns: number; readonly rows: number }): void => {
      stdout.resize(to);
    },
    /** Columns and rows that the frame takes. */
    size: (): { columns: number; rows: number } => {
      const lines = stdout.frame.split('\n');
      return { columns: Math.max(...lines.map((each) => stringWidth(each))), rows: lines.length };
    },
  };
}

export type MountedScreen = ReturnType<typeof mountApp>;

class FakeStdout extends EventEmitter {
  readonly isTTY = true;
  readonly frames: string[] = [];
  readonly written: string[] = [];
  columns: number;
  rows: number;
  readonly #onFrame: () => void;

  constructor(columns: number, rows: number, onFrame: () => void) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#onFrame = onFrame;
  }

  get frame(): string {
    return this.frames.at(-1) ?? '';
  }

  readonly write = (text: string): boolean => {
    // Ink switches modes and the screen rings bells by single control sequences; everything else is a frame.
    if (isControl(text)) this.written.push(text);
    else this.frames.push(text);
    this.#onFrame();
    return true;
  };

  resize({ columns, rows }: { readonly columns: number; readonly rows: number }): void {
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }
}

// oxlint-disable-next-line no-control-regex -- that is what it is about
const isControl = (text: string): boolean => /^(?:\u0007|\u001B\[[?\d;]*[a-zA-Z])+$/.test(text);

class FakeStdin extends EventEmitter {
  readonly isTTY: boolean;
  #waiting: string[] = [];

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  send(keys: string): void {
    this.#waiting.push(keys);
    this.emit('readable');
  }

  readonly read = (): string | null => this.#waiting.shift() ?? null;

  setEncoding(): void {}
  setRawMode(): void {}
  resume(): void {}
  pause(): void {}
  ref(): void {}
  unref(): void {}
}
