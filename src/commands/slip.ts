import { spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import type { ReceptionSettings } from '../server/settings.js';
import { readSettings } from '../server/store.js';
import { bigText } from '../screens/parts/bigText.js';
import { slipEscPos } from '../reports/slipEscPos.js';
import { slipText } from '../reports/slipText.js';
import type { Slip } from '../texts/slip.js';
import { storeOf, type Globals } from './globals.js';

type SlipSettings = ReceptionSettings['slip'];

/** Rejects with the reason when the printer does not take the slip. */
export type PrintSlip = (slip: Slip) => Promise<void>;

/** A printer that takes longer than this is stuck, ms. */
const patienceMs = 10_000;
const numberRows = 8;

/**
 * How slips are printed at the places of the reception. That is said by the settings on this machine, never by the server:
 * it may be another machine, and must not have programs run here.
 */
export async function slipSettings(
  options: Globals,
): Promise<(place: string | undefined) => SlipSettings | undefined> {
  const settings = await readSettings(storeOf(options)).catch(() => undefined);
  const [only, ...others] = Object.keys(settings?.sites ?? {});
  const site = settings?.sites[options.site ?? (others.length === 0 ? (only ?? '') : '')];
  return (place) => {
    const places = site?.receptions ?? {};
    return (place === undefined ? Object.values(places)[0] : places[place])?.slip;
  };
}

/** Prints for one place; undefined where there is nothing to print on. A screen has no use for its own output. */
export function printerOf(settings: SlipSettings | undefined): PrintSlip | undefined {
  if (settings?.to === 'file')
    return async (slip) => inTime(appendFile(settings.file, slipBytes(slip, settings)));
  if (settings?.to === 'command') return (slip) => runWith(settings.command, slipBytes(slip, settings));
  return undefined;
}

/** The slip as it goes to a printer or a file. */
export function slipBytes(slip: Slip, { width, escpos }: Pick<SlipSettings, 'width' | 'escpos'>): Uint8Array {
  if (escpos) return slipEscPos(slip, { width });
  const drawn = bigText(slip.number, { columns: width, rows: numberRows, style: 'ascii' });
  return Buffer.from(slipText(slip, { width, drawn }));
}

async function inTime(printing: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  try {
    await Promise.race([printing, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Hands the slip to a program on its standard input. No shell: every argument is one. */
function runWith([file = '', ...args]: readonly string[], bytes: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = spawn(file, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: patienceMs });
  child.on('error', reject);
  child.on('close', (code, signal) => {
    if (code === 0) resolve();
    else reject(new Error(`${file}: ${signal ?? `exit code ${code}`}`));
  });
  // A program that ends without reading says so by its exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  return promise;
}
