import fc from 'fast-check';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../queue/events.js';
import { archiveFolder } from '../server/archive.js';
import { announceExchange, planExchange } from '../server/exchange.js';
import { setMark } from '../server/importMark.js';
import { settingFields } from '../server/settingFields.js';
import { pathInSite } from '../server/settingHelp.js';
import { checkSettings } from '../server/settings.js';
import { exampleOfSettings } from '../server/firstSettings.js';
import { dailyFigures } from '../statistics/dailyFigures.js';
import { liveFigures, todaySummary } from '../statistics/live.js';
import { settingMeanings } from '../texts/de/settingMeanings.js';
import { InventoryWalk, listedIn } from '../testing/inventoryWalk.js';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { filesOf, fullSite, wholeDay } from '../testing/wholeDay.js';
import { liveGuards } from './evaluations.js';
import { checksum, events } from './eventFields.js';
import { access, importMark, logEvents, restoreNote, serverPlace, settingChange } from './fileFields.js';
import type { Fields } from './lines.js';
import { inventoryOf } from './inventory.js';
import { commands, refusal, toStations } from './messageFields.js';
import { shapes } from './shapes.js';
import { monthSums, rollUpHead } from './sumFields.js';

const zone = 'Europe/Berlin';
const walk = new InventoryWalk();
const asTold = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const look = (name: string, fields: Fields, value: unknown) => walk.look(name, fields, asTold(value));

function lookAtEntry(entry: Entry): void {
  look('entry', shapes.entry, entry);
  for (const event of entry.events) look(event.type, events[event.type], without('type', event));
}

/** What the domain makes of all sorts of asks, most of them impossible. */
function randomDays(): void {
  for (const dice of fc.sample(diceOfADay, { seed: 20150608, numRuns: 60 })) {
    const office = liveThrough(dice, ({ command, answer }) => {
      if (command) look(command.type, commands[command.type], without('type', command));
      if (!('entry' in answer)) look('refusal', refusal, without('name', answer));
    });
    for (const entry of office.entries) lookAtEntry(entry);
    const { day } = office;
    look('day', shapes.day, day);
    look('figures', shapes.figures, dailyFigures(day, { zone, halfDayAt: '12:00', at: day.lastAt }));
  }
}

/** What a real server sends, logs and writes on a day in a real store. */
async function realDay(store: string): Promise<ReadonlyMap<string, string>> {
  const day = await wholeDay(store);
  const place = filesOf(store).get('server.json') ?? '';
  look('serverPlace', serverPlace, JSON.parse(place));
  look('access', access, JSON.parse(filesOf(store).get('access.json') ?? ''));
  for (const command of day.asked) look(command.type, commands[command.type], without('type', command));
  const before = filesOf(store).get('herford/journal/2015-06-08.jsonl') ?? '';
  for (const { event, fields } of await day.over()) look(event, logEvents[event], fields);
  for (const message of Object.values(day.sent).flat()) {
    look(message.type, toStations[message.type], without('type', message));
    if ('rejection' in message) look('refusal', refusal, without('name', message.rejection));
  }
  const files = filesOf(store);
  for (const journal of [before, files.get('herford/journal/2015-06-08.jsonl') ?? '']) {
    for (const line of journal.trimEnd().split('\n')) {
      const { crc, ...entry } = JSON.parse(line) as Entry & { readonly crc: string };
      look('line', checksum, { crc });
      lookAtEntry(entry);
    }
  }
  const { version, days, ...rest } = JSON.parse(files.get('herford/archive/2015-06.json') ?? '') as {
    readonly version: number;
    readonly days: Readonly<Record<string, object>>;
  };
  expect([version, rest]).toEqual([1, {}]);
  for (const figures of Object.values(days)) look('figures', shapes.figures, figures);
  const { changes } = JSON.parse(files.get('changes.json') ?? '') as { readonly changes: readonly object[] };
  for (const change of changes) look('settingChange', settingChange, change);
  const [head = '', sums = ''] = (files.get('herford/archive/2015-06.sums.json') ?? '').split('\n');
  look('rollUpHead', rollUpHead, JSON.parse(head));
  look('monthSums', monthSums, JSON.parse(sums));
  return files;
}

const without = (field: string, value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== field));

