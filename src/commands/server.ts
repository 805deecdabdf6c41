import type { RunningServer } from '../server/serverOptions.js';
import { SystemClock } from '../server/clock.js';
import { jsonLine, lineLog, textLine, type Log, type LogLevel, type LogLine } from '../server/log.js';
import { isNetwork } from '../server/observers.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { namingTheServer } from './ownStore.js';
import { certificateOf } from './certificate.js';

export interface ServerCommandOptions {
  readonly host?: string;
  readonly port?: number;
  /** Files of the certificate and its key. */
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly behindProxy?: boolean;
  readonly metricsFrom?: readonly string[];
  readonly migrate?: boolean;
  readonly logFormat?: 'text' | 'json';
  readonly logLevel?: LogLevel;
}

/** `beo server`: one line when it is ready, then serves until it is told to stop. */
export async function runServer(options: ServerCommandOptions & Globals): Promise<void> {
  const server = await startHere(options, true);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void server.stop();
    });
  }
  // Whoever waits for this line may send a signal the moment it comes.
  process.stdout.write(`beo listening on ${server.url}\n`);
  await server.stopped;
}

/** Starts a server in this process; logs to stderr only where nobody looks at a screen. */
export async function startHere(
  options: ServerCommandOptions & Globals,
  logs: boolean,
): Promise<RunningServer> {
  const { startServer } = await import('../server/server.js');
  const store = storeOf(options);
  const { failures: texts } = textsFor(languageOf(options));
  const certificate = certificateOf(options);
  const notANetwork = (options.metricsFrom ?? []).find((network) => !isNetwork(network));
  if (notANetwork !== undefined) {
    throw new Failure('badNetwork', texts.badNetwork({ network: notANetwork }), 2);
  }
  const clock = new SystemClock((ms) => log('clockStep', { ms }));
  const write = (line: string) => (logs ? process.stderr.write(line) : undefined);
  const log: Log = lineLog({
    write,
    clock,
    format: await logFormat(options),
    ...(options.logLevel === undefined ? {} : { least: options.logLevel }),
  });
  return namingTheServer(options, () =>
    startServer({
      store,
      clock,
      log,
      ...(options.host === undefined ? {} : { host: options.host }),
      port: portOf(options),
      ...(certificate === undefined ? {} : { certificate }),
      ...(options.behindProxy ? { behindProxy: true } : {}),
      ...(options.migrate === undefined ? {} : { migrate: options.migrate }),
      ...(options.metricsFrom === undefined ? {} : { metricsFrom: options.metricsFrom }),
    }),
  );
}

/** The port that was named, else the usual one. */
export function portOf({ port = 7717, ...globals }: Pick<ServerCommandOptions, 'port'> & Globals): number {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Failure('badPort', textsFor(languageOf(globals)).failures.badPort(), 2);
}

/** Sentences for a person in front of a terminal; else JSON, for whatever collects the log. */
async function logFormat(options: ServerCommandOptions & Globals): Promise<(line: LogLine) => string> {
  const language = languageOf(options);
  const { log: sentences } = textsFor(language);
  const format = options.logFormat ?? (process.stderr.isTTY ? 'text' : 'json');
  if (format === 'json') return jsonLine(sentences);
  const { inventory } =
    language === 'de' ? await import('../texts/de/inventory.js') : await import('../texts/en/inventory.js');
  return textLine({ ...inventory.log.events, ...sentences });
}
