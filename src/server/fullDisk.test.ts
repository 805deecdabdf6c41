import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Filler, mountedTmpfs, whyNoMounts } from '../testing/mounts.js';
import { Program, type Finished } from '../testing/program.js';
import { preloading, runOn, startedProgram, type StartedProgram } from '../testing/startedProgram.js';
import { exampleSite, queued, Station, writeSettings } from '../testing/startedServer.js';
import { patienceMs } from '../testing/waiting.js';
import { isAnonymousEntry } from './anonymise.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { archiveDay, archivedDays } from './archive.js';
import { officeDay } from '../testing/officeDay.js';
import { journalDays, journalFile, openJournal, readJournal } from './journal.js';
import { verifyStore } from './verify.js';

vi.setConfig({ testTimeout: 60_000 });

const unable = whyNoMounts();
beforeEach(({ skip }) => skip(unable !== undefined, unable));

const site = 'herford';
const full = { name: 'storeUnavailable' };

/** A small disk with a store on it, and what fills it up. */
function smallDisk(kibibytes = 1024): { disk: string; store: string; filler: Filler } {
  const disk = mountedTmpfs(kibibytes);
  return { disk, store: join(disk, 'store'), filler: new Filler(disk) };
}

/** Fills the last page of the journal, which the disk has for it already, up to the last line that fits. */
async function untilFull(reception: Station, desk: Station): Promise<void> {
  while ((await reception.refused(queued())) === 'accepted');
  for (const type of alternately('closeDesk' as const, 'openDesk' as const)) {
    if ((await desk.refused({ type, desk: '2' })) !== 'accepted') return;
  }
}

function* alternately<T>(...values: readonly T[]): Generator<T> {
  for (;;) yield* values;
}

async function entriesOf(store: string) {
  const [day = ''] = (await journalDays(store, site)).slice(-1);
  return readJournal(journalFile(store, site, day));
}

const ticketsOf = (stats: string): unknown => {
  const { waiting, called, arrived, served } = JSON.parse(stats) as Record<string, unknown>;
  return { waiting, called, arrived, served };
};

