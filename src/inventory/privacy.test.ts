import { homedir, hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../queue/commands.js';
import { checklistFor } from '../routing/checklist.js';
import { Program } from '../testing/program.js';
import { RawStation } from '../testing/rawStation.js';
import { exampleSite, startedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { filesOf, fullSite, wholeDay, type WholeDay } from '../testing/wholeDay.js';

/** Every text in a value. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];

/** A word by itself: a short user name is a part of many others. */
const holdsWord = (text: string, word: string): boolean =>
  text.split(word).some((before, i, parts) => {
    const after = parts[i + 1];
    return after !== undefined && !/[\p{L}\p{N}_-]$/u.test(before) && !/^[\p{L}\p{N}_-]/u.test(after);
  });

describe('a whole day in an office', () => {
  let day: WholeDay;
  let store: string;
  let journal: string;
  let files: ReadonlyMap<string, string>;
  let log: string;
  let report: string;

  beforeAll(async () => {
    store = join(temporaryFolder(), 'store');
    day = await wholeDay(store, { ...fullSite(), retention: { rowsDays: 366, figuresMonths: 1200 } });
    journal = filesOf(store).get('herford/journal/2015-06-08.jsonl') ?? '';
    log = (await day.over()).map((line) => JSON.stringify(line)).join('\n');
    files = filesOf(store);
    const week = ['report', '--week', '2015-W24'];
    const env = { BEO_DATA: store };
    const printed = await Promise.all([
      Program.run(week, { env }),
      Program.run([...week, '--format', 'json'], { env }),
    ]);
    report = printed.map(({ stdout }) => stdout).join('\n');
  });

  test('[R158] leaves nothing of who was logged in where in store, frames, reports and log', () => {
    expect(journal).not.toBe('');
    expect(report).not.toBe('');
    const said = [...files.values(), journal, log, report, JSON.stringify(day.sent)];
    for (const word of [userInfo().username, hostname(), homedir()]) {
      expect(said.filter((text) => holdsWord(text, word))).toEqual([]);
    }
    for (const text of [JSON.stringify(day.sent), report]) expect(text).not.toContain(store);
  });

  test('leaves no token anywhere, and of its checksum nothing outside the one file', () => {
    const access = files.get('access.json') ?? '';
    const hashes = [...access.matchAll(/"hash": "([0-9a-f]{64})"/g)].flatMap(([, hash]) => hash ?? []);
    expect(hashes).toHaveLength(4);
    const elsewhere = [...files].filter(([name]) => name !== 'access.json').map(([, content]) => content);
    const said = [...elsewhere, journal, log, report, JSON.stringify(day.sent)];
    for (const text of Object.values(day.tokens)) {
      const secret = text.slice('beo_'.length + 13);
      expect([...said, access].filter((content) => content.includes(secret))).toEqual([]);
    }
    for (const hash of hashes) expect(said.filter((content) => content.includes(hash))).toEqual([]);
    expect(log).toContain('"accessRefused"');
  });

  test('keeps no free text: what has a space in it, the office or the catalogue wrote', () => {
    const views = day.sent.lead.flatMap((message) => (message.type === 'welcome' ? [message.site] : []));
    const refusals = day.sent.lead.flatMap((message) => ('rejection' in message ? [message.rejection] : []));
    // A setting that is wrong is told to the lead who tried it, in beo's own words around the value.
    const refusedSettings = refusals.filter(({ name }) => name === 'badSetting');
    const known = new Set([fullSite(), checklistFor('3.1', {}), views, refusedSettings].flatMap(wordsIn));
    const closed = files.get('herford/journal/2015-06-08.jsonl') ?? '';
    const lines = [...journal.trimEnd().split('\n'), ...closed.trimEnd().split('\n')];
    const archive = JSON.parse(files.get('herford/archive/2015-06.json') ?? '') as unknown;
    const said = [...lines.map((line) => JSON.parse(line) as unknown), archive, day.sent].flatMap(wordsIn);
    // Packed times are digits to the base 36, with spaces between them.
    const sentences = said.filter((word) => /\s/.test(word) && !/^[\da-z]{1,3}( [\da-z]{1,3})+$/.test(word));
    expect(sentences.length).toBeGreaterThan(0);
    expect([...new Set(sentences.filter((word) => !known.has(word)))]).toEqual([]);
  });

  test('writes no address of a station anywhere, nor who it is that sits there', () => {
    const { port } = new URL(day.server.url);
    const others = log.split('\n').filter((line) => !line.includes('"listening"'));
    const said = [journal, ...others, report, JSON.stringify(day.sent)].join('\n');
    expect(said).not.toMatch(/\b127\.0\.0\.1\b|::1\b/);
    expect(said).not.toContain(`:${port}`);
    for (const line of log.split('\n').filter((text) => /accessRefused|notPermitted/.test(text))) {
      expect(line).not.toMatch(/"place"|"address"|"desk\/|"reception\//);
    }
  });

  test('[R158] shows the waiting room the number, the place and the time, and nothing else', () => {
    const kinds = day.sent.display.filter(({ type }) => type !== 'board').map(({ type }) => type);
    expect(new Set(kinds)).toEqual(new Set(['notice']));
    const boards = day.sent.display.filter((message) => message.type === 'board');
    expect(boards.some(({ calls }) => calls.length > 0)).toBe(true);
    for (const { site, calls, ...rest } of boards) {
      expect(Object.keys(rest).toSorted()).toEqual(['serverTime', 'type']);
      expect(Object.keys(site).toSorted()).toEqual(['id', 'name', 'zone']);
      for (const call of calls) {
        expect(Object.keys(call).toSorted()).toEqual(['calledAt', 'fetched', 'number', 'place']);
        expect([call.number, call.place]).toEqual([
          expect.stringMatching(/^E\d{3}$/),
          expect.stringMatching(/^Platz [123]$/),
        ]);
      }
    }
  });

  test('[R48] keeps no place of work once it is closed', () => {
    const closed = files.get('herford/journal/2015-06-08.jsonl') ?? '';
    const places = /"(?:by|from)":"(?:desk|reception)\/([^"]+)"|"(?:desk|toDesk)":"([^"]+)"/g;
    const keys = (text: string) =>
      new Set([...text.matchAll(places)].flatMap(([, by, desk]) => by ?? desk ?? []));
    expect([...keys(journal)].toSorted()).toEqual(['1', '2', 'E1']);
    for (const key of keys(closed)) expect(key).toMatch(/^x[0-9a-f]{12}$/);
    const archive = files.get('herford/archive/2015-06.json') ?? '';
    expect(archive).not.toMatch(/"(?:number|desk|by|ask)":"/);
    expect(archive).not.toMatch(/E\d{3}|V\d{3}/);
  });
});

test('whatever name is put into a field, none is stored, logged or told to anybody else', async () => {
  const name = 'Mustermann';
  const store = join(temporaryFolder(), 'store');
  const server = await startedServer({ store, sites: { herford: exampleSite() } });
  const desk = await RawStation.join(server, { role: 'desk', place: '1' });
  const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
  const lead = await RawStation.join(server, { role: 'lead' });
  const day = '2015-06-08';
  const booking = { type: 'checkIn', concern: '3.7', rule: '3.7/default', identityChecked: true } as const;
  await reception.ask(day, booking);
  await desk.ask(day, { type: 'call', desk: '1' });
  const tries: readonly [RawStation, Command][] = [
    [reception, { ...booking, concern: name }],
    [reception, { ...booking, rule: name }],
    [reception, { ...booking, marks: { urgent: name } }],
    [reception, { ...booking, handouts: [name] }],
    [reception, { ...booking, documents: name }],
    [reception, { ...booking, alsoSettled: [{ concern: name, rule: name }] }],
    [reception, { type: 'mark', number: 'E001', marks: { urgent: name } }],
    [reception, { type: 'correct', visit: 'E001', concern: name }],
    [desk, { type: 'finish', desk: '1', concern: name }],
    [desk, { type: 'finish', desk: '1', furtherConcerns: [name] }],
    [desk, { type: 'finish', desk: '1', outcome: 'forwarded', destination: name }],
    [desk, { type: 'requeue', desk: '1', nextConcern: name }],
    [desk, { type: 'transfer', desk: '1', reason: name }],
    [desk, { type: 'transfer', desk: '1', reason: 'fachfrage', toDesk: name }],
    [desk, { type: 'startActivity', desk: '1', activity: name }],
    [desk, { type: 'call', desk: '1', number: 'E001', reason: name }],
  ];
  for (const [station, command] of tries) {
    expect([command, (await station.ask(day, command))?.ok]).toEqual([command, false]);
  }
  const display = await RawStation.join(server, { role: 'display' });
  display.send({ type: 'showing', numbers: [name, 'E001'] });
  await lead.until(() => lead.received.some((told) => told.type === 'presence' && told.shown.length > 0));
  // A field that nobody knows ends the connection.
  expect(await reception.ask(day, { ...booking, note: `${name} war hier` } as Command)).toBeUndefined();
  expect(JSON.stringify(lead.received)).not.toContain(name);
  await server.stop();
  expect(JSON.stringify(server.logged)).not.toContain(name);
  for (const content of filesOf(store).values()) expect(content).not.toContain(name);
});
