import type { Day, DeskState } from '../queue/day.js';
import { isServing } from '../queue/extraDesks.js';

/** How many desks are in which part; never which. */
export interface DesksNow {
  /** That there are. */
  readonly all: number;
  /** That call from the line: free, or in contact. */
  readonly serving: number;
  readonly free: number;
  /** With somebody at work, whatever the work. Not those that pause, nor who reinforces the reception. */
  readonly present: number;
}

const isPresent = (state: DeskState): boolean =>
  isServing(state) || state === 'caseWork' || state === 'activity';

export function desksNow({ rules, desks }: Pick<Day, 'rules' | 'desks'>): DesksNow {
  const states = Object.keys(rules.desks).map((desk) => desks[desk]?.state ?? 'closed');
  const count = (isMeant: (state: DeskState) => boolean): number => states.filter(isMeant).length;
  return {
    all: states.length,
    serving: count(isServing),
    free: count((state) => state === 'free'),
    present: count(isPresent),
  };
}

/** The entrance zone against its minimum staffing (R84). */
export interface MinimumStaffing {
  /** Full-time equivalents. */
  readonly minimum: number;
  readonly serving: number;
  readonly present: number;
  /** Enough desks serve; enough would if those at other work joined in; too few are there. */
  readonly light: 'green' | 'yellow' | 'red';
}

/** null where no minimum is set. */
export function minimumStaffing(day: Pick<Day, 'rules' | 'desks'>, minimum: number): MinimumStaffing | null {
  if (minimum <= 0) return null;
  const { serving: now, present: there } = desksNow(day);
  const light = now >= minimum ? 'green' : there >= minimum ? 'yellow' : 'red';
  return { minimum, serving: now, present: there, light };
}
