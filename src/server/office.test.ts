import { describe, expect, test } from 'vitest';
import type { Entry } from '../queue/events.js';
import { rulebook } from '../routing/rulebook.js';
import { endOf, startOf } from '../statistics/calendar.js';
import { journalContract } from '../testing/journalContract.js';
import { MemoryJournal } from '../testing/memoryJournal.js';
import { exampleSite, queued } from '../testing/startedServer.js';
import { StoreInDoubt, StoreUnavailable, type Journal } from './journal.js';
import { Office } from './office.js';
import { checkSettings, type SiteSettings } from './settings.js';
import { rulesOf } from './siteView.js';

const day = '2015-06-08';
const zone = 'Europe/Berlin';
const now = Date.parse('2015-06-08T08:00:00+02:00');

function settings(): SiteSettings {
  const checked = checkSettings({ version: 1, sites: { herford: exampleSite() } });
  const site = 'settings' in checked ? checked.settings.sites.herford : undefined;
  if (!site) throw new Error('the example is wrong');
  return site;
}

function office(journal: Journal, onShown: (entries: readonly Entry[]) => void = () => undefined) {
  const doubts: Error[] = [];
  const unavailable: Error[] = [];
  const opening = {
    site: 'herford',
    day,
    epoch: 'epoch',
    startsAt: startOf(day, zone),
    endsAt: endOf(day, zone),
    rules: rulesOf(settings(), day),
  };
  const made = new Office({
    opening,
    catalogue: rulebook,
    journal,
    entries: [],
    onShown,
    onUnavailable: (error) => unavailable.push(error),
    onDoubt: (error) => doubts.push(error),
  });
  return Object.assign(made, { doubts, unavailable });
}

describe('the journal of these tests', () => {
  journalContract(() => {
    const written: Entry[] = [];
    let fault: Error | undefined;
    const opened: MemoryJournal[] = [];
    const answerWith = (error: Error | undefined) => {
      fault = error;
      for (const journal of opened) journal.fault = error;
    };
    return {
      open: () => {
        const journal = new MemoryJournal(written);
        journal.fault = fault;
        opened.push(journal);
        return Promise.resolve({ journal, entries: [...written] });
      },
      read: () => Promise.resolve([...written]),
      fillDisk: () => answerWith(new StoreUnavailable('no room')),
      breakDisk: () => answerWith(new StoreInDoubt('EIO')),
      mendDisk: () => answerWith(undefined),
    };
  });
});

