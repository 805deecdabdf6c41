import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Command } from '../queue/commands.js';
import type { Entry } from '../queue/events.js';
import { journalDays, journalFile, readJournal } from '../server/journal.js';
import { verifyStore, type Finding } from '../server/verify.js';
import { cleanUp } from './cleanUp.js';
import { Program } from './program.js';
import { seeded } from './seeded.js';
import { queued } from './startedServer.js';
import { temporaryFolder } from './temporaryFolder.js';

export interface Sweep {
  /** Entries that the server acknowledged. */
  readonly acknowledged: number;
  /** Acknowledged, but not in the journal as acknowledged. */
  readonly lost: readonly Entry[];
  /** Asks that the journal holds twice. */
  readonly doubled: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Kills a real server at random moments while stations work against it, starts it again each time, and compares what
 * was acknowledged with what the journal holds. A station's unanswered ask is sent again by itself after each restart.
 */
export async function killSweep({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: number;
}): Promise<Sweep> {
  const random = seeded(seed);
  const store = temporaryFolder();
  let server = await started(store, '0');
  const { port } = new URL(server.url);
  const acknowledged: Entry[] = [];
  const stop = new AbortController();
  const stations = [
    work(server.url, 'reception', 'E1', acknowledged, stop.signal, () => queued()),
    work(server.url, 'reception', 'E2', acknowledged, stop.signal, () => queued('2.1')),
    ...['1', '2', '3'].map((desk) =>
      work(server.url, 'desk', desk, acknowledged, stop.signal, deskWork(desk)),
    ),
  ];
  for (let kill = 0; kill < kills; kill += 1) {
    // Some work first, so that the kill falls into it.
    const enough = acknowledged.length + Math.floor(random() * 60);
    while (acknowledged.length < enough) await wait(1);
    await wait(random() * 20);
    await server.program.kill();
    server = await started(store, port);
  }
  stop.abort();
  await Promise.all(stations);
  await server.program.stop();
  return { ...(await compare(store, acknowledged)), findings: (await verifyStore(store)).findings };
}

async function started(store: string, port: string): Promise<{ program: Program; url: string }> {
  const program = Program.start(['server', '--port', port], { env: { BEO_DATA: store } });
  const [, url = ''] = await program.until(/^beo listening on (ws:\S+)$/);
  return { program, url };
}

/** One station that asks again and again until it is told to stop; refusals are part of the day. */
export async function work(
  url: string,
  role: 'reception' | 'desk',
  place: string,
  acknowledged: Entry[],
  signal: AbortSignal,
  next: () => Command,
): Promise<void> {
  const connection = new Connection({ url, hello: { role, place }, reconnect: true });
  cleanUp(() => connection.close());
  // An ask that waits for a server that never comes back waits no longer.
  signal.addEventListener('abort', () => connection.close());
  await joined(connection);
  while (!signal.aborted) {
    const reply = await connection.ask(next());
    if (reply.ok) acknowledged.push(reply.entry);
    await wait(reply.ok ? 0 : 10);
  }
  connection.close();
}

/** Calls and finishes in turn. */
export function deskWork(desk: string): () => Command {
  let step = 0;
  return () => {
    step += 1;
    return step % 2 === 1 ? { type: 'call', desk } : { type: 'finish', desk };
  };
}

/** What a store has lost of the acknowledged entries, and which asks it holds twice. */
export async function compare(
  store: string,
  acknowledged: readonly Entry[],
): Promise<Pick<Sweep, 'acknowledged' | 'lost' | 'doubled'>> {
  const kept = new Map<string, Entry>();
  const doubled: string[] = [];
  for (const day of await journalDays(store, 'herford')) {
    const { entries } = await readJournal(journalFile(store, 'herford', day));
    for (const entry of entries) {
      if (kept.has(entry.ask)) doubled.push(entry.ask);
      kept.set(entry.ask, entry);
    }
  }
  const lost = acknowledged.filter((entry) => JSON.stringify(kept.get(entry.ask)) !== JSON.stringify(entry));
  return { acknowledged: acknowledged.length, lost, doubled };
}
