import { Connection } from '../client/connection.js';
import type { ScreenName } from '../screens/choice.js';
import { textsFor } from '../texts/texts.js';
import { whereverItIs, withConnection } from './connect.js';
import { Failure, refused } from './fail.js';
import { serverUrl } from './findServer.js';
import { hasTerminal, languageOf, type Globals } from './globals.js';
import { instructionDue } from './instruction.js';
import { printerOf, slipSettings } from './slip.js';
import { hello, stationOfToken, styleOf } from './stations.js';

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
  const settingsOf = await slipSettings(options);
  const printerAt = (at: string) => printerOf(settingsOf(at));
  const refusal = await runScreen({
    choice,
    connection,
    printerAt,
    onInstructed: instructionDue(),
    ...styleOf(options),
  });
  if (refusal) throw refused(refusal, languageOf(options));
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
