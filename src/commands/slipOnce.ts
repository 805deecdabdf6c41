import { waitOf } from '../staffing/waitOf.js';
import { usualServiceAt } from '../statistics/usualService.js';
import type { Slip } from '../texts/slip.js';
import { inert } from '../protocol/inert.js';
import { textsFor } from '../texts/texts.js';
import type { Joined } from './connect.js';
import { languageOf, type Globals } from './globals.js';
import type { Outcome } from './outcome.js';
import { printerOf, slipBytes, slipSettings } from './slip.js';

/** The slip of a number that was just given; undefined for a visit without one, or one that is over already. */
export function slipOf(number: string | undefined, { day, site }: Joined, at: number): Slip | undefined {
  const ticket = number === undefined ? undefined : day.tickets[number];
  if (ticket?.state !== 'waiting') return undefined;
  return {
    number: ticket.number,
    waitingPlace: site.waitingPlace,
    at: ticket.bookedAt,
    zone: site.zone,
    wait: waitOf(day, ticket, usualServiceAt(at, day.day, site), at),
  };
}

/** The outcome with the expected wait, where anybody can tell. */
export const withWait = (outcome: Outcome, slip: Slip | undefined): Outcome =>
  slip?.wait ? { ...outcome, expectedWaitMinutes: [slip.wait.fromMinutes, slip.wait.toMinutes] } : outcome;

/**
 * Prints as the settings say; without a printer the slip comes back, for standard output. A printer that fails is named
 * on standard error: the visitor is checked in all the same.
 */
export async function printSlipOnce(
  slip: Slip,
  options: Globals & { readonly place?: string },
): Promise<Uint8Array | undefined> {
  const settings = (await slipSettings(options))(options.place);
  const print = printerOf(settings);
  if (!print) return slipBytes(slip, settings ?? { width: 42, escpos: false });
  try {
    await print(slip);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${inert(textsFor(languageOf(options)).failures.slipNotPrinted({ problem }))}\n`);
  }
  return undefined;
}
