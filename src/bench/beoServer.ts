import { mkdir, writeFile } from 'node:fs/promises';
import { protocolVersion } from '../protocol/messages.js';
import type { Role } from '../queue/events.js';
import { journalFile, journalFolder } from '../server/journal.js';
import { settingsFile } from '../server/store.js';
import { Child } from './child.js';
import { madeDay, type MadeDay } from './madeDay.js';
import { settingsContent, siteId } from './office.js';
import type { Workplace } from './workplace.js';

const program = new URL('../../dist/beo.js', import.meta.url);

/** Visitors of an ordinary day. */
export const ordinaryDay = 300;

/** The built program as a server in a process of its own, on a store in the workplace. */
export interface BeoServer {
  readonly child: Child;
  readonly url: string;
  /** The day that its journal held when it started. */
  readonly day: MadeDay;
}

/**
 * Starts a server on a store whose day already has so many tickets.
 * @param prepare what else the store needs before
 */
export async function startBeo(
  workplace: Workplace,
  tickets = ordinaryDay,
  prepare: (store: string) => Promise<void> = async () => undefined,
): Promise<BeoServer> {
  const store = await workplace.newFolder();
  const day = await madeDay(tickets);
  await mkdir(journalFolder(store, siteId), { recursive: true });
  await writeFile(settingsFile(store), JSON.stringify(settingsContent));
  await writeFile(journalFile(store, siteId, day.day), day.journal);
  await prepare(store);
  const profiling =
    workplace.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${workplace.profile}`];
  const args = ['server', '--port', '0', '--data', store];
  const child = await Child.start(workplace, program, args, profiling);
  return { child, url: child.url, day };
}

/** The greeting of a station that has seen the whole day, so that only what comes next is sent to it. */
export function helloOf({ epoch, seq }: MadeDay, role: Role, place?: string, token?: string): string {
  return JSON.stringify({
    type: 'hello',
    protocol: protocolVersion,
    role,
    ...(place === undefined ? {} : { place }),
    ...(token === undefined ? {} : { token }),
    epoch,
    afterSeq: seq,
  });
}
