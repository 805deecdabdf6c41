import { once } from 'node:events';
import { WebSocket } from 'ws';

const answerStart = Buffer.from('{"type":"answer"');
const accepted = Buffer.from('"ok":true');

/** A bare client of either server: sends frames, waits for answers, and reads nothing that it need not. */
export class Line {
  /** Frames that were no answer. */
  told = 0;
  /** Called with every such frame. */
  onTold: ((frame: Buffer) => void) | undefined;
  readonly #socket: WebSocket;
  #waiting: PromiseWithResolvers<Buffer> | undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (content) => this.#receive(content as Buffer));
    socket.on('close', () => this.#waiting?.reject(new Error('the server hung up')));
  }

  /** Connects, greets, and waits for the greeting's answer: a first frame of any kind. */
  static async open(url: string, greeting: string): Promise<Line> {
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
    const line = new Line(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the server hung up')));
      socket.once('message', () => resolve());
      socket.once('open', () => socket.send(greeting));
    });
    return line;
  }

  /** Some at a time: no server has room for a thousand handshakes at once. */
  static async openMany(count: number, url: string, greeting: (index: number) => string): Promise<Line[]> {
    const lines: Line[] = [];
    while (lines.length < count) {
      const first = lines.length;
      const some = Array.from({ length: Math.min(100, count - first) }, (_, i) => greeting(first + i));
      lines.push(...(await Promise.all(some.map((words) => Line.open(url, words)))));
    }
    return lines;
  }

  /** Sends an ask, one at a time, and resolves with the answer's frame. Throws if the answer is a refusal. */
  async ask(frame: string): Promise<Buffer> {
    this.#waiting = Promise.withResolvers<Buffer>();
    this.#socket.send(frame);
    const answer = await this.#waiting.promise;
    if (!answer.subarray(0, 100).includes(accepted)) throw new Error(`refused: ${answer.toString()}`);
    return answer;
  }

  /** Resolves when all that the server had sent has come. */
  async settled(): Promise<void> {
    this.#socket.ping();
    await once(this.#socket, 'pong');
  }

  close(): void {
    this.#socket.terminate();
  }

  #receive(frame: Buffer): void {
    if (frame.subarray(0, answerStart.length).equals(answerStart)) {
      this.#waiting?.resolve(frame);
      return;
    }
    this.told += 1;
    this.onTold?.(frame);
  }
}
