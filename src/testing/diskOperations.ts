import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../queue/commands.js';
import type { Entry } from '../queue/events.js';
import { archiveDay } from '../server/archive.js';
import { backUp } from '../server/backup.js';
import { journalFile, openJournal } from '../server/journal.js';
import { purge } from '../server/purge.js';
import { restore } from '../server/restore.js';
import { isChange, planChange } from '../server/settingChange.js';
import { storeChange } from '../server/settingStore.js';
import { readSettings, readSettingsFile } from '../server/store.js';
import type { Finding } from '../server/verify.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import type { Environment } from './childProcess.js';
import { MovableClock } from './movableClock.js';
import { officeDay } from './officeDay.js';
import { Program, type Finished } from './program.js';
import { RawStation } from './rawStation.js';
import { exampleSite, queued, startedServer, writeSettings } from './startedServer.js';

/** Something that the program does to the store `store` in a folder, which may hold other things for it. */
export interface DiskOperation {
  readonly name: string;
  /** Puts into an empty folder what the operation begins with. */
  readonly prepare: (folder: string) => Promise<void>;
  /** Runs it in the real program, until that has ended. What is acknowledged on the way is told at once. */
  readonly run: (folder: string, env: Environment, acknowledge: (entry: Entry) => void) => Promise<Finished>;
  /** Does it once more in this process, as those who got no answer would. */
  readonly again: (folder: string) => Promise<void>;
  /** When the program looks at the clock after it was killed; the same time if left out. */
  readonly later?: string;
  /** What `verify` may find after a kill beside what every start mends. */
  readonly passing?: readonly Finding['problem'][];
  /** After a kill there is the store of before, or the one of afterwards, or none that could be used. */
  readonly atomic?: boolean;
  /** After a kill and a start there is what there would be had it never been begun, or had it come to its end. */
  readonly oldOrNew?: boolean;
}

/** The time of all operations. */
export const nowOfOperations = '2015-06-10T08:00:00+02:00';
const tomorrow = '2015-06-11T08:00:00+02:00';
const today = '2015-06-10';
const now = Date.parse(nowOfOperations);

export const storeIn = (folder: string): string => join(folder, 'store');

const askId = (n: number): string => `5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c${String(n).padStart(4, '0')}`;

/** A day with two visitors, one of them still waiting. */
async function writeDay(store: string, day: string, { closed = false, visitors = 2 } = {}): Promise<void> {
  const startsAt = Date.parse(`${day}T00:00:00+02:00`);
  const office = officeDay({ opening: { day, startsAt, endsAt: startsAt + 86_400_000 } });
  office.at('07:00');
  for (let n = 0; n < visitors; n += 1) office.reception().checkIn('3.2');
  office.at('07:04');
  office.desk('1').call();
  office.desk('1').start();
  office.at('07:14');
  office.desk('1').finish();
  if (closed) office.lead.closeDay(true);
  const { journal } = await openJournal(journalFile(store, 'herford', day));
  await journal.append(office.entries);
  journal.close();
  const figures = dailyFigures(office.day, {
    zone: 'Europe/Berlin',
    halfDayAt: '12:00',
    at: office.day.lastAt,
  });
  if (closed) await archiveDay(store, 'herford', figures);
}

/** Days of every age: to be deleted, to be made anonymous, to be closed, and figures that are too old. */
async function writePast(folder: string): Promise<void> {
  const store = storeIn(folder);
  writeSettings(store, { herford: exampleSite() });
  await writeDay(store, '2012-03-05', { closed: true });
  await writeDay(store, '2015-05-20', { closed: true });
  await writeDay(store, '2015-05-27', { closed: true });
  await writeDay(store, '2015-06-05', { closed: true });
}

async function writeToday(folder: string): Promise<void> {
  writeSettings(storeIn(folder), { herford: exampleSite() });
  await writeDay(storeIn(folder), '2015-05-27', { closed: true });
  await writeDay(storeIn(folder), today);
  // The day goes on under the settings.
  await servingHere(folder);
}

/** The same change in the store itself. */
async function changeStored(store: string): Promise<void> {
  const stored = await readSettingsFile(store);
  const path = ['sites', 'herford', 'queue', 'recallGapSeconds'];
  const planned = planChange(stored?.content, path, { value: 9 });
  if ('rejection' in planned) throw new Error(planned.rejection.name);
  if (isChange(planned)) await storeChange(store, planned, { now, by: 'machine' });
}

/** A store and, beside it, backups of it or of an older one. */
async function writeBackup(folder: string): Promise<void> {
  await writeToday(folder);
  await backUp(storeIn(folder), join(folder, 'backups'), now);
}

const backupIn = (folder: string): string => {
  const [name = ''] = readdirSync(join(folder, 'backups'));
  return join(folder, 'backups', name);
};

/** Runs `beo server` until what is to be done with it is done, or it is killed on the way. */
async function serving(
  folder: string,
  env: Environment,
  act: (url: string, program: Program) => Promise<void> = async () => undefined,
): Promise<Finished> {
  const program = Program.start(['server', '--port', '0'], { env: { ...env, BEO_DATA: storeIn(folder) } });
  try {
    const [, url = ''] = await program.until(/^beo listening on (ws:\S+)$/);
    await act(url, program);
  } catch (error) {
    const finished = await program.stop();
    if (finished.signal !== 'SIGKILL') throw error;
  }
  return program.stop();
}

async function servingHere(
  folder: string,
  act: (url: string) => Promise<void> = async () => undefined,
  time = nowOfOperations,
): Promise<void> {
  const server = await startedServer({ store: storeIn(folder), clock: new MovableClock(time) });
  await act(server.url);
  await server.stop();
}

type Told = (entry: Entry) => void;

