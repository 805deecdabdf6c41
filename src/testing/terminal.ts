import { setTimeout as pause } from 'node:timers/promises';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { cleanUp } from './cleanUp.js';
import {
  describeExit,
  launcher,
  shellEnvironment,
  signalName,
  type Environment,
  type Exit,
} from './childProcess.js';
import { styleOfCell, type Style } from './terminalStyle.js';
import { patienceMs, Waiting } from './waiting.js';

export interface TerminalOptions {
  /** 80 by default. */
  readonly columns?: number;
  /** 24 by default. */
  readonly rows?: number;
  /**
   * On top of a person's shell, see {@link shellEnvironment}. Without BEO_DATA or `--data` the program works on the
   * checkout's own store: give it a temporary folder.
   */
  readonly env?: Environment;
  readonly cwd?: string;
  /** The file that Node runs; beo's launcher by default. */
  readonly file?: string;
  /** The Node that runs it; the one that runs the tests by default. */
  readonly node?: string;
}

/** A person's keys are apart; several that arrive in one piece are a paste or a scanner to the program. */
const betweenKeysMs = 15;

/** A person who presses Enter twice on purpose; faster ones count as a slip, and the screens ignore them. */
const betweenEntersMs = 450;

/**
 * The built program in a real pseudo-terminal, with a model of the screen: what a person would see and press.
 * Killed when the test is over; started in a beforeAll, when the tests of the file are.
 *
 * ```ts
 * const terminal = Terminal.start(['desk', '1'], { env: { BEO_DATA: store } });
 * await terminal.until('Platz 1');
 * await terminal.press(keys.enter);
 * await terminal.until((text) => text.includes('E001'), 'the number called');
 * ```
 */
export class Terminal {
  /** Resolves when the program has ended and the screen shows its last words. Never rejects. */
  readonly exited: Promise<Exit>;
  readonly #pty: pty.IPty;
  readonly #screen: xterm.Terminal;
  readonly #waiting = new Waiting();
  #rawOutput = '';
  #title = '';
  #bells = 0;
  #enteredAt = 0;
  #awaitsEffect = false;
  #running = true;