describe('the turn', () => {
  test('shows and answers nothing before it is on disk', async () => {
    const journal = new MemoryJournal([], true);
    const seen: number[] = [];
    const desk = office(journal, (entries) => seen.push(entries.length));
    const answered: boolean[] = [];
    const reply = desk.ask('a', queued(), 'reception/E1', now).then(({ ok }) => answered.push(ok));
    await new Promise(setImmediate);
    expect(desk.shown.waiting).toEqual([]);
    expect(answered).toEqual([]);
    await journal.flush();
    await reply;
    expect(desk.shown.waiting).toEqual(['E001']);
    expect(seen).toEqual([2]);
    expect(answered).toEqual([true]);
  });

  test('writes what comes in during a flush as one batch', async () => {
    const journal = new MemoryJournal([], true);
    const desk = office(journal);
    const first = desk.ask('a', queued(), 'reception/E1', now);
    const second = desk.ask('b', queued(), 'reception/E2', now);
    expect(await journal.flush()).toBe(3);
    const third = [
      desk.ask('c', queued(), 'reception/E1', now),
      desk.ask('d', queued(), 'reception/E2', now),
    ];
    expect(await journal.flush()).toBe(2);
    await Promise.all([first, second, ...third]);
    expect(desk.shown.waiting).toEqual(['E001', 'E002', 'E003', 'E004']);
  });

  test('lets a refusal wait for what it was decided on', async () => {
    const journal = new MemoryJournal([], true);
    const desk = office(journal);
    const order: string[] = [];
    const call = desk.ask('a', queued(), 'reception/E1', now).then(() => order.push('checked in'));
    const first = desk.ask('b', { type: 'call', desk: '1' }, 'desk/1', now).then(() => order.push('called'));
    const late = desk
      .ask('c', { type: 'call', desk: '2' }, 'desk/2', now)
      .then((reply) => order.push(reply.ok ? 'called twice' : reply.rejection.name));
    await journal.flush();
    await Promise.all([call, first, late]);
    expect(order).toEqual(['checked in', 'called', 'nobodyWaiting']);
  });

  test('executes an ask once, however often it is sent', async () => {
    const journal = new MemoryJournal([], true);
    const desk = office(journal);
    const twice = [
      desk.ask('a', queued(), 'reception/E1', now),
      desk.ask('a', queued(), 'reception/E1', now),
    ];
    await journal.flush();
    const replies = await Promise.all(twice);
    const again = await desk.ask('a', queued(), 'reception/E1', now);
    expect(replies[1]).toEqual(replies[0]);
    expect(again).toEqual(replies[0]);
    expect(desk.shown.lastNumber).toBe(1);
  });

  test('takes back everything decided since a write failed, and goes on', async () => {
    const journal = new MemoryJournal([], true);
    const desk = office(journal);
    const first = desk.ask('a', queued(), 'reception/E1', now);
    await journal.flush();
    await first;
    const failed = desk.ask('b', queued(), 'reception/E1', now);
    await new Promise(setImmediate);
    const later = desk.ask('c', { type: 'call', desk: '1' }, 'desk/1', now);
    await journal.flush(new StoreUnavailable('disk full'));
    expect(await failed).toEqual({ ok: false, rejection: { name: 'storeUnavailable' } });
    expect(await later).toEqual({ ok: false, rejection: { name: 'storeUnavailable' } });
    expect(desk.shown.waiting).toEqual(['E001']);
    const retried = desk.ask('b', queued(), 'reception/E1', now);
    await journal.flush();
    expect(await retried).toMatchObject({ ok: true, entry: { seq: 3 } });
    expect(desk.shown.waiting).toEqual(['E001', 'E002']);
    expect(desk.doubts).toEqual([]);
    expect(desk.unavailable).toMatchObject([{ message: 'disk full' }]);
  });

  test('answers "in doubt" when a flush fails, and says that only a restart helps', async () => {
    const journal = new MemoryJournal([], true);
    const desk = office(journal);
    const reply = desk.ask('a', queued(), 'reception/E1', now);
    await journal.flush(new StoreInDoubt('EIO'));
    expect(await reply).toEqual({ ok: false, rejection: { name: 'inDoubt' } });
    expect(desk.shown.seq).toBe(0);
    expect(desk.doubts).toHaveLength(1);
  });

  test.each([
    ['the journal fails in a way nobody thought of', new Error('EBADF'), () => undefined],
    [
      'telling the stations fails',
      undefined,
      (): void => {
        throw new Error('a fault in telling');
      },
    ],
  ] as [string, Error | undefined, () => void][])('answers "in doubt" when %s', async (_, fault, onShown) => {
    const journal = new MemoryJournal([], true);
    const desk = office(journal, onShown);
    const reply = desk.ask('a', queued(), 'reception/E1', now);
    await journal.flush(fault);
    expect(await reply).toEqual({ ok: false, rejection: { name: 'inDoubt' } });
    expect(desk.doubts).toHaveLength(1);
  });

  test('takes no ask after it was closed, and is closed once', async () => {
    const desk = office(new MemoryJournal([], true));
    await desk.close();
    await desk.close();
    expect(await desk.ask('a', queued(), 'reception/E1', now)).toEqual({
      ok: false,
      rejection: { name: 'stopping' },
    });
  });

  test('never lets time run backwards', async () => {
    const journal = new MemoryJournal([], true);
    const desk = office(journal);
    const first = desk.ask('a', queued(), 'reception/E1', now);
    await journal.flush();
    await first;
    const second = desk.ask('b', queued(), 'reception/E1', now - 3_600_000);
    await journal.flush();
    await second;
    expect(journal.written.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(
      journal.written.map(({ at }) => at),
    );
  });

  describe('under changed settings', () => {
    const opening = (changes: object) => ({
      site: 'herford',
      day,
      epoch: 'another',
      startsAt: startOf(day, zone),
      endsAt: endOf(day, zone),
      rules: { ...rulesOf(settings(), day), ...changes },
    });

    test('records them where something has happened, all but the letter, and says so when it can’t', async () => {
      const journal = new MemoryJournal([], true);
      const desk = office(journal);
      const first = desk.ask('a', queued(), 'reception/E1', now);
      await journal.flush();
      await first;
      const changed = opening({ letter: 'B', recallGapMs: 1 });
      const refused = desk.goOnUnder(changed, rulebook, now);
      await journal.flush(new StoreUnavailable('disk full'));
      expect(await refused).toEqual({ ok: false, rejection: { name: 'storeUnavailable' } });
      expect(desk.shown.rules.recallGapMs).toBe(5000);
      const recorded = desk.goOnUnder(changed, rulebook, now);
      await journal.flush();
      expect(await recorded).toMatchObject({ ok: true, entry: { by: 'server' } });
      expect(desk.shown.rules).toMatchObject({ letter: 'E', recallGapMs: 1 });
      expect(await desk.goOnUnder(changed, rulebook, now)).toBeUndefined();
    });

    test('begins a day with them on which nothing has happened, as another stream', async () => {
      const journal = new MemoryJournal([], true);
      const desk = office(journal);
      expect(await desk.goOnUnder(opening({ letter: 'B' }), rulebook, now)).toBeUndefined();
      expect(desk.shown).toMatchObject({ seq: 0, epoch: 'another' });
      const first = desk.ask('a', queued(), 'reception/E1', now);
      await journal.flush();
      await first;
      expect(desk.shown.waiting).toEqual(['B001']);
      expect(journal.written[0]).toMatchObject({ ask: 'another' });
    });
  });
});
