import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { SiteView } from '../protocol/messages.js';
import type { RunningServer } from '../server/serverOptions.js';
import { connectionTo, helloOf } from './connect.js';
import { credentialsOf } from './credentials.js';
import { refused } from './fail.js';
import { findServer, isGone } from './findServer.js';
import { hasTerminal, languageOf, type Globals } from './globals.js';
import { runDisplay } from './display.js';
import { runScreenCommand } from './screen.js';
import { instructionDue } from './instruction.js';
import { runServer, startHere } from './server.js';
import { printerOf, slipSettings } from './slip.js';
import { hello, stationOfToken, styleOf } from './stations.js';

/** `beo` alone: the menu, on a running server or on one inside itself. Without a terminal it serves. */
export async function runMenu(options: Globals): Promise<void> {
  if (!hasTerminal()) {
    await runServer(options);
    return;
  }
  let found: Awaited<ReturnType<typeof findRunning>>;
  try {
    found = await findRunning(options);
  } catch (error) {
    // A station's token opens the screen of that station and no other, so there is nothing to choose.
    const own = stationOfToken(error);
    if (!own) throw error;
    return own.screen === 'display' ? runDisplay(options) : runScreenCommand(own, options);
  }
  const own = found ? undefined : await startHere(options, false);
  const url = found?.url ?? own?.url ?? '';
  const site = found?.site ?? (await siteOf(url, options));
  try {
    const { runMenu: showMenu } = await import('../screens/start.js');
    const settingsOf = await slipSettings(options);
    await showMenu({
      ...styleOf(options),
      printerAt: (place) => printerOf(settingsOf(place)),
      onInstructed: instructionDue(),
      server: { url, startedHere: own !== undefined },
      places: { receptions: site.receptions, desks: site.desks },
      othersConnected: () => own?.connections() ?? 0,
      connect: (choice) =>
        new Connection({
          url,
          hello: { ...helloOf(options, hello(choice)) },
          reconnect: true,
          ...credentialsOf(options),
        }),
    });
  } finally {
    await stopped(own);
  }
}

const stopped = async (own: RunningServer | undefined): Promise<void> => own?.stop();

/** A server that answers; one that was named has to. */
async function findRunning(options: Globals): Promise<{ url: string; site: SiteView } | undefined> {
  const url = await findServer(options);
  if (url === undefined) return undefined;
  try {
    return { url, site: await siteOf(url, options) };
  } catch (error) {
    if (error instanceof Error && isGone(error.name, options)) return undefined;
    throw error;
  }
}

async function siteOf(url: string, options: Globals): Promise<SiteView> {
  const connection = connectionTo(url, options, { role: 'lead' });
  try {
    const { refusal } = await joined(connection);
    if (refusal) throw refused(refusal, languageOf(options));
    const { site } = connection.view;
    if (!site) throw new Error('joined without a site');
    return site;
  } finally {
    connection.close();
  }
}
