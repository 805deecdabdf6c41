import type { Clock } from './clock.js';

/** What the server has to tell the administrator; never a concern, a number or anything a visitor said. */
export type LogEvent =
  | 'clockStep'
  | 'dayOpened'
  | 'dayClosed'
  | 'dayAnonymised'
  | 'rowsPurged'
  | 'tornTailCut'
  | 'badMessage'
  | 'connectionDropped'
  | 'storeUnavailable'
  | 'storeInDoubt'
  | 'storeUnreadable'
  | 'settingsCreated'
  | 'stopped';

export type Log = (event: LogEvent, fields?: Readonly<Record<string, string | number>>) => void;

/** One JSON object a line. */
export function lineLog(write: (line: string) => void, clock: Clock): Log {
  return (event, fields) =>
    write(`${JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...fields })}\n`);
}
