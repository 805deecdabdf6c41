import type { Comparison } from '../reports/comparison.js';
import type { ReportKey } from '../reports/report.js';
import type { LiveFigures, TodaySummary } from '../statistics/live.js';
import type { InventoryTexts } from '../texts/de/inventory.js';
import type { ReportTexts } from '../texts/de/reports.js';
import type { ReportSectionTexts } from '../texts/de/reportSections.js';

/** Every evaluation that beo offers, and what guards it. */

export type Guard = keyof InventoryTexts['guards'];

/** A section of the printed report: the compiler demands a line for every heading. */
export type SectionName = keyof ReportTexts['sections'] | keyof ReportSectionTexts['sections'];

export const sectionGuards: Readonly<Record<SectionName, readonly Guard[]>> = {
  visits: ['counts'],
  K1: ['waits'],
  K2: ['waits', 'staff'],
  K3: ['waits'],
  K4: ['staff'],
  K5: ['staff'],
  K6: ['staff'],
  K7: ['staff'],
  K8: ['staff', 'waits'],
  K11: ['counts', 'staff'],
  K12: ['staff'],
  K13: ['counts'],
  reception: ['counts', 'staff'],
  weekdays: ['counts', 'waits', 'staff'],
  profile: ['counts'],
  lateDuty: ['counts', 'waits', 'staff'],
  levels: ['counts'],
  newCustomers: ['counts'],
  consultations: ['counts'],
  handouts: ['counts'],
  activities: ['staff'],
  staffing: ['staff'],
  shortage: ['staff'],
  censoring: ['waits'],
  goals: ['counts', 'waits', 'staff'],
  onward: ['counts'],
  further: ['counts', 'waits', 'single', 'lost'],
  notes: ['office'],
};

/** Where each key of the report is printed; the compiler demands a line for every key. */
export const reportKeys: Readonly<Record<ReportKey, readonly (SectionName | 'head')[]>> = {
  site: ['head'],
  period: ['head'],
  asOf: ['head'],
  zone: ['head'],
  addressees: ['head'],
  days: ['head'],
  columns: ['head'],
  baseline: ['head'],
  stages: ['notes'],
  limits: ['notes'],
  targets: ['notes'],
  halfDayAt: ['notes'],
  importedDays: ['notes'],
  definitions: ['notes'],
  visits: ['visits'],
  tickets: ['visits', 'K1'],
  waiting: ['K1', 'K2'],
  firstCallWait: ['K2'],
  wayTime: ['K6'],
  service: ['K4', 'K6'],
  byConcern: ['K3', 'K5'],
  byGroup: ['K3', 'K5'],
  halfDays: ['K7'],
  byHalfDay: ['K7'],
  desks: ['K8'],
  peaks: ['K8'],
  byHour: ['K11'],
  productivity: ['K12'],
  filters: ['K13'],
  shares: ['K13'],
  reception: ['reception'],
  byDay: ['visits', 'K1', 'K2', 'K4', 'K6'],
  byWeekday: ['weekdays'],
  profile: ['profile'],
  lateDuty: ['lateDuty'],
  byLevel: ['levels'],
  newCustomers: ['newCustomers'],
  consultations: ['consultations'],
  handouts: ['handouts'],
  activities: ['activities'],
  activitiesByHalf: ['activities'],
  staffing: ['staffing', 'shortage'],
  censoring: ['censoring'],
  goals: ['goals'],
  onward: ['onward'],
  open: ['further'],
  outcomes: ['further'],
  byBookedConcern: ['further'],
  destinations: ['further'],
  counters: ['further'],
};

export const liveGuards: Readonly<Record<keyof LiveFigures | keyof TodaySummary, Guard>> = {
  at: 'office',
  waiting: 'liveCounts',
  called: 'liveCounts',
  inService: 'liveCounts',
  current: 'liveCounts',
  parked: 'liveCounts',
  missed: 'liveCounts',
  arrived: 'liveCounts',
  served: 'liveCounts',
  longestWaitSeconds: 'liveWaits',
  byHour: 'liveCounts',
  desks: 'liveDesks',
  visits: 'liveCounts',
  filterFirst: 'liveCounts',
  filterSecond: 'liveCounts',
  withinTarget: 'liveWaits',
  longestWaiting: 'liveWaits',
  waitSoFar: 'liveWaits',
  deviations: 'liveCounts',
  noShowEvents: 'liveCounts',
  leadInformed: 'liveCounts',
  openDesks: 'liveCounts',
};

export const comparisonGuards: Readonly<Record<keyof Comparison, Guard>> = {
  report: 'inherited',
  comparedWith: 'inherited',
  overlapping: 'office',
  baseline: 'office',
  differences: 'inherited',
};