  private constructor(args: readonly string[], options: TerminalOptions) {
    const { columns: cols = 80, rows = 24, file = launcher, node = process.execPath } = options;
    const { cwd = process.cwd() } = options;
    const env = shellEnvironment({ TERM: 'xterm-256color', COLORTERM: 'truecolor', ...options.env });
    this.#screen = new xterm.Terminal({ cols, rows, allowProposedApi: true });
    this.#pty = pty.spawn(node, [file, ...args], {
      name: env['TERM'] ?? '',
      cols,
      rows,
      cwd,
      env,
    });

    this.#pty.onData((output) => {
      this.#rawOutput += output;
      this.#screen.write(output, () => this.#waiting.notify());
    });
    // The program may ask the terminal something; a real one answers.
    this.#screen.onData((answer) => this.#pty.write(answer));
    this.#screen.onTitleChange((title) => {
      this.#title = title;
    });
    this.#screen.onBell(() => {
      this.#bells += 1;
    });

    const { promise, resolve } = Promise.withResolvers<Exit>();
    this.#pty.onExit(({ exitCode, signal }) => {
      this.#running = false;
      const exit: Exit = signal ? { exitCode: null, signal: signalName(signal) } : { exitCode, signal: null };
      // Written after all output, so that this is called when the screen is complete.
      this.#screen.write('', () => {
        resolve(exit);
        this.#waiting.end(describeExit(exit));
      });
    });
    this.exited = promise;
  }

  static start(args: readonly string[], options: TerminalOptions = {}): Terminal {
    const terminal = new Terminal(args, options);
    cleanUp(() => terminal.kill());
    return terminal;
  }

  /** The screen's lines from top to bottom, without the blanks at their ends. */
  get lines(): string[] {
    return Array.from(
      { length: this.#screen.rows },
      (_, row) => this.#line(row)?.translateToString(true).trimEnd() ?? '',
    );
  }

  /** The whole screen, as long as the terminal is high. */
  text(): string {
    return this.lines.join('\n');
  }

  /** Everything the program wrote, with its control sequences. */
  get rawOutput(): string {
    return this.#rawOutput;
  }

  /** The window's title. */
  get title(): string {
    return this.#title;
  }

  /** How often the bell rang. */
  get bells(): number {
    return this.#bells;
  }

  /** Whether the program shows the alternate screen, which leaves the shell's lines untouched. */
  get alternate(): boolean {
    return this.#screen.buffer.active.type === 'alternate';
  }

  /** How the first character of `text` looks where it first stands on the screen; an error if it doesn't. */
  styleOf(text: string): Style {
    for (let row = 0; row < this.#screen.rows; row += 1) {
      const cell = this.#cellWhere(text, row);
      if (cell !== undefined) return styleOfCell(cell);
    }
    throw new Error(`The screen does not show ${JSON.stringify(text)}. It shows:\n${this.text()}`);
  }

  /**
   * Waits until the screen shows what is asked for; if it never does, or the program ends, the error shows the screen.
   * @param what names it in that error; needed where `condition` is a function
   */
  async until(
    condition: string | RegExp | ((text: string) => boolean),
    what = String(condition),
    withinMs = patienceMs,
  ): Promise<void> {
    const isShown = () => {
      const text = this.text();
      if (typeof condition === 'string') return text.includes(condition);
      return condition instanceof RegExp ? condition.test(text) : condition(text);
    };
    await this.#waiting.until(
      () => isShown() || undefined,
      what,
      () => this.text(),
      withinMs,
    );
    // A busy program may have read an Enter late; a person counts from the moment when it had its effect.
    if (this.#awaitsEffect) this.#enteredAt = performance.now();
    this.#awaitsEffect = false;
  }

  /** Presses keys one after the other, see {@link keys}. Where one has an effect, wait for it before the next. */
  async press(...pressed: readonly string[]): Promise<void> {
    for (const key of pressed) {
      if (key === keys.enter) await this.#pauseAfterEnter();
      this.send(key);
      await pause(betweenKeysMs);
    }
  }

  async #pauseAfterEnter(): Promise<void> {
    const rest = this.#enteredAt + betweenEntersMs - performance.now();
    if (rest > 0) await pause(rest);
    this.#enteredAt = performance.now();
    this.#awaitsEffect = true;
  }

  /** Sends characters in one piece, as a scanner or a paste does. */
  send(characters: string): void {
    this.#pty.write(characters);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Sends a signal if the program still runs. */
  signal(name: NodeJS.Signals): void {
    if (this.#running) this.#pty.kill(name);
  }

  /** Ends the program the hard way. May be called twice. */
  async kill(): Promise<Exit> {
    this.signal('SIGKILL');
    return this.exited;
  }

  /** Cells and characters are not the same: a wide character takes two cells, the second of them empty. */
  #cellWhere(text: string, row: number): xterm.IBufferCell | undefined {
    const line = this.#line(row);
    for (let column = 0; column < this.#screen.cols; column += 1) {
      const cell = line?.getCell(column);
      if (cell?.getWidth() && line?.translateToString(false, column).startsWith(text)) return cell;
    }
    return undefined;
  }

  #line(row: number): xterm.IBufferLine | undefined {
    const buffer = this.#screen.buffer.active;
    return buffer.getLine(buffer.viewportY + row);
  }
}

/** What a terminal sends for the keys that are not a character. */
export const keys = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  shiftTab: '\x1b[Z',
  space: ' ',
  backspace: '\x7f',
  delete: '\x1b[3~',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
  /** Ctrl and a letter, `ctrl('c')`. */
  ctrl: (letter: string): string => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
} as const;