describe('on a full disk', () => {
  test('asks are refused and nothing of them shows anywhere, all else goes on, and room alone makes it good again', async () => {
    const { store, filler } = smallDisk();
    const server = await startedProgram(store);
    const reception = await Station.join(server, 'reception', 'E1');
    const desk = await Station.join(server, 'desk', '1');
    const other = await Station.join(server, 'desk', '2');
    const lead = await Station.join(server, 'lead');
    const display = await Station.join(server, 'display');
    await reception.ask(queued());
    await desk.ask({ type: 'call', desk: '1' });
    filler.fill();
    await other.ask({ type: 'openDesk', desk: '2' });
    await untilFull(reception, other);
    const { day } = lead.day;
    await lead.until(() => lead.day.seq === other.day.seq);
    const before = structuredClone({
      day: lead.day,
      board: display.connection.view.board?.calls,
      figures: await lead.connection.figures(day, day),
      report: await runOn(store, 'report', '--day', day, '--format', 'json'),
      stats: ticketsOf((await runOn(store, 'stats', '--json')).stdout),
      rows: (await entriesOf(store)).entries.length,
    });

    expect(await reception.refused(queued())).toEqual(full);
    expect(await desk.refused({ type: 'finish', desk: '1' })).toEqual(full);
    expect(await lead.refused({ type: 'closeDay', force: true })).toEqual(full);
    expect(await runOn(store, 'desk', '2', 'call')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        'Der Server kann gerade nicht speichern (Speicher voll oder schreibgeschützt?). Nichts wurde geändert.',
      ) as string,
    });

    const newcomer = await Station.join(server, 'lead');
    const screen = await Station.join(server, 'display');
    expect({
      day: newcomer.day,
      board: screen.connection.view.board?.calls,
      figures: await newcomer.connection.figures(day, day),
      report: await runOn(store, 'report', '--day', day, '--format', 'json'),
      stats: ticketsOf((await runOn(store, 'stats', '--json')).stdout),
      rows: (await entriesOf(store)).entries.length,
    }).toEqual(before);
    expect(lead.day).toEqual(before.day);
    expect(display.connection.view.board?.calls).toEqual(before.board);
    expect(server.logged('storeUnavailable')).toMatchObject([
      {
        site,
        message: expect.stringContaining('Der Server kann nicht speichern') as string,
        problem: expect.stringContaining('ENOSPC') as string,
      },
    ]);

    filler.free();
    const next = await reception.ask(queued());
    expect(next.seq).toBe(before.day.seq + 1);
    expect(reception.day.lastNumber).toBe(before.day.lastNumber + 1);
    await server.program.until(/"storeAvailable"/);
    expect(server.logged('storeUnavailable')).toHaveLength(1);
    await desk.ask({ type: 'finish', desk: '1' });
    await lead.until(() => lead.day.seq === next.seq + 1);
    await server.program.kill();
    const again = await startedProgram(store);
    expect((await Station.join(again, 'lead')).day).toEqual(lead.day);
    expect(await again.program.stop()).toMatchObject({ exitCode: 0 });
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('a batch that fits only in part is refused as a whole, however much room is left', async () => {
    const { store, filler } = smallDisk();
    const server = await startedProgram(store);
    const reception = await Station.join(server, 'reception', 'E1');
    const stored: string[] = [];
    const burst = async (size: number): Promise<number> => {
      const replies = await Promise.all(
        Array.from({ length: size }, () => reception.connection.ask(queued())),
      );
      for (const reply of replies) {
        if (reply.ok) stored.push(reply.entry.ask);
        else expect(reply.rejection).toEqual(full);
      }
      return replies.filter(({ ok }) => !ok).length;
    };
    let refused = 0;
    for (let pages = 0; pages < 6; pages += 1) {
      filler.fill(pages);
      refused += await burst(80);
      // A smaller batch finds its way into what is left.
      for (let size = 16; size > 0; size = Math.floor(size / 2)) refused += await burst(size);
      filler.free();
      expect(await burst(1)).toBe(0);
    }
    expect(refused).toBeGreaterThan(0);
    await server.program.kill();
    const { entries, torn } = await entriesOf(store);
    expect(torn).toBe(0);
    expect(entries.slice(1).map(({ ask }) => ask)).toEqual(stored);
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('a day closed by hand is closed and says so even if there is no room for its figures, and gets them later', async () => {
    const { store, filler } = smallDisk();
    const server = await startedProgram(store, { env: preloading('programClock') });
    const reception = await Station.join(server, 'reception', 'E1');
    const lead = await Station.join(server, 'lead');
    await reception.ask(queued());
    // The journal's last page has room for the closing, the archive would need another one.
    filler.fill();
    const { day } = lead.day;
    const closed = await lead.ask({ type: 'closeDay', force: true });
    expect(closed.events.at(-1)).toMatchObject({ type: 'DayClosed' });
    expect(await archivedDays(store, site, day, day)).toEqual([]);
    expect(server.logged('storeUnavailable')).toHaveLength(1);
    expect(await lead.connection.figures(day, day)).toMatchObject([{ closed: true }]);
    filler.free();
    server.program.signal('SIGUSR2');
    await server.program.until(/"dayOpened"/);
    expect(await archivedDays(store, site, day, day)).toMatchObject([{ closed: true }]);
    await server.program.stop();
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('midnight waits for room whatever is left, and loses no day, no figure and no anonymity', async () => {
    const { store, filler } = smallDisk();
    const server = await startedProgram(store, { env: preloading('programClock') });
    const days = await midnights(server, filler, 4);
    expect(server.logged('storeUnavailable').length).toBeGreaterThan(0);
    await server.program.kill();
    const env = { ...preloading('programClock'), CLOCK_DAYS: String(days.length) };
    const again = await startedProgram(store, { env });
    await again.program.stop();
    expect(await archivedDays(store, site, days[0] ?? '', days.at(-1) ?? '')).toMatchObject(
      days.map((day) => ({ day, closed: true })),
    );
    for (const day of days) {
      const { entries } = await readJournal(journalFile(store, site, day));
      expect(isAnonymousEntry(entries[0])).toBe(true);
      expect(entries).toHaveLength(22);
    }
    expect((await verifyStore(store)).findings).toEqual([]);
    expect(leftovers(store)).toEqual([]);
  });

  test('a first start says so and ends, whatever room is left, and the next one with room is a first start', async () => {
    const { disk, store, filler } = smallDisk();
    let refused = 0;
    for (let pages = 0; pages < 4; pages += 1) {
      filler.fill(pages);
      const { exitCode, stderr } = await runUntilReady(store);
      if (exitCode !== 0) {
        refused += 1;
        expect({ exitCode, stderr: stderr.split('\n').filter((line) => !line.startsWith('{')) }).toEqual({
          exitCode: 1,
          stderr: ['beo: Der Datenträger ist voll. Bitte Platz schaffen; nichts wurde geändert.', ''],
        });
      }
      expect(leftovers(store)).toEqual([]);
      filler.free();
    }
    expect(refused).toBeGreaterThan(0);
    const server = await startedProgram(store);
    await (await Station.join(server, 'reception', 'E1')).ask(queued());
    await server.program.stop();
    expect((await verifyStore(store)).findings).toEqual([]);
    expect(readdirSync(disk).toSorted()).toEqual(['filler', 'store']);
  });

  test('a start with other settings says so and ends, and leaves the day and the settings as they are', async () => {
    const { store, filler } = smallDisk();
    const first = await startedProgram(store);
    const reception = await Station.join(first, 'reception', 'E1');
    await reception.ask(queued());
    await first.program.stop();
    writeSettings(store, { [site]: exampleSite({ queue: { halfDayAt: '13:00' } }) });
    const settings = join(store, 'settings.json');
    const written = readFileSync(settings, 'utf8');
    filler.fill();
    const { exitCode, stderr } = await runUntilReady(store);
    expect({ exitCode, said: stderr.includes('Der Datenträger ist voll.') }).toEqual({
      exitCode: 1,
      said: true,
    });
    expect(readFileSync(settings, 'utf8')).toBe(written);
    filler.free();
    const again = await startedProgram(store);
    expect((await Station.join(again, 'lead')).day).toMatchObject({
      waiting: ['E001'],
      epoch: reception.day.epoch,
    });
  });

  test('what is no longer kept is deleted all the same, and that makes room', async () => {
    const { store, filler } = smallDisk();
    writeSettings(store, { [site]: exampleSite() });
    const { entries, day } = officeDay();
    const file = journalFile(store, site, '2015-06-08');
    const { journal } = await openJournal(file);
    await journal.append(entries);
    journal.close();
    const figures = dailyFigures(day, { zone: 'Europe/Berlin', halfDayAt: '12:00' });
    await archiveDay(store, site, { ...figures, closed: true });
    filler.fill();
    expect(await runOn(store, 'purge')).toMatchObject({ exitCode: 0 });
    expect(existsSync(file)).toBe(false);
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('a backup says so, leaves nothing behind, and the server takes asks again at once', async () => {
    const { disk, store, filler } = smallDisk();
    const server = await startedProgram(store);
    const reception = await Station.join(server, 'reception', 'E1');
    await reception.ask(queued());
    for (const pages of [0, 1]) {
      filler.fill(pages);
      const { exitCode, stderr } = await runOn(store, 'backup', join(disk, 'copies'));
      expect({ exitCode, stderr }).toEqual({
        exitCode: 1,
        stderr: 'beo: Der Datenträger ist voll. Bitte Platz schaffen; nichts wurde geändert.\n',
      });
      expect(readdirSync(join(disk, 'copies'))).toEqual([]);
      filler.free();
      await reception.ask(queued());
    }
    expect(await runOn(store, 'backup', join(disk, 'copies'))).toMatchObject({ exitCode: 0 });
  });
});

/** A start that may fail; one that succeeds is ended. */
async function runUntilReady(store: string): Promise<Finished> {
  const program = Program.start(['server', '--port', '0'], { env: { BEO_DATA: store } });
  const [line] = await program.until(/^beo.*/);
  return line.startsWith('beo listening') ? program.stop() : program.finished;
}

/** Some days, each of which ends while only so many pages are free, and is over once there are more. */
async function midnights(server: StartedProgram, filler: Filler, count: number): Promise<string[]> {
  const reception = await Station.join(server, 'reception', 'E1');
  const desk = await Station.join(server, 'desk', '1');
  const days: string[] = [];
  for (let pages = 0; pages < count; pages += 1) {
    const { day } = reception.day;
    days.push(day);
    for (let visitor = 0; visitor < 20; visitor += 1) await reception.ask(queued());
    filler.fill(pages);
    server.program.signal('SIGUSR2');
    const told = server.logged('storeUnavailable').length;
    await vi.waitUntil(() => server.logged('storeUnavailable').length > told || reception.day.day !== day, {
      timeout: patienceMs,
    });
    filler.free();
    await desk.until(() => desk.day.day !== day);
    await reception.until(() => reception.day.day !== day);
  }
  return days;
}

/** Files of a write that was broken off. */
const leftovers = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('.new'));
