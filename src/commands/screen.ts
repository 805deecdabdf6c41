import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { ScreenName } from '../screens/choice.js';
import type { RunScreenOptions } from '../screens/start.js';
import { textsFor } from '../texts/texts.js';
import { whereverItIs, withConnection } from './connect.js';
import { Failure, refused } from './fail.js';
import { serverUrl } from './findServer.js';
import { hasTerminal, languageOf, type Globals } from './globals.js';
import { instructionDue } from './instruction.js';
import { hello, stationOfToken, styleOf } from './stations.js';

/** A person is shown something after that time, whether the server has answered or not, ms. */
const showWithinMs = 100;

/** Opens a screen of the staff; it needs a terminal. */
export async function runScreenCommand(
  { screen, place }: { readonly screen: Exclude<ScreenName, 'display'>; readonly place?: string },
  options: Globals,
): Promise<void> {
  if (!hasTerminal()) throw noTerminal(options);
  // Nobody waits here for a server to come: that there is none is said at once.
  await serverUrl(options);
  const chosen = screen === 'checkin' && place === undefined ? await freeReception(options) : place;
  const choice = screen === 'checkin' || screen === 'desk' ? { screen, place: chosen ?? '' } : { screen };
  const connection = new Connection({ ...(await whereverItIs(options, hello(choice))), reconnect: true });
  const { runScreen } = await import('../screens/start.js');
  const printers = screen === 'checkin' ? await slipPrinters(options) : {};
  // A server that is well has answered by now: a page that says "connecting" would only flash up.
  await Promise.race([joined(connection), pause(showWithinMs)]);
  const refusal = await runScreen({
    choice,
    connection,
    ...printers,
    onInstructed: instructionDue(),
    ...styleOf(options),
  });
  if (refusal) throw refused(refusal, languageOf(options));
}

/** Only a reception prints, so nobody else loads what it takes. */
async function slipPrinters(options: Globals): Promise<Pick<RunScreenOptions, 'printerAt'>> {
  const { printerOf, slipSettings } = await import('./slip.js');
  const settingsOf = await slipSettings(options);
  return { printerAt: (at) => printerOf(settingsOf(at)) };
}

export const noTerminal = (options: Globals): Failure =>
  new Failure('noTerminal', textsFor(languageOf(options)).failures.noTerminal(), 2);

/** The place that the token is for; without one the first place of the reception at which nobody works yet, else the first. */
async function freeReception(options: Globals): Promise<string | undefined> {
  try {
    return await firstFreeReception(options);
  } catch (error) {
    const own = stationOfToken(error);
    if (own?.screen === 'checkin') return own.place;
    throw error;
  }
}

async function firstFreeReception(options: Globals): Promise<string | undefined> {
  return withConnection(options, { role: 'lead' }, async (connection, { site }) => {
    await present(connection);
    const taken = connection.view.presence?.receptions ?? [];
    const free = site.receptions.find(({ id }) => !taken.includes(id));
    return (free ?? site.receptions[0])?.id;
  });
}

/** The server tells who is there right after the welcome. */
const present = (connection: Connection): Promise<void> =>
  new Promise((resolve) => {
    const look = () => connection.view.presence !== null || connection.view.phase !== 'joined';
    if (look()) return resolve();
    const stop = connection.subscribe(() => {
      if (!look()) return;
      stop();
      resolve();
    });
  });
