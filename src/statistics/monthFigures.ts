import { quartersOf, type ClockQuarter } from './clockTimes.js';
import type { Days } from './combine.js';
import { DayPortion } from './dayPortion.js';
import type { DailyFigures } from './figures.js';
import type { Terms } from './portion.js';
import type { Release } from './coverage.js';
import { deskRelease, receptionRelease, serviceRelease, waitRelease, wayRelease } from './releases.js';

export type ReleaseName = 'waits' | 'ways' | 'services' | 'receptionTimes' | 'desks';

/**
 * Days of one month, and what may be shown of them: those that a report is about, and the others of the weeks that it
 * cuts.
 */
export class MonthFigures {
  /** Oldest first. */
  readonly days: Days;
  readonly terms: Terms;
  readonly #figuresOn: ReadonlyMap<string, DailyFigures>;
  readonly #quartersOn = new Map<string, readonly ClockQuarter[]>();
  readonly #releases = new Map<ReleaseName, Release>();
  readonly #portions = new Map<string, DayPortion>();

  constructor(days: Days, terms: Terms) {
    this.days = days;
    this.terms = terms;
    this.#figuresOn = new Map(days.map((figures) => [figures.day, figures]));
  }

  /** The days from one to another, both included. */
  portion(from: string, to: string): DayPortion {
    const key = `${from} ${to}`;
    const portion = this.#portions.get(key) ?? new DayPortion(this, from, to);
    this.#portions.set(key, portion);
    return portion;
  }

  figuresOn(day: string): DailyFigures | undefined {
    return this.#figuresOn.get(day);
  }

  quartersOn(day: string): readonly ClockQuarter[] {
    const figures = this.#figuresOn.get(day);
    const quarters = this.#quartersOn.get(day) ?? (figures ? quartersOf(figures, this.terms.zone) : []);
    this.#quartersOn.set(day, quarters);
    return quarters;
  }

  /** What may be shown of durations, or of desk time. */
  release(name: ReleaseName): Release {
    const release = this.#releases.get(name) ?? this.#decide(name);
    this.#releases.set(name, release);
    return release;
  }

  #decide(name: ReleaseName): Release {
    const { days } = this;
    const { limits } = this.terms;
    switch (name) {
      case 'waits':
        return waitRelease(days, limits);
      case 'ways':
        return wayRelease(days, limits);
      case 'services':
        return serviceRelease(days, limits);
      case 'receptionTimes':
        return receptionRelease(days, limits);
      case 'desks':
        return deskRelease(days, new Map(days.map(({ day }) => [day, this.quartersOn(day)])), limits);
    }
  }
}
