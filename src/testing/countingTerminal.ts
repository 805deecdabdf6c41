import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import { Waiting } from './waiting.js';

/** A terminal in memory for what the program writes as it does for a person: a model of the screen, and how much was written. */
export class CountingTerminal extends EventEmitter {
  readonly isTTY = true;
  readonly columns: number;
  readonly rows: number;
  readonly #screen: xterm.Terminal;
  readonly #waiting = new Waiting();
  #written = 0;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#screen = new xterm.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      // As a pseudo-terminal does.
      convertEol: true,
    });
  }

  /** For the program. */
  get stdout(): NodeJS.WriteStream {
    return this as unknown as NodeJS.WriteStream;
  }

  /** A keyboard that nobody has plugged in. */
  get stdin(): NodeJS.ReadStream {
    return Object.assign(new EventEmitter(), { isTTY: false }) as unknown as NodeJS.ReadStream;
  }

  /** Characters so far, control sequences included. */
  get written(): number {
    return this.#written;
  }

  readonly write = (text: string, onWritten?: unknown): boolean => {
    this.#written += text.length;
    this.#screen.write(text, () => this.#waiting.notify());
    if (typeof onWritten === 'function') queueMicrotask(onWritten as () => void);
    return true;
  };

  text(): string {
    const { active } = this.#screen.buffer;
    return Array.from(
      { length: this.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    ).join('\n');
  }

  /** Waits for content. */
  async shows(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.#waiting.until(
        () => this.text().includes(text) || undefined,
        JSON.stringify(text),
        () => this.text(),
      );
    }
  }
}