/** Asks of one place each, always with the same names, as a station repeats what got no answer. */
async function ask(
  url: string,
  day: string,
  asks: readonly [number, 'E1' | '1' | 'lead', Command][],
  tell: Told = () => undefined,
): Promise<void> {
  for (const [n, place, command] of asks) {
    const hello =
      place === 'lead'
        ? { role: 'lead' as const }
        : { role: place === '1' ? ('desk' as const) : ('reception' as const), place };
    const station = await RawStation.join({ url }, hello);
    const answer = await station.ask(day, command, askId(n));
    station.socket.close();
    if (answer === undefined) throw new Error('the server has hung up');
    if (answer.ok) tell(answer.entry);
    else if (answer.rejection.name !== 'dayClosed') throw new Error(answer.rejection.name);
  }
}

const visit = (url: string, tell?: Told) =>
  ask(
    url,
    today,
    [
      [1, 'E1', queued()],
      [2, '1', { type: 'call', desk: '1' }],
      [3, '1', { type: 'start', desk: '1' }],
      [4, '1', { type: 'finish', desk: '1', outcome: 'settled' }],
    ],
    tell,
  );

const firstOfTomorrow = (url: string, tell?: Told) =>
  ask(url, tomorrow.slice(0, 10), [[9, 'E1', queued()]], tell);

/** A change of a setting by the lead, in the middle of a day. */
async function change(url: string): Promise<void> {
  const lead = await RawStation.join({ url }, { role: 'lead' });
  const queryId = '5e0e7f0a-6d3f-4a53-9b30-0d2f2f1c5e77';
  lead.send({ type: 'changeSetting', queryId, path: 'queue.recallGapSeconds', value: 9 });
  const find = () => lead.received.find(({ type }) => type === 'settingChanged');
  await lead.until(() => lead.isClosed || find() !== undefined);
  lead.socket.close();
  const answer = find();
  if (answer?.type !== 'settingChanged') throw new Error('the server has hung up');
  if (!answer.ok) throw new Error(answer.rejection.name);
}

const command = (folder: string, env: Environment, ...args: readonly string[]): Promise<Finished> =>
  Program.run(args, { env: { ...env, BEO_DATA: storeIn(folder) } });

const restoring = (
  name: string,
  prepare: DiskOperation['prepare'],
  { replace }: { readonly replace: boolean },
): DiskOperation => ({
  name,
  prepare,
  run: (folder, env) => command(folder, env, 'restore', backupIn(folder), ...(replace ? ['--replace'] : [])),
  again: async (folder) => {
    await restore(storeIn(folder), backupIn(folder), { replace, now });
  },
  passing: ['missing', 'halfRestored'],
  atomic: true,
});

export const diskOperations: readonly DiskOperation[] = [
  {
    name: 'the first start',
    prepare: async () => undefined,
    run: (folder, env) => serving(folder, env),
    again: (folder) => servingHere(folder),
    passing: ['missing'],
  },
  {
    name: 'a visit from the check-in to its end',
    prepare: async (folder) => writeSettings(storeIn(folder), { herford: exampleSite() }),
    run: (folder, env, tell) => serving(folder, env, (url) => visit(url, tell)),
    again: (folder) => servingHere(folder, visit),
  },
  {
    name: 'the closing of the day by hand',
    prepare: writeToday,
    run: (folder, env, tell) =>
      serving(folder, env, (url) => ask(url, today, [[1, 'lead', { type: 'closeDay', force: true }]], tell)),
    again: (folder) =>
      servingHere(folder, (url) => ask(url, today, [[1, 'lead', { type: 'closeDay', force: true }]])),
  },
  {
    name: 'midnight',
    prepare: writeToday,
    run: (folder, env, tell) =>
      serving(folder, env, async (url, program) => {
        program.signal('SIGUSR2');
        await firstOfTomorrow(url, tell);
      }),
    again: (folder) => servingHere(folder, firstOfTomorrow, tomorrow),
    later: tomorrow,
  },
  {
    name: 'a start after days without a server',
    prepare: async (folder) => {
      await writePast(folder);
      await writeDay(storeIn(folder), '2015-06-08');
    },
    run: (folder, env) => serving(folder, env),
    again: (folder) => servingHere(folder),
  },
  {
    name: 'a change of a setting by the lead',
    prepare: writeToday,
    run: (folder, env) => serving(folder, env, change),
    again: (folder) => servingHere(folder, change),
    oldOrNew: true,
  },
  {
    name: 'beo settings set',
    prepare: writeToday,
    run: (folder, env) => command(folder, env, 'settings', 'set', 'queue.recallGapSeconds', '9'),
    again: (folder) => changeStored(storeIn(folder)),
    atomic: true,
  },
  {
    name: 'beo purge',
    prepare: writePast,
    run: (folder, env) => command(folder, env, 'purge'),
    again: async (folder) => {
      const settings = await readSettings(storeIn(folder));
      if (settings) await purge(storeIn(folder), settings, now);
    },
  },
  {
    name: 'beo backup',
    prepare: writeToday,
    run: (folder, env) => command(folder, env, 'backup', join(folder, 'backups')),
    again: async (folder) => {
      await backUp(storeIn(folder), join(folder, 'backups'), now);
    },
  },
  restoring(
    'beo restore where nothing is',
    async (folder) => {
      await writeBackup(join(folder, 'elsewhere'));
      await backUp(storeIn(join(folder, 'elsewhere')), join(folder, 'backups'), now);
    },
    { replace: false },
  ),
  restoring('beo restore of the same', writeBackup, { replace: false }),
  restoring(
    'beo restore over something newer',
    async (folder) => {
      await writeBackup(folder);
      await writeDay(storeIn(folder), '2015-06-09', { visitors: 3 });
    },
    { replace: true },
  ),
];
