import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import {
  protocolVersion,
  type Answer,
  type Hello,
  type ServerMessage,
  type SettingChanged,
} from '../protocol/messages.js';
import type { Command } from '../queue/commands.js';
import { cleanUp } from './cleanUp.js';

/** A WebSocket without a client around it: sends what it is told and keeps what it is sent. */
export class RawStation {
  readonly socket: WebSocket;
  readonly received: ServerMessage[] = [];
  readonly #looks = new Set<() => void>();

  private constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.#look());
    this.socket.on('message', (content) => {
      this.received.push(JSON.parse((content as Buffer).toString('utf8')) as ServerMessage);
      this.#look();
    });
    cleanUp(() => this.socket.terminate());
  }

  /** Connects and says nothing yet. */
  static async connect(server: { readonly url: string }): Promise<RawStation> {
    const station = new RawStation(server.url);
    await new Promise((resolve, reject) => {
      station.socket.once('open', resolve);
      station.socket.once('error', reject);
    });
    return station;
  }

  /** Connects, says hello and waits until it is let in, or the server hangs up. */
  static async join(server: { readonly url: string }, hello: Partial<Hello>): Promise<RawStation> {
    const station = await RawStation.connect(server);
    station.send({ type: 'hello', protocol: protocolVersion, ...hello });
    await station.until(() => station.isClosed || station.received.length > 0);
    return station;
  }

  get isClosed(): boolean {
    return this.socket.readyState === WebSocket.CLOSED;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Sends an ask and waits for an answer to it that has not come before; undefined if the server hangs up instead. */
  async ask(day: string, command: Command, askId: string = randomUUID()): Promise<Answer | undefined> {
    const answers = () =>
      this.received.filter(
        (message): message is Answer => message.type === 'answer' && message.askId === askId,
      );
    const before = answers().length;
    this.send({ type: 'ask', askId, day, command });
    await this.until(() => this.isClosed || answers().length > before);
    return answers()[before];
  }

  /** Changes a setting, without a value back to its default; throws if the server hangs up instead of an answer. */
  async change(path: string, ...value: readonly unknown[]): Promise<SettingChanged> {
    const queryId = randomUUID();
    const answer = () =>
      this.received.find(
        (message): message is SettingChanged =>
          message.type === 'settingChanged' && message.queryId === queryId,
      );
    this.send({ type: 'changeSetting', queryId, path, ...(value.length > 0 ? { value: value[0] } : {}) });
    await this.until(() => this.isClosed || answer() !== undefined);
    const answered = answer();
    if (!answered) throw new Error('the server hung up');
    return answered;
  }

  /** Waits until what was received, or the socket's end, fulfils a condition. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#looks.delete(look);
        resolve();
      };
      this.#looks.add(look);
      look();
    });
  }

  #look(): void {
    for (const look of this.#looks) look();
  }
}
