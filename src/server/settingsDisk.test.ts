import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Environment } from '../testing/childProcess.js';
import { Program } from '../testing/program.js';
import { RawStation } from '../testing/rawStation.js';
import { exampleSite, queued, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { readSettings } from './store.js';

const faulty = `--import=${new URL('../testing/faultyDisk.js', import.meta.url).href}`;

/** A server on a faulty disk; somebody waits, and the lead changes a setting. */
async function changeOn(store: string, disk: Environment) {
  writeSettings(store, { herford: exampleSite() });
  const env = { NODE_OPTIONS: faulty, DISK_UNDER: store, DISK_KIND: 'write', BEO_DATA: store, ...disk };
  const server = Program.start(['server', '--port', '0'], { env });
  const [, url = ''] = await server.until(/^beo listening on (ws:\S+)$/);
  const reception = await RawStation.join({ url }, { role: 'reception', place: 'E1' });
  const lead = await RawStation.join({ url }, { role: 'lead' });
  const [welcome] = lead.received;
  const day = welcome?.type === 'welcome' ? welcome.day : '';
  await reception.ask(day, queued());
  const answer = await lead.change('queue.recallGapSeconds', 9);
  const changesRules = () =>
    lead.received.some(
      (told) =>
        told.type === 'events' &&
        told.entries.some(({ events }) => events.some(({ type }) => type === 'RulesChanged')),
    );
  return { server, reception, lead, day, answer, changesRules };
}

/** The writes of that story, in order. */
async function writesOf(): Promise<string[]> {
  const store = join(temporaryFolder(), 'store');
  const trace = join(temporaryFolder(), 'trace');
  const { server, lead, changesRules } = await changeOn(store, { DISK_TRACE: trace });
  await lead.until(changesRules);
  await server.stop();
  return readFileSync(trace, 'utf8').trimEnd().split('\n');
}

test('a disk that is full for a moment, at whichever step of a change, costs no ticket and leaves old or new', async () => {
  const writes = await writesOf();
  const settings = writes.findIndex((line) => line.includes('.settings.json.new'));
  const record = writes.findIndex((line) => line.includes('.changes.json.new'));
  const rules = writes.findLastIndex((line) => line.endsWith('.jsonl'));
  expect(record).toBeGreaterThan(0);
  expect([record, settings, rules]).toEqual([record, record + 1, record + 2]);
  for (const at of [record, settings, rules]) {
    const store = join(temporaryFolder(), 'store');
    const full = { DISK_FAULT: 'ENOSPC', DISK_AT: `${at + 1}` };
    const { server, reception, lead, day, answer, changesRules } = await changeOn(store, full);
    const isNew = at === rules;
    // The settings count as soon as they are stored; that the day goes on under them is recorded once there is room.
    expect(answer).toMatchObject(
      isNew ? { ok: true } : { ok: false, rejection: { name: 'storeUnavailable' } },
    );
    expect((await readSettings(store))?.sites.herford?.queue.recallGapSeconds).toBe(isNew ? 9 : 5);
    if (isNew) await lead.until(changesRules);
    expect(await reception.ask(day, queued())).toMatchObject({ ok: true });
    const again = await RawStation.join({ url: reception.socket.url }, { role: 'lead' });
    expect(again.received[0]).toMatchObject({ state: { waiting: ['E001', 'E002'] } });
    await server.stop();
  }
});