describe('the tables of fields and many days of asks', () => {
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    randomDays();
    const store = join(temporaryFolder(), 'store');
    files = await realDay(store);
    // Killed in the middle, an import and a restore leave their notes.
    await setMark(archiveFolder(store, 'herford'), ['2015-06-05']);
    look('importMark', importMark, JSON.parse(filesOf(store).get('herford/archive/importing.json') ?? ''));
    await announceExchange(store, await planExchange(store, 0));
    look('restoreNote', restoreNote, JSON.parse(filesOf(store).get('restoring.json') ?? ''));
  });

  test('list every field that occurs, and no field that has to be there is missing', () => {
    expect([...walk.problems]).toEqual([]);
  });

  test('know every file of the store', () => {
    const known = inventoryOf({ store: '', stored: undefined, defaults: exampleOfSettings() }, 'en').stored;
    const shape = (file: string) =>
      file
        .replace('herford/', '<site>/')
        .replace(/\d{4}-\d{2}-\d{2}/, 'YYYY-MM-DD')
        .replace(/\d{4}-\d{2}/, 'YYYY-MM');
    const listed = new Set(known.map(({ file }) => file));
    expect([...files.keys()].map(shape).filter((file) => !listed.has(file))).toEqual([]);
    expect(files.size).toBeGreaterThan(3);
  });

  test('list nothing that never occurs, but for what these days have no occasion for', () => {
    const tables: Readonly<Record<string, Fields>> = { ...events, ...commands, ...toStations, ...shapes };
    const listed = Object.entries(tables).flatMap(([name, fields]) => listedIn(name, fields));
    expect(listed.filter((path) => !walk.met.has(path)).toSorted()).toEqual([
      'answer.rejection',
      'booking.informLead',
      'figures.imported',
      'figures.quarters.late.idle',
      'welcome.entries',
    ]);
  });

  test('know every live figure', () => {
    const office = liveThrough(fc.sample(diceOfADay, { seed: 1, numRuns: 1 })[0] ?? [], () => undefined);
    const at = office.day.lastAt;
    const figures = {
      ...todaySummary(office.day, at, {
        figures: dailyFigures(office.day, { zone, halfDayAt: '12:00', at }),
        waitTarget: 900_000,
      }),
      ...liveFigures(office.day, at, { zone }),
    };
    expect(Object.keys(figures).toSorted()).toEqual(Object.keys(liveGuards).toSorted());
  });
});

describe('the settings', () => {
  const fields = settingFields();
  const described = fields.filter(({ meaning }) => meaning !== undefined);

  test('say in both languages what each of them is', () => {
    const paths = described.map(({ path }) => pathInSite(path));
    expect([...new Set(paths)].toSorted()).toEqual(Object.keys(settingMeanings).toSorted());
  });

  test('each have words of their own or stand in one that has', () => {
    const isLeaf = (path: string) => !fields.some((other) => other.path.startsWith(`${path}.`));
    const untold = fields.filter(
      ({ path }) =>
        isLeaf(path) && !described.some((one) => path === one.path || path.startsWith(`${one.path}.`)),
    );
    // All of a site stands in `sites`, which says nothing of what it is.
    expect(untold).toEqual([]);
    const inSites = fields.filter(
      ({ path }) =>
        path.startsWith('sites.') &&
        isLeaf(path) &&
        !described.some(
          (one) => one.path !== 'sites' && (path === one.path || path.startsWith(`${one.path}.`)),
        ),
    );
    expect(inSites).toEqual([]);
  });

  test('are read from the schema to the last field of a full example', () => {
    const checked = checkSettings({ version: 1, sites: { herford: fullSite() } });
    if (!('settings' in checked)) throw new Error(JSON.stringify(checked));
    const paths = new Set(fields.map(({ path }) => path));
    const isKnown = (path: string): boolean => paths.has(path) || paths.has(path.replace(/[^.]+$/, '*'));
    const seen = [...pathsOf(checked.settings), ...pathsOf(exampleOfSettings())];
    const known = (path: string) => pathsLike(path).some((one) => isKnown(one));
    expect(seen.filter((path) => !known(path))).toEqual([]);
  });
});

/** Paths of all plain values; an item of a list goes by its list. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    pathsOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** The same path with stars for any of its names. */
function pathsLike(path: string): string[] {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return [first, '*'];
  return pathsLike(rest.join('.')).flatMap((tail) => [`${first}.${tail}`, `*.${tail}`]);
}
