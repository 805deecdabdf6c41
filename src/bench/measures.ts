import type { Measure } from './measure.js';
import { answer } from './measures/answer.js';
import { fanOut } from './measures/fanOut.js';
import { hostile } from './measures/hostile.js';
import { longDay } from './measures/longDay.js';
import { memory } from './measures/memory.js';
import { reportsFiveYears, reportsSites, reportsYear } from './measures/reports.js';
import { screensIdle, screensKey, screensStart } from './measures/screens.js';
import { start } from './measures/start.js';
import { storage } from './measures/storage.js';
import { throughput } from './measures/throughput.js';

/** Every measure, in the order of the table. */
export const measures: readonly Measure[] = [
  answer,
  throughput,
  longDay,
  fanOut,
  hostile,
  memory,
  start,
  storage,
  reportsYear,
  reportsFiveYears,
  reportsSites,
  screensKey,
  screensIdle,
  screensStart,
];
