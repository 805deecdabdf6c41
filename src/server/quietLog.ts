import { Allowance } from './allowance.js';
import { refusalEveryMs, refusalsLogged } from './limits.js';
import type { Log, LogEvent, LogFields } from './log.js';

/** What a peer can make the server write, as often as it likes. */
const bySomebody: ReadonlySet<LogEvent> = new Set([
  'accessRefused',
  'badMessage',
  'connectionDropped',
  'connectionRefused',
  'notPermitted',
]);

/**
 * A log that nobody can fill from outside: of what peers cause it takes some lines of each kind at once and then one
 * now and again, which says how many came between.
 * @param now ms of a clock that never goes back
 */
export function quietLog(log: Log, now: () => number): Log {
  const kinds = new Map<LogEvent, { readonly allowance: Allowance; unlogged: number }>();
  const write = log as (event: LogEvent, fields?: object) => void;
  return (event, fields?: LogFields[LogEvent]) => {
    if (!bySomebody.has(event)) {
      write(event, fields);
      return;
    }
    const kind = kinds.get(event) ?? {
      allowance: new Allowance(refusalsLogged, 1000 / refusalEveryMs, now()),
      unlogged: 0,
    };
    kinds.set(event, kind);
    if (!kind.allowance.takeIfLeft(1, now())) {
      kind.unlogged += 1;
      return;
    }
    const { unlogged } = kind;
    kind.unlogged = 0;
    write(event, unlogged === 0 ? fields : { ...fields, unlogged });
  };
}
