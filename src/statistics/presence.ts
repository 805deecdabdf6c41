import type { DeskTimes } from './kpis.js';
import { weekdayOf } from './calendar.js';
import { sumOf } from './grouping.js';

/** The two stages, which the concept staffs apart. */
export type Stage = 'reception' | 'entranceZone';

export const stages: readonly Stage[] = ['reception', 'entranceZone'];

/** How a stage is to be staffed. */
export interface StagePlan {
  /** Full-time equivalents that have to be there at the least. */
  readonly minimumFte: number;
  /** Desk time of each weekday, Monday first, ms; null: nothing is planned here. */
  readonly plannedMs: readonly number[] | null;
}

export interface StaffingPlan {
  /** Working time of one full-time equivalent on an open day, ms. */
  readonly fullDayMs: number;
  readonly stages: Readonly<Record<Stage, StagePlan>>;
}

/** Desk time that a plan foresees for these days, ms; null without a plan. */
export const plannedTime = ({ plannedMs }: StagePlan, days: readonly string[]): number | null =>
  plannedMs === null ? null : sumOf(days, (day) => plannedMs[weekdayOf(day) - 1] ?? 0);

/** R75, R84: the desk time below which the stage is short of staff on these days, ms. */
export const minimumTime = (
  { stages: all, fullDayMs }: StaffingPlan,
  stage: Stage,
  days: readonly string[],
): number => all[stage].minimumFte * fullDayMs * days.length;

/** Full-time equivalents that a desk time of these days makes; null without any days. */
export const fteOf = ({ fullDayMs }: StaffingPlan, time: number, days: readonly string[]): number | null =>
  days.length === 0 ? null : time / (fullDayMs * days.length);

/** R160: desk time with somebody at the desk, ms. Pauses are not, nor is whoever reinforces the reception. */
export const presentTime = ({ staffed, caseWork, activity }: DeskTimes): number =>
  staffed + caseWork + activity;
