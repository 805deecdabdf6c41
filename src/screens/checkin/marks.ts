/** Changes of a visitor's marks. Pure. */
import type { Marks, Team } from '../../queue/events.js';

export type YesNoMark = 'assisted' | 'interpreter' | 'confidential';

export const yesNoMarks: readonly YesNoMark[] = ['assisted', 'interpreter', 'confidential'];

export function toggleMark(marks: Marks, mark: YesNoMark): Marks {
  const { [mark]: isOn, ...others } = marks;
  return isOn ? others : { ...others, [mark]: true };
}

/** The reason for going first, or null to take the mark back. */
export function withUrgent(marks: Marks, reason: string | null): Marks {
  const { urgent: _, ...others } = marks;
  return reason === null ? others : { ...others, urgent: reason };
}

export function withTeam(marks: Marks, team: Team | undefined): Marks {
  const { team: _, ...others } = marks;
  return team === undefined ? others : { ...others, team };
}

/** None, 703, 704, none … */
export const nextTeam = ({ team }: Marks): Team | undefined =>
  team === undefined ? '703' : team === '703' ? '704' : undefined;
