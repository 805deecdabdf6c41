import { Connection } from '../client/connection.js';
import { helloOf, serverUrl } from './connect.js';
import { refused } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { runScreenCommand } from './screen.js';

export interface DisplayOptions {
  readonly plain?: boolean;
}

/** `beo display`: the waiting room's screen, or with `--plain` a line a call. */
export async function runDisplay(options: DisplayOptions & Globals): Promise<void> {
  if (!options.plain) {
    await runScreenCommand({ screen: 'display' }, options);
    return;
  }
  const url = await serverUrl(options);
  const connection = new Connection({ url, hello: helloOf(options, { role: 'display' }), reconnect: true });
  const { plainDisplay } = await import('../screens/display/plainDisplay.js');
  const refusal = await plainDisplay(connection, process.stdout);
  if (refusal) throw refused(refusal, languageOf(options));
}
