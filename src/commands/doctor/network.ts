import { once } from 'node:events';
import { statSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { createServer, isIP } from 'node:net';
import { json } from 'node:stream/consumers';
import { connect } from 'node:tls';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Connection } from '../../client/connection.js';
import { trustOf, type Credentials } from '../../client/credentials.js';
import { joined } from '../../client/joined.js';
import { protocolVersion } from '../../protocol/messages.js';
import type { Health } from '../../server/vitals.js';
import { refusalText, type Texts } from '../../texts/texts.js';
import { connectionTo, type Station } from '../connect.js';
import { credentialsOf, hasToken, tokenFileOf } from '../credentials.js';
import { Failure } from '../fail.js';
import { findServer } from '../findServer.js';
import { languageOf, type Globals } from '../globals.js';
import { Notes, soonMs, type Finding } from './finding.js';

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
    // It is told nothing, and its name is no other machine's: whoever vouches for it.
    const health =
      (await healthOf(`ws://127.0.0.1:${port}`)) ??
      (await healthOf(`wss://127.0.0.1:${port}`, { rejectUnauthorized: false }));
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
  try {
    const credentials = await credentialsOf(options).credentials();
    const file = tokenFileOf(options);
    if (file !== undefined && isOpen(file)) notes.warning('tokenOpen', { file });
    await checkWayIn(notes, url, options);
    // It tells so only to its own machine, and to whoever it was told to.
    const health = await healthOf(url, trustFor(credentials));
    if (health?.status === 'storeUnavailable') notes.problem('cannotStore', { url });
    const until = await certifiedUntil(url, trustFor(credentials));
    if (until !== undefined && until - Date.now() < soonMs) {
      notes.warning('certificateEnds', { url, day: new Date(until).toISOString().slice(0, 10) });
    }
  } catch (error) {
    // A file of the token or of the authority that can't be read, or is none.
    if (!(error instanceof Failure)) throw error;
    notes.problem('credentials', { problem: error.message });
  }
  return notes.findings;
}

async function checkWayIn(notes: Notes, url: string, options: Globals): Promise<void> {
  const { connection, station } = await asWhoever(url, options);
  try {
    const { refusal, serverVersion } = connection.view;
    if (refusal?.name === 'serverUnreachable') notes.problem('unreachable', { url });
    else if (refusal) {
      notes.problem('refused', { url, problem: refusalText(refusal, languageOf(options)) });
    } else {
      const ms = await roundTrip(connection);
      if (ms > slowMs) notes.warning('slow', { url, ms });
      else notes.ok('reached', { url, ms, protocol: protocolVersion });
      if (hasToken(options)) notes.ok('admitted', station);
      noteVersion(notes, serverVersion);
      const skew = Math.abs(connection.now() - Date.now());
      if (skew > skewMs) notes.warning('skew', { seconds: Math.round(skew / 1000) });
    }
  } finally {
    connection.close();
  }
}

/** Whether other accounts of this machine can read a file. */
const isOpen = (file: string): boolean => process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;

/** A connection that was let in or refused; as the team lead, or as the station that the token is for. It takes no place. */
async function asWhoever(url: string, options: Globals) {
  const station: Station = { role: 'lead' };
  const connection = connectionTo(url, options, station);
  const { refusal } = await joined(connection);
  if (refusal?.name !== 'tokenForAnother') return { connection, station };
  connection.close();
  const { role, place } = refusal;
  const own: Station = { role, ...(place === undefined ? {} : { place }) };
  const again = connectionTo(url, options, own);
  await joined(again);
  return { connection: again, station: own };
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

/** Median of five signs there and back, whole ms. */
async function roundTrip(connection: Connection): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < 5; n += 1) taken.push((await connection.roundTrip()) ?? Infinity);
  return Math.ceil(taken.toSorted((a, b) => a - b)[2] ?? 0);
}

function noteVersion(notes: Notes, server: string | null): void {
  const client: string = packageJson.version;
  if (server === client) notes.ok('sameVersion', { version: client });
  else if (server !== null) notes.warning('otherVersion', { server, client });
}

/** What a server tells of itself; undefined where none answers, or not us. */
async function healthOf(url: string, trust: https.AgentOptions = {}): Promise<Health | undefined> {
  const asked = new URL('/healthz', url.replace(/^ws/, 'http'));
  const { get } = asked.protocol === 'https:' ? https : http;
  try {
    const [answer] = (await once(
      get(asked, { ...trust, agent: false, signal: AbortSignal.timeout(2000) }),
      'response',
    )) as [IncomingMessage];
    const health = (await json(answer)) as Partial<Health> | null;
    return typeof health?.version === 'string' && health.sites ? (health as Health) : undefined;
  } catch {
    return undefined;
  }
}

/** The instant at which a server's certificate ends, ms since the epoch; undefined without one, or where it is not trusted. */
async function certifiedUntil(url: string, trust: https.AgentOptions): Promise<number | undefined> {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'wss:') return undefined;
  const socket = connect({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || 443),
    ...(isIP(hostname) === 0 && !hostname.startsWith('[') ? { servername: hostname } : {}),
    ...trust,
    timeout: 2000,
  });
  socket.on('timeout', () => socket.destroy(new Error('no answer')));
  try {
    await once(socket, 'secureConnect');
    return Date.parse(socket.getPeerCertificate().valid_to);
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

/** As Node's own client wants it, which takes no `false` for "nothing is wrong with the name". */
function trustFor(credentials: Credentials): https.AgentOptions {
  const { checkServerIdentity, ...trust } = trustOf(credentials);
  return { ...trust, ...(checkServerIdentity ? { checkServerIdentity: () => undefined } : {}) };
}
