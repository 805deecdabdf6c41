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
  | 'storeAvailable'
  | 'storeInDoubt'
  | 'storeUnreadable'
  | 'settingsCreated'
  | 'importTakenBack'
  | 'stopped';

export type Log = (event: LogEvent, fields?: Readonly<Record<string, string | number>>) => void;

/** One JSON object a line, with a sentence where somebody should do something. */
export function lineLog(
  write: (line: string) => void,
  clock: Clock,
  sentences: Readonly<Partial<Record<LogEvent, string>>> = {},
): Log {
  return (event, fields) => {
    const message = sentences[event];
    const said = message === undefined ? {} : { message };
    write(`${JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...said, ...fields })}\n`);
  };
}
