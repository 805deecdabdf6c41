import type { ClockQuarter } from './clockTimes.js';
import {
  allConcerns,
  concernsIn,
  contactsIn,
  firstCallWaitsIn,
  servicesIn,
  serviceTimeIn,
  waitsIn,
  waitsOfBookedConcern,
  waitTimeIn,
  wayTimesIn,
  type ConcernRow,
  type Days,
} from './combine.js';
import { activitiesIn } from './counted.js';
import { dailyValues, deskTimesIn, isKnown, servedVisitsIn } from './kpis.js';
import type { MonthFigures, ReleaseName } from './monthFigures.js';
import { durationsIn, receptionTimesIn, releases } from './kinds.js';
import type { Histogram } from './packedSeconds.js';
import { spansOf } from './peakSpans.js';
import type {
  ActivitySum,
  Covered,
  CoveredDeskTime,
  CoveredDurations,
  DailyValues,
  DurationsOf,
  Kind,
  Portion,
  PortionFrame,
  PortionOfDay,
  RowDurations,
  ToldPeak,
  WeekdaySums,
} from './portion.js';
import { byWeekday } from './profile.js';
import type { Coverage } from './coverage.js';
import { allDesks, hourRow } from './releases.js';
import { sumOf } from './grouping.js';
import type { Pool } from './tally.js';
import { toldPeaks } from './toldPeaks.js';
import { weekdaySums } from './weekdaySums.js';

const coveredOf = ({ n, withheld, isCut, blocks }: Coverage): Covered => ({
  n,
  withheld,
  isCut,
  days: sumOf(blocks, ({ length }) => length),
});

/** "weekday 1 waits" → "weekday", "1 waits". */
function splitOnce(words: string): [string, string?] {
  const end = words.indexOf(' ');
  return end === -1 ? [words] : [words.slice(0, end), words.slice(end + 1)];
}

/** A portion as its days' own figures tell it. Each part is worked out when it is first asked for. */
export class DayPortion implements Portion {
  readonly #month: MonthFigures;
  readonly #from: string;
  readonly #to: string;
  readonly #known = new Map<string, unknown>();
  /** Its own days. */
  readonly counted: Days;
  /** May be taken by itself. */
  readonly histogram = (of: DurationsOf): Histogram => this.#shown(of).histogram;

  constructor(month: MonthFigures, from: string, to: string) {
    this.#month = month;
    this.#from = from;
    this.#to = to;
    this.counted = month.days.filter(({ day }) => day >= from && day <= to);
  }

  get days(): PortionFrame['days'] {
    return this.counted.map(({ day }) => day);
  }

  get asOf(): number {
    return Math.max(...this.counted.map(({ asOf }) => asOf));
  }

  get halfDayAt(): string {
    return this.counted.at(-1)?.halfDayAt ?? '';
  }

  get imported(): number {
    return this.counted.filter(({ imported }) => imported).length;
  }

  get stages(): PortionFrame['stages'] {
    return {
      reception: this.counted.some(({ stages }) => stages.reception),
      entranceZone: this.counted.some(({ stages }) => stages.entranceZone),
    };
  }

  get lateDuty(): boolean {
    return this.counted.some(({ lateDuty }) => lateDuty);
  }

  get concerns(): readonly string[] {
    return this.#once('concerns', () => concernsIn(this.counted));
  }

  get daysWithoutContacts(): number {
    return this.counted.filter((day) => contactsIn([day]) === 0).length;
  }

  get ended(): Pool {
    return this.#once('ended', () => waitsIn(this.counted));
  }

  waits(row: ConcernRow): CoveredDurations {
    return this.#durations(`waits ${row}`);
  }

  services(row: ConcernRow): CoveredDurations {
    return this.#durations(`services ${row}`);
  }

  get firstWaits(): CoveredDurations {
    return this.#durations('firstWaits');
  }

  get ways(): CoveredDurations {
    return this.#durations('ways');
  }

  get receptionTimes(): CoveredDurations {
    return this.#durations('receptionTimes');
  }

