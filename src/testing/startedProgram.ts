import type { Environment } from './childProcess.js';
import { Program, type Finished } from './program.js';

export interface StartedProgram {
  readonly program: Program;
  /** ws://HOST:PORT, or wss:// */
  readonly url: string;
  /** What it logged so far, oldest first. */
  logged(event: string): Readonly<Record<string, unknown>>[];
}

/** Modules of this folder that can be loaded into the program before it starts, see there. */
export type Preloaded = 'anyPort' | 'failingFlush' | 'heapReporter' | 'programClock';

/** What loads such a module into a program. */
export const preloading = (name: Preloaded): Environment => ({
  NODE_OPTIONS: `--import ${new URL(`./${name}.js`, import.meta.url).href}`,
});

/** The built program as a server on a store; resolves when it listens. */
export async function startedProgram(
  store: string,
  {
    port = '0',
    args = [],
    env = {},
  }: { readonly port?: string; readonly args?: readonly string[]; readonly env?: Environment } = {},
): Promise<StartedProgram> {
  const program = Program.start(['server', '--port', port, ...args], { env: { BEO_DATA: store, ...env } });
  const [, url = ''] = await program.until(/^beo listening on (wss?:\S+)$/);
  return { program, url, logged: (event) => loggedBy(program, event) };
}

/** The built program that does one thing on a store. */
export const runOn = (store: string, ...args: readonly string[]): Promise<Finished> =>
  Program.run(args, { env: { BEO_DATA: store } });

const loggedBy = ({ stderr }: Program, event: string): Readonly<Record<string, unknown>>[] =>
  stderr
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter((line) => line.event === event);
