import type { Role } from '../queue/events.js';
import { inertJson } from '../protocol/inert.js';
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
  readonly storeMigrated: { readonly from: number; readonly to: number; readonly kept: string };
  /** Never the values: the record of changes has them. */
  readonly settingChanged: { readonly site: string; readonly path: string };
  readonly importTakenBack: { readonly site: string; readonly days: number };
  readonly listening: { readonly url: string; readonly version: string };
  readonly stopped: { readonly [field in never]: never };
};

export type LogEvent = keyof LogFields;

/** How much of it is for somebody to look into: nothing, something now and then, at once. */
export const logLevels = ['info', 'warn', 'error'] as const;

export type LogLevel = (typeof logLevels)[number];

export const levelOf: { readonly [E in LogEvent]: LogLevel } = {
  clockStep: 'warn',
  dayOpened: 'info',
  dayClosed: 'info',
  dayAnonymised: 'info',
  rowsPurged: 'info',
  tornTailCut: 'warn',
  badMessage: 'warn',
  connectionDropped: 'warn',
  connectionRefused: 'warn',
  accessRefused: 'warn',
  notPermitted: 'warn',
  accessUnreadable: 'error',
  notEncrypted: 'warn',
  storeUnavailable: 'error',
  storeAvailable: 'info',
  storeInDoubt: 'error',
  storeUnreadable: 'error',
  settingsCreated: 'info',
  storeMigrated: 'warn',
  settingChanged: 'info',
  importTakenBack: 'warn',
  listening: 'info',
  stopped: 'info',
};

/** The fields may be left out where an event has none. */
export type Log = <E extends LogEvent>(
  event: E,
  ...fields: E extends 'stopped' ? [] : [fields: LogFields[E]]
) => void;

/** A line of the log, before it is written one way or the other. */
export interface LogLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly level: LogLevel;
  readonly event: LogEvent;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface LineLogOptions {
  readonly write: (line: string) => void;
  readonly clock: Clock;
  /** Lines of a lower level are left out. */
  readonly least?: LogLevel;
  readonly format: (line: LogLine) => string;
}

/** A log of lines. */
export function lineLog({ write, clock, least = 'info', format }: LineLogOptions): Log {
  return (event, fields: object = {}) => {
    const level = levelOf[event];
    if (logLevels.indexOf(level) < logLevels.indexOf(least)) return;
    const at = new Date(clock.now()).toISOString();
    write(`${format({ at, level, event, fields: { ...fields } })}\n`);
  };
}

type Sentences = Readonly<Partial<Record<LogEvent, string>>>;

/** One JSON object a line, with a sentence where somebody should do something. */
export const jsonLine =
  (sentences: Sentences) =>
  ({ at, level, event, fields }: LogLine): string =>
    // Somebody may look at it on a terminal.
    inertJson(JSON.stringify({ at, level, event, message: sentences[event], ...fields }));

/** What a terminal shows: a sentence, then the event's name and fields. */
export const textLine =
  (sentences: Sentences) =>
  ({ at, level, event, fields }: LogLine): string => {
    const told = Object.entries(fields).map(([name, value]) => ` ${name}=${asWord(value)}`);
    return `${at} ${level.padEnd(5)} ${sentences[event] ?? event} [${event}${told.join('')}]`;
  };

/** A value without spaces stands as it is; another in quotes, and what would steer a terminal never as such. */
function asWord(value: unknown): string {
  const word = String(value);
  if (/^[!-~]+$/.test(word) && !/["\]\\]/.test(word)) return word;
  return inertJson(JSON.stringify(word));
}
