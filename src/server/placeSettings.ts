import { z } from 'zod';
import { selectableConcerns } from '../routing/catalogue.js';
import { about, label, reason, shortText } from './settingWords.js';

/** Settings of the places of a site, and how things are kept by their ids. */

/** A name that every object inherits would be found where nothing is. */
export const code = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/)
  .refine((name) => !(name in {}), reason('reserved'))
  .meta(about({ form: 'code' }));

/** Things by their id; zod would pass over `__proto__` in silence. */
export const byId = <T extends z.ZodType>(thing: T) =>
  z.preprocess(
    (input, context) => {
      if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__')) {
        context.addIssue({ code: 'custom', message: reason('reserved') });
      }
      return input;
    },
    z.record(code, thing),
  );

const place = z.strictObject({
  label: label.describe('what the place is called: "Platz 1"'),
  room: shortText(20).default('').describe('room number'),
});

const slip = z
  .strictObject({
    to: z
      .enum(['none', 'stdout', 'file', 'command'])
      .default('none')
      .describe('where number slips are printed; stdout: only by one-shot commands'),
    file: z.string().max(400).default('').describe('file or device that each slip is added to'),
    command: z
      .array(z.string().min(1).max(400))
      .default([])
      .describe('program and its arguments; it gets the slip on its standard input'),
    width: z.number().int().min(24).max(80).default(42).describe('characters in a line'),
    escpos: z.boolean().default(false).describe('ESC/POS commands for receipt printers instead of text'),
  })
  .refine(({ to, file }) => to !== 'file' || file !== '', reason('slipFile'))
  .refine(({ to, command }) => to !== 'command' || command.length > 0, reason('slipCommand'));

export const reception = place.extend({
  slip: slip
    .default(slip.parse({}))
    .describe('number slips, printed by the station itself: read from the settings on its own machine')
    .meta(about({ effect: 'stationStart', changedBy: 'machine' })),
});

export const desk = place.extend({
  skills: z
    .array(
      z
        .string()
        .refine(isSkill, reason('skill'))
        .meta(about({ form: 'skill' })),
    )
    .nullable()
    .default(null)
    .describe('concerns or groups it serves; null: all (R34)'),
  confidential: z.boolean().default(false).describe('a closed room for confidential advice (R20)'),
  fetched: z.boolean().default(false).describe('visitors are fetched from the waiting zone (R64)'),
});

/** A concern, or a group that stands for all its concerns. */
function isSkill(skill: string): boolean {
  return selectableConcerns().some(({ id }) => `${id}.`.startsWith(`${skill}.`));
}
