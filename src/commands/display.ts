import { Connection } from '../client/connection.js';
import { inert } from '../protocol/inert.js';
import { textsFor } from '../texts/texts.js';
import { announcer } from './announcer.js';
import { whereverItIs } from './connect.js';
import { refused } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { noTerminal } from './screen.js';
import { hello, styleOf } from './stations.js';

export interface DisplayOptions {
  readonly plain?: boolean;
  readonly sound?: string;
  readonly speech?: string;
}

/**
 * `beo display`: the waiting room's screen, with `--plain` a line a call, with `--json` a line a change. Nobody sits in front of
 * it: it needs no keyboard, and waits for a server that is not there yet.
 */
export async function runDisplay(options: DisplayOptions & Globals): Promise<void> {
  const isScreen = !options.plain && !options.json;
  if (isScreen && !process.stdout.isTTY) throw noTerminal(options);
  const choice = { screen: 'display' } as const;
  const connection = new Connection({ ...(await whereverItIs(options, hello(choice))), reconnect: true });
  const refusal = isScreen
    ? await (
        await import('../screens/start.js')
      ).runScreen({ choice, connection, announce: announceBy(options), ...styleOf(options) })
    : await printCalls(connection, options);
  if (refusal) throw refused(refusal, languageOf(options));
}

async function printCalls(connection: Connection, options: DisplayOptions & Globals) {
  const { plainDisplay, jsonDisplay } = await import('../screens/display/plainDisplay.js');
  return options.json
    ? jsonDisplay(connection, process.stdout)
    : plainDisplay(connection, process.stdout, textsFor(languageOf(options)).display);
}

function announceBy({ sound, speech, ...globals }: DisplayOptions & Globals) {
  const programs = [sound, speech].filter((program) => program !== undefined);
  if (programs.length === 0) return null;
  const { announcementFailed } = textsFor(languageOf(globals)).failures;
  return announcer({
    programs,
    log: (problem) => {
      // On the terminal it would stand in the middle of the calls; a service's stderr goes to the log.
      if (!process.stderr.isTTY) process.stderr.write(`beo: ${inert(announcementFailed({ problem }))}\n`);
    },
  });
}
