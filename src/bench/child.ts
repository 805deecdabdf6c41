import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Workplace } from './workplace.js';

const bareServer = new URL('./bareServer.js', import.meta.url);
const attacker = new URL('./attacker.js', import.meta.url);
const probe = new URL('./probe.js', import.meta.url).href;

/** A server in a process of its own, ended with the workplace. Should this process be killed, it ends too. */
export class Child {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** Somebody who attacks other servers when told to. */
  static startAttacker(workplace: Workplace): Promise<Child> {
    return Child.start(workplace, attacker, []);
  }

  /** Starts a program that prints one line with its ws:// address when it listens. */
  static async start(
    workplace: Workplace,
    file: URL,
    args: readonly string[],
    nodeOptions: readonly string[] = [],
  ): Promise<Child> {
    const child = fork(fileURLToPath(file), args, {
      execArgv: ['--expose-gc', '--import', probe, ...nodeOptions],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const ended = once(child, 'exit');
    workplace.onClose(async () => {
      child.kill();
      await ended;
    });
    return new Child(child, await addressOf(child));
  }

  /** The limit: a server that only sends what it is told to. */
  static startBare(workplace: Workplace): Promise<Child> {
    return Child.start(workplace, bareServer, []);
  }

  /** Bytes in memory once what is no longer needed has been given back. */
  async memory(): Promise<number> {
    this.#process.send('memory');
    const [{ rss }] = (await once(this.#process, 'message')) as [{ rss: number }];
    return rss;
  }

  /** Tells the child something, and waits until it says that it has understood. */
  async tell(message: object | string): Promise<void> {
    this.#process.send(message);
    await once(this.#process, 'message');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let written = '';
  let complaints = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    const [address] = /ws:\/\/\S+(?=\n)/.exec(written) ?? [];
    if (address !== undefined) resolve(address);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.on('exit', () => reject(new Error(`a server ended before it listened: ${complaints}`)));
  return promise;
}
