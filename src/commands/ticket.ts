import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import { textsFor, type Language } from '../texts/texts.js';
import { askOnce, withConnection } from './connect.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import { readMarks } from './marks.js';
import { describeOutcome } from './describe.js';
import { outcomeOf } from './outcome.js';
import { printOutcome } from './print.js';

export interface TicketOptions {
  readonly place?: string;
  readonly concern?: string;
  readonly mark: readonly string[];
  readonly lead?: boolean;
}

/** `beo ticket E017 leave|resume|mark|correct|cancel`: what the reception or the lead does to a ticket or visit. */
export async function runTicket(
  number: string,
  action: string,
  options: TicketOptions & Globals,
): Promise<void> {
  const language = languageOf(options);
  const place = options.place === undefined ? {} : { place: options.place };
  const station = options.lead ? ({ role: 'lead' } as const) : ({ role: 'reception', ...place } as const);
  await withConnection(options, station, async (connection, { day, site }) => {
    const entry = await askOnce(connection, commandOf(number, action, day, options, language), options);
    const outcome = outcomeOf(entry, day);
    printOutcome(outcome, options.json ?? false, () => describeOutcome(outcome, site, language));
  });
}

function commandOf(
  number: string,
  action: string,
  day: Day,
  options: TicketOptions,
  language: Language,
): Command {
  switch (action) {
    case 'leave':
      return { type: 'leave', number };
    case 'resume':
      return { type: 'resume', number, toQueue: true };
    case 'cancel':
      return { type: 'cancel', visit: number };
    case 'correct': {
      const { concern } = options;
      if (concern === undefined) {
        throw new Failure('concernMissing', textsFor(language).failures.concernMissing(), 2);
      }
      return { type: 'correct', visit: number, concern };
    }
    default:
      return {
        type: 'mark',
        number,
        marks: { ...day.tickets[number]?.marks, ...readMarks(options.mark, language) },
      };
  }
}
