import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { instructionVersion, type InstructionShown } from '../../texts/instruction.js';
import type { Workplace } from '../workplace.js';

export const terminalSize = { columns: 80, rows: 24 } as const;

const patienceMs = 30_000;
const ctrlCTwice = '\u0003\u0003';

/** A program in a pseudo-terminal, and a model of what it paints there. Ended with the workplace. */
export class PersonsTerminal {
  readonly #pty: pty.IPty;
  readonly #screen: xterm.Terminal;
  readonly #isProfiled: boolean;
  readonly #ended = Promise.withResolvers<void>();
  readonly #looks = new Set<() => void>();
  #hasEnded = false;

  constructor(workplace: Workplace, file: URL, args: readonly string[]) {
    const { columns: cols, rows } = terminalSize;
    const { CI: _, NO_COLOR: __, ...shell } = process.env;
    const env = {
      ...shell,
      TERM: 'xterm-256color',
      LANG: 'de_DE.UTF-8',
      XDG_STATE_HOME: instructedHome(workplace),
      // As beo's launcher does it beside the program: what was compiled once is kept.
      NODE_COMPILE_CACHE: join(workplace.folder, 'compiled'),
    };
    this.#screen = new xterm.Terminal({ cols, rows, allowProposedApi: true });
    const { profile } = workplace;
    const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    this.#isProfiled = profile !== undefined;
    const words = [...profiling, fileURLToPath(file), ...args];
    this.#pty = pty.spawn(process.execPath, words, { cols, rows, env });
    this.#pty.onData((output) => {
      this.#screen.write(output, () => {
        for (const look of this.#looks) look();
      });
    });
    this.#screen.onData((answer) => this.#pty.write(answer));
    this.#pty.onExit(() => {
      this.#hasEnded = true;
      this.#ended.resolve();
      for (const look of this.#looks) look();
    });
    workplace.onClose(() => this.end());
  }

  press(key: string): void {
    this.#pty.write(key);
  }

  /** Resolves as soon as this is painted; an error if it is not in time, or if the program ends before. */
  painted(isThere: (text: string) => boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (why: string): void => reject(new Error(`${why}, and the screen shows:\n${this.text()}`));
    const timer = setTimeout(fail, patienceMs, 'it was not painted in time');
    const look = (): void => {
      if (isThere(this.text())) resolve();
      else if (this.#hasEnded) fail('the screen was left');
      else return;
      clearTimeout(timer);
      this.#looks.delete(look);
    };
    this.#looks.add(look);
    look();
    return promise;
  }

  text(): string {
    const { active } = this.#screen.buffer;
    return Array.from(
      { length: terminalSize.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    ).join('\n');
  }

  /** Processor time so far, ms; Linux counts it in hundredths of a second. */
  processorTime(): number {
    // The second field, the name, is in brackets and may hold blanks.
    const fields = readFileSync(`/proc/${this.#pty.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [user, system] = fields.slice(11, 13).map(Number);
    return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
  }

  /** Leaves the program as a person does: only a program that ends by itself writes its profile, and what it compiled. */
  async leave(): Promise<void> {
    if (!this.#hasEnded) this.press(ctrlCTwice);
    await this.#ended.promise;
  }

  async end(): Promise<void> {
    if (this.#isProfiled) return this.leave();
    if (!this.#hasEnded) this.#pty.kill('SIGKILL');
    await this.#ended.promise;
  }
}

/** What a station remembers that has shown the data-protection instruction: it comes but once, and not when work begins. */
function instructedHome({ folder }: Workplace): string {
  const beo = join(folder, 'state', 'beo');
  mkdirSync(beo, { recursive: true });
  const shown: InstructionShown = { version: instructionVersion, day: '2026-01-01' };
  writeFileSync(join(beo, 'instruction.json'), JSON.stringify(shown));
  return join(folder, 'state');
}
