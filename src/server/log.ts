import type { Role } from '../queue/events.js';
import type { Clock } from './clock.js';

/**
 * What the server has to tell the administrator, and with which fields; never a concern, a number or anything a visitor
 * said. `unlogged`: how many of the kind came since the last line without one of their own.
 */
export type LogFields = {
  readonly clockStep: { readonly site?: string; readonly ms: number };
  readonly dayOpened: { readonly site: string; readonly day: string };
  readonly dayClosed: { readonly site: string; readonly day: string };
  readonly dayAnonymised: { readonly site: string; readonly day: string };
  readonly rowsPurged: { readonly site: string; readonly days: number; readonly months: number };
  readonly tornTailCut: { readonly file: string; readonly bytes: number };
  readonly badMessage: { readonly problem: string; readonly unlogged?: number };
  readonly connectionDropped: { readonly reason: string; readonly unlogged?: number };
  /** Ended at the door, before anybody knew whose it was. */
  readonly connectionRefused: { readonly reason: string; readonly unlogged?: number };
  /** Nobody is let in so. `token` is the id of one that is known. */
  readonly accessRefused: {
    readonly reason: string;
    readonly role: Role;
    readonly site?: string;
    readonly token?: string;
    readonly unlogged?: number;
  };
  /** A station asked for what its role or its place may not. */
  readonly notPermitted: {
    readonly site: string;
    readonly role: Role;
    readonly attempt: string;
    readonly unlogged?: number;
  };
  /** The tokens can't be read; those known before go on to count. */
  readonly accessUnreadable: { readonly problem: string };
  /** Tokens and calls go over the network as plain text. */
  readonly notEncrypted: { readonly host: string };
  readonly storeUnavailable: { readonly site: string; readonly problem: string };
  readonly storeAvailable: { readonly site: string };
  readonly storeInDoubt: { readonly problem: string };
  readonly storeUnreadable: { readonly site?: string; readonly file?: string; readonly problem: string };
  readonly settingsCreated: { readonly file: string };
  readonly importTakenBack: { readonly site: string; readonly days: number };
  readonly stopped: { readonly [field in never]: never };
};

export type LogEvent = keyof LogFields;

/** The fields may be left out where an event has none. */
export type Log = <E extends LogEvent>(
  event: E,
  ...fields: E extends 'stopped' ? [] : [fields: LogFields[E]]
) => void;

/** One JSON object a line, with a sentence where somebody should do something. */
export function lineLog(
  write: (line: string) => void,
  clock: Clock,
  sentences: Readonly<Partial<Record<LogEvent, string>>> = {},
): Log {
  return (event, fields?: object) => {
    const message = sentences[event];
    const said = message === undefined ? {} : { message };
    write(`${JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...said, ...fields })}\n`);
  };
}