  daily(kind: Kind): DailyValues {
    return this.#once(`daily ${kind}`, () => {
      const coverage = this.#coverage(releases[kind], allConcerns);
      const blocks = this.#blocksIn(coverage);
      const alone = (some: readonly Days[]) => some.flat().map((day) => [day]);
      switch (kind) {
        case 'waits':
          return dailyValues(alone(blocks), waitTimeIn, servedVisitsIn);
        case 'firstWaits':
          return dailyValues(alone(blocks), (days) => firstCallWaitsIn(days).sum, servedVisitsIn);
        case 'ways':
          return dailyValues(alone(blocks), (days) => wayTimesIn(days).sum, servedVisitsIn);
        case 'services':
          return dailyValues(blocks, serviceTimeIn, servedVisitsIn);
        case 'receptionTimes':
          return dailyValues(
            blocks,
            (days) => receptionTimesIn(days).sum,
            (days) => receptionTimesIn(days).n,
          );
      }
    });
  }

  desks(row: string): CoveredDeskTime {
    return this.#once(`desks ${row}`, () => {
      const coverage = this.#coverage('desks', row);
      const shown = this.#blocksIn(coverage).flat();
      const quarters = this.#quarters(this.counted, row);
      const isShown = new Set(shown.map(({ day }) => day));
      const withDeskTime = new Set(quarters.flatMap(({ day, row: { desk } }) => (desk ? [day] : [])));
      return {
        ...coveredOf(coverage),
        isKnown: isKnown(deskTimesIn(quarters)),
        times: deskTimesIn(this.#quarters(shown, row)),
        left: [...withDeskTime].filter((day) => !isShown.has(day)).length,
      };
    });
  }

  get hourRows(): readonly string[] {
    return [...new Set(this.#quarters(this.counted, allDesks).map(hourRow))];
  }

  get areaContacts(): number {
    return contactsIn(this.#deskDays().filter((day) => this.#hasDeskTime(day)));
  }

  get daysWithoutDeskTime(): number {
    const shown = new Set(this.#deskDays());
    return this.counted.filter((day) => !shown.has(day) && this.#hasDeskTime(day)).length;
  }

  activities(row: string): ActivitySum[] {
    const rows = this.#blocksIn(this.#coverage('desks', row))
      .flat()
      .flatMap((day) => day.activities);
    return activitiesIn(row === allDesks ? rows : rows.filter(({ half }) => half === row));
  }

  get weekdays(): readonly WeekdaySums[] {
    return weekdaySums(this.counted, this.#month);
  }

  get peakSpans(): PortionFrame['peakSpans'] {
    return spansOf(this.peaks());
  }

  peaks(): readonly ToldPeak[] {
    return toldPeaks(this.counted, this.#month);
  }

  eachDay(): PortionOfDay[] {
    return this.counted.map((figures) => ({
      figures,
      portion: this.#month.portion(figures.day, figures.day),
    }));
  }

  #durations(of: RowDurations): CoveredDurations {
    return this.#once(`durations ${of}`, () => {
      const { n, sum, max } = this.#shown(of);
      const [kind, row = allConcerns] = splitOnce(of);
      return { ...coveredOf(this.#coverage(releases[kind as Kind], row)), shown: { n, sum, max } };
    });
  }

  /** The durations that are shown. */
  #shown(of: DurationsOf): Pool {
    return this.#once(of, () => {
      const [kind, row = allConcerns] = splitOnce(of);
      switch (kind) {
        case 'ended':
          return this.ended;
        case 'booked':
          return waitsOfBookedConcern(this.counted, row);
        case 'weekday':
          return this.#ofWeekday(row);
        default:
          return durationsIn[kind as Kind](
            this.#blocksIn(this.#coverage(releases[kind as Kind], row)).flat(),
            row,
          );
      }
    });
  }

  /** Those of the days that may be shown by themselves. */
  #ofWeekday(of: string): Pool {
    const [weekday, kind] = splitOnce(of);
    const { days = [] } = byWeekday(this.counted).find((each) => each.weekday === Number(weekday)) ?? {};
    const release = this.#month.release(kind === 'waits' ? 'waits' : 'services');
    const shown = days.filter(({ day }) => release(allConcerns, day, day).isShown);
    return kind === 'waits' ? waitsIn(shown) : servicesIn(shown);
  }

  #deskDays(): Days {
    return this.#blocksIn(this.#coverage('desks', allDesks)).flat();
  }

  #hasDeskTime(day: Days[number]): boolean {
    return isKnown(deskTimesIn(this.#quarters([day], allDesks)));
  }

  #coverage(release: ReleaseName, row: string): Coverage {
    return this.#once(`coverage ${release} ${row}`, () => {
      return this.#month.release(release)(row, this.#from, this.#to);
    });
  }

  #blocksIn({ blocks }: Coverage): Days[] {
    return blocks.map((block) => block.flatMap((day) => this.#month.figuresOn(day) ?? []));
  }

  #quarters(days: Days, row: string): ClockQuarter[] {
    const quarters = days.flatMap(({ day }) => this.#month.quartersOn(day));
    if (row === allDesks) return quarters;
    return quarters.filter((quarter) => row === quarter.half || row === hourRow(quarter));
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, make());
    return this.#known.get(key) as T;
  }
}
