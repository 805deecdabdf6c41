import { concernOf } from '../routing/catalogue.js';
import { DaysTaken, importDays, takenDays } from '../server/importDays.js';
import { areFiguresOver, monthsToKeep } from '../server/purge.js';
import { rollUpMonths } from '../server/rollUp.js';
import { BadHeader, readRecordsFile, TooManyRecords, type RecordsFile } from '../server/recordsFile.js';
import { isZone, type Settings, type SiteSettings } from '../server/settings.js';
import { createSettings, exampleOfSettings } from '../server/firstSettings.js';
import { makeStore, readSettings } from '../server/store.js';
import { dayOf, localClock } from '../statistics/calendar.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { figuresOfRecords, recordedDays, type RecordedDay } from '../statistics/records.js';
import { countBy } from '../statistics/grouping.js';
import { roughSpots } from '../statistics/roughSpots.js';
import { textsFor, type Texts } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, storeOf, type Globals } from './globals.js';
import { badLinesFailure, tellImported, type Imported } from './importOutcome.js';
import { withOwnStore } from './ownStore.js';
import { progressBar } from './progress.js';
import { siteIn } from './storedSite.js';

export interface ImportOptions {
  readonly zone?: string;
  readonly acceptConcerns?: boolean;
  readonly dryRun?: boolean;
}

type Options = ImportOptions & Globals;

/** How many days a sentence names. */
const namedDays = 10;

/** `beo import FILE.csv`: days recorded elsewhere become days with reports, all of them or none. */
export async function runImport(file: string, options: Options): Promise<void> {
  const store = storeOf(options);
  const texts = textsFor(languageOf(options)).imports;
  const { site, settings } = siteIn(await settingsOf(store), options);
  const zone = options.zone ?? settings.zone;
  if (!isZone(zone)) throw new Failure('badZone', texts.badZone({ word: zone }), 2);
  const read = await readFile(file, zone, options);
  if (read.bad > 0) throw badLinesFailure(read, options);
  if (read.lines === 0) throw new Failure('noRecords', texts.noRecords({ file }));

  const recorded = recordedDays(read.records, settings.zone);
  const days = recorded.map(({ day }) => day);
  const today = dayOf(Date.now(), settings.zone);
  refuseDays(
    'daysNotOver',
    days.filter((day) => day >= today),
    texts,
  );
  if (options.dryRun) refuseDays('daysTaken', await takenDays(store, site, days), texts);
  else await bring(recorded, site, settings, options);
  tellImported({ ...importedOf(read, recorded, settings, today), store, site, file, zone }, options);
}

/** A store that is not there yet is made as the server makes it. */
const settingsOf = async (store: string): Promise<Settings> =>
  (await readSettings(store)) ?? exampleOfSettings();

async function readFile(file: string, zone: string, options: Options): Promise<RecordsFile> {
  const { imports: texts, failures } = textsFor(languageOf(options));
  const progress = progressBar(options);
  try {
    return await readRecordsFile(file, {
      clock: localClock(zone),
      isKnown: (concern) => concernOf(concern)?.selectable ?? false,
      acceptConcerns: options.acceptConcerns ?? false,
      onProgress: (share, records) => progress.tell(share, texts.progress({ records })),
    });
  } catch (error) {
    if (error instanceof BadHeader) throw new Failure('badHeader', texts.badHeader(error));
    if (error instanceof TooManyRecords) throw new Failure('tooManyRecords', texts.tooManyRecords(error));
    if (error instanceof Error && 'syscall' in error) throw new Failure('noFile', failures.noFile({ file }));
    throw error;
  } finally {
    progress.end();
  }
}

async function bring(
  recorded: readonly RecordedDay[],
  site: string,
  settings: SiteSettings,
  options: Options,
): Promise<void> {
  const as = { site, zone: settings.zone, halfDayAt: settings.queue.halfDayAt };
  const byDay = new Map(recorded.map((one) => [one.day, one]));
  const figuresOf = (day: string): DailyFigures => {
    const found = byDay.get(day);
    if (!found) throw new Error(`no records of ${day}`);
    return figuresOfRecords(found, as);
  };
  await makeStore(storeOf(options));
  await withOwnStore(options, async (store) => {
    if (!(await readSettings(store))) await createSettings(store);
    await importDays(store, site, [...byDay.keys()], figuresOf);
    // The days are there, with sums or without; what fails here the next start of a server makes up for.
    await rollUpMonths(store, site, settings).catch(() => undefined);
  }).catch((error: unknown) => {
    if (error instanceof DaysTaken)
      refuseDays('daysTaken', error.days, textsFor(languageOf(options)).imports);
    throw error;
  });
}

function refuseDays(
  name: 'daysTaken' | 'daysNotOver',
  days: readonly string[],
  texts: Texts['imports'],
): void {
  if (days.length === 0) return;
  const named = days.slice(0, namedDays);
  const message = texts[name]({ days: named, more: days.length - named.length });
  throw new Failure(name, message, 1, { days });
}

function importedOf(
  { records, newConcerns, ambiguousTimes, outOfOrder }: RecordsFile,
  days: readonly RecordedDay[],
  { zone, retention }: SiteSettings,
  today: string,
): Omit<Imported, 'store' | 'site' | 'file' | 'zone'> {
  const left = records.filter(({ calledAt }) => calledAt === null).length;
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  const over = months.filter((month) => areFiguresOver(month, retention.figuresMonths, today));
  return {
    days: days.length,
    from: days.at(0)?.day ?? '',
    to: days.at(-1)?.day ?? '',
    visits: records.length,
    served: records.length - left,
    left,
    concerns: countBy(records, ({ concern }) => concern),
    newConcerns,
    roughSpots: { ...roughSpots(days, zone), outOfOrder, ambiguousTimes },
    soonPurged:
      over[0] === undefined
        ? null
        : {
            months: over,
            figuresMonths: retention.figuresMonths,
            needed: monthsToKeep(over[0], today),
          },
  };
}
