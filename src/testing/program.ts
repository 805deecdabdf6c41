import { spawn, type ChildProcess } from 'node:child_process';
import { cleanUp } from './cleanUp.js';
import { describeExit, launcher, shellEnvironment, type Environment, type Exit } from './childProcess.js';
import { patienceMs, Waiting } from './waiting.js';

export interface ProgramOptions {
  /**
   * On top of a person's shell, see {@link shellEnvironment}. Without BEO_DATA or `--data` the program works on the
   * checkout's own store: give it a temporary folder.
   */
  readonly env?: Environment;
  readonly cwd?: string;
  /** What stands on stdin; nothing by default. */
  readonly input?: string;
  /** The file that Node runs; beo's launcher by default. */
  readonly file?: string;
  /** The Node that runs it; the one that runs the tests by default. */
  readonly node?: string;
}

export interface Finished extends Exit {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The built program as a child process without a terminal, as a script, a service or a test of the commands uses it.
 * Killed when the test is over; started in a beforeAll, when the tests of the file are.
 *
 * ```ts
 * const server = Program.start(['server', '--port', '0'], { env: { BEO_DATA: temporaryFolder() } });
 * const [, url] = await server.until(/^beo listening on (ws:\S+)$/);
 * …
 * expect(await server.stop()).toMatchObject({ exitCode: 0 });
 * ```
 */
export class Program {
  /** Resolves when the program has ended and all it wrote was read. Never rejects. */
  readonly finished: Promise<Finished>;
  readonly #child: ChildProcess;
  readonly #waiting = new Waiting();
  #stdout = '';
  #stderr = '';

  private constructor(args: readonly string[], options: ProgramOptions) {
    const { file = launcher, node = process.execPath, cwd, input } = options;
    const child = spawn(node, [file, ...args], {
      cwd,
      env: shellEnvironment(options.env),
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    this.#child = child;

    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
      this.#waiting.notify();
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
      this.#waiting.notify();
    });
    // A program that doesn't read what stands on its stdin is none of the test's business.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);

    const { promise, resolve } = Promise.withResolvers<Finished>();
    child.on('close', (exitCode, signal) => {
      const exit = { exitCode, signal };
      resolve({ ...exit, stdout: this.#stdout, stderr: this.#stderr });
      this.#waiting.end(describeExit(exit));
    });
    this.finished = promise;
  }

  static start(args: readonly string[], options: ProgramOptions = {}): Program {
    const program = new Program(args, options);
    cleanUp(() => program.kill());
    return program;
  }

  /** Starts the program and waits for its end. */
  static async run(args: readonly string[], options: ProgramOptions = {}): Promise<Finished> {
    return Program.start(args, options).finished;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** All of it so far. */
  get stdout(): string {
    return this.#stdout;
  }

  /** All of it so far. */
  get stderr(): string {
    return this.#stderr;
  }

  /** Waits for a whole line on stdout or stderr, and resolves with the match. Lines written before count. */
  async until(pattern: RegExp, withinMs = patienceMs): Promise<RegExpExecArray> {
    const find = () => {
      for (const line of [...wholeLines(this.#stdout), ...wholeLines(this.#stderr)]) {
        const match = pattern.exec(line);
        if (match !== null) return match;
      }
      return undefined;
    };
    const shown = () => `${this.#stdout}\n--- stderr ---\n${this.#stderr}`;
    return this.#waiting.until(find, String(pattern), shown, withinMs);
  }

  /** Sends a signal if the program still runs. */
  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Asks the program to end, as a service manager does. One that doesn't is killed, and that is an error. */
  async stop(withinMs = patienceMs): Promise<Finished> {
    this.signal('SIGTERM');
    let deaf = false;
    const timer = setTimeout(() => {
      deaf = true;
      this.signal('SIGKILL');
    }, withinMs);
    const finished = await this.finished;
    clearTimeout(timer);
    if (deaf)
      throw new Error(`The program did not end within ${withinMs} ms of SIGTERM.\n${finished.stderr}`);
    return finished;
  }

  /** Ends the program the hard way, as a power cut does. May be called twice. */
  async kill(): Promise<Finished> {
    this.signal('SIGKILL');
    return this.finished;
  }
}

function wholeLines(text: string): string[] {
  return text.split('\n').slice(0, -1);
}
