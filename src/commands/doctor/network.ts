import { createServer } from 'node:net';
import packageJson from '../../../package.json' with { type: 'json' };
import { Connection } from '../../client/connection.js';
import { joined } from '../../client/joined.js';
import { protocolVersion } from '../../protocol/messages.js';
import type { Health } from '../../server/vitals.js';
import { refusalText, type Texts } from '../../texts/texts.js';
import { helloOf } from '../connect.js';
import { findServer } from '../findServer.js';
import { languageOf, type Globals } from '../globals.js';
import { Notes, type Finding } from './finding.js';

/** From here on people feel that they wait. */
const slowMs = 250;

/** Clocks that differ by less do no harm, ms. */
const skewMs = 2000;

/** Whether a server could listen on a port of this machine, or which one does. */
export async function checkPort(texts: Texts, port: number): Promise<Finding[]> {
  const notes = new Notes('port', texts);
  const code = await codeOfListening(port);
  if (code === undefined) notes.ok('portFree', { port });
  else if (code === 'EACCES') notes.problem('portForbidden', { port });
  else {
    const health = await healthOf(`ws://127.0.0.1:${port}`);
    if (health) notes.ok('portOurs', { port, version: health.version });
    else notes.problem('portTaken', { port });
  }
  return notes.findings;
}

/** The system's code for why it can't be listened on; undefined if it can. */
function codeOfListening(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}

/** The server that this station would use: whether it lets it in, how fast it is, which version it has. */
export async function checkServer(texts: Texts, options: Globals): Promise<Finding[]> {
  const notes = new Notes('server', texts);
  const url = await knownServer(options);
  if (url === undefined) {
    notes.warning('noServer');
    return notes.findings;
  }
  const connection = new Connection({ url, hello: helloOf(options, { role: 'lead' }), reconnect: false });
  try {
    const { refusal } = await joined(connection);
    if (refusal?.name === 'serverUnreachable') notes.problem('unreachable', { url });
    else if (refusal) {
      notes.problem('refused', { url, problem: refusalText(refusal, languageOf(options)) });
    } else {
      const ms = await roundTrip(connection);
      if (ms > slowMs) notes.warning('slow', { url, ms });
      else notes.ok('reached', { url, ms, protocol: protocolVersion });
      noteVersion(notes, connection.view.serverVersion);
      const skew = Math.abs(connection.now() - Date.now());
      if (skew > skewMs) notes.warning('skew', { seconds: Math.round(skew / 1000) });
    }
  } finally {
    connection.close();
  }
  // It tells so only to its own machine, and to whoever it was told to.
  const health = await healthOf(url);
  if (health?.status === 'storeUnavailable') notes.problem('cannotStore', { url });
  return notes.findings;
}

/** None where the store that would name it belongs to another account. */
async function knownServer(options: Globals): Promise<string | undefined> {
  try {
    return await findServer(options);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return undefined;
    throw error;
  }
}

/** Median of five small questions, whole ms. */
async function roundTrip(connection: Connection): Promise<number> {
  const day = connection.view.day?.day ?? '';
  const taken: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const began = performance.now();
    await connection.figures(day, day);
    taken.push(performance.now() - began);
  }
  return Math.ceil(taken.toSorted((a, b) => a - b)[2] ?? 0);
}

function noteVersion(notes: Notes, server: string | null): void {
  const client: string = packageJson.version;
  if (server === client) notes.ok('sameVersion', { version: client });
  else if (server !== null) notes.warning('otherVersion', { server, client });
}

async function healthOf(url: string): Promise<Health | undefined> {
  try {
    const asked = new URL('/healthz', url.replace(/^ws/, 'http'));
    const response = await fetch(asked, { signal: AbortSignal.timeout(2000) });
    const health = (await response.json()) as Partial<Health> | null;
    return typeof health?.version === 'string' && health.sites ? (health as Health) : undefined;
  } catch {
    return undefined;
  }
}
