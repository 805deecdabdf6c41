import { z } from 'zod';
import { isDay } from '../statistics/calendar.js';
import { keyDates, pilot } from '../statistics/period.js';
import { about, label, reason, text, time } from './settingWords.js';
import { weekdays } from './weekdays.js';

/** Settings that reports alone depend on: their spans, goals, late duty and how the stages are to be staffed. */

const day = z
  .string()
  .refine(isDay, { error: reason('day'), abort: true })
  .meta(about({ form: 'day' }));

const days = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, reason('endsBeforeItBegins'));

const daysOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({ from, to });

export const pilotSpan = days.default(daysOf(pilot));

export const keyDateSpans = z
  .array(days)
  .min(1)
  .refine(
    (all) => all.every(({ from }, i) => i === 0 || from > (all[i - 1]?.to ?? '')),
    reason('beginsBeforeTheLastEnds'),
  )
  .default(keyDates.map(daysOf));

export const baseline = z.strictObject({
  receptionEmployees: z.number().int().min(0).max(999).optional().describe('employees at the reception'),
  receptionFte: z.number().min(0).max(999).optional().describe('the same in full-time equivalents'),
  team: text.max(20).optional().describe('team that they belong to'),
  figures: z
    .array(z.strictObject({ label, value: z.union([z.number(), text]) }))
    .max(20)
    .default([])
    .describe("the office's own figures of the time before"),
});

const share = z.number().min(0).max(1);

export const goals = z.strictObject({
  withinWait: z
    .exactOptional(share)
    .describe('of the contacts, at least so many called within the target of the wait (R90)'),
  conclusive: z.exactOptional(share).describe('of the visits with a contact, at least so many concluded'),
  noShow: z.exactOptional(share).describe('of the numbers, at most so many no-shows'),
  misrouting: z
    .exactOptional(share)
    .describe('of the contacts, at most so many with another concern than the one booked'),
});

/** A weekday has one late duty at most. */
export const lateDuty = z
  .array(
    z
      .strictObject({
        weekdays: z.array(z.enum(weekdays)).min(1),
        from: time,
        to: time,
        desks: z
          .array(z.string().meta(about({ form: 'desk' })))
          .min(1)
          .nullable()
          .default(null)
          .describe('desks on duty; null: all'),
      })
      .refine(({ from, to }) => from < to, reason('endsBeforeStart')),
  )
  .refine((duties) => {
    const all = duties.flatMap((duty) => duty.weekdays);
    return new Set(all).size === all.length;
  }, reason('lateDutyTwice'));

const places = z.strictObject({ am: z.number().min(0).max(99), pm: z.number().min(0).max(99) });

const stage = (minimumFte: number) =>
  z
    .strictObject({
      minimumFte: z
        .number()
        .min(0)
        .max(99)
        .default(minimumFte)
        .describe('full-time equivalents that have to be there at the least'),
      planned: z
        .nullable(z.partialRecord(z.enum(weekdays), places))
        .default(null)
        .describe('places planned for the opening hours of each half day; null: nothing is planned here'),
    })
    .prefault({});

export const staffing = z.strictObject({
  fullTimeHours: z
    .number()
    .min(1)
    .max(80)
    .default(39)
    .describe('weekly working time of a full-time employee; a fifth of it for every open day'),
  reception: stage(1.5),
  entranceZone: stage(2.5),
});
