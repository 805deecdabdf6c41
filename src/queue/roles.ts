import type { By, Role } from './events.js';
import type { CommandType } from './commands.js';

/** Who may ask what. A desk asks for itself only; the lead for every desk. */
export const permissions: Readonly<Record<CommandType, readonly Role[]>> = {
  checkIn: ['reception', 'lead'],
  mark: ['reception', 'desk', 'lead'],
  leave: ['reception', 'desk', 'lead'],
  correct: ['reception', 'lead'],
  cancel: ['reception', 'lead'],
  call: ['desk', 'lead'],
  recall: ['desk', 'lead'],
  withdraw: ['desk', 'lead'],
  start: ['desk', 'lead'],
  finish: ['desk', 'lead'],
  park: ['desk', 'lead'],
  resume: ['reception', 'desk', 'lead'],
  requeue: ['desk', 'lead'],
  transfer: ['desk', 'lead'],
  noShow: ['desk', 'lead'],
  openDesk: ['desk', 'lead'],
  closeDesk: ['desk', 'lead'],
  pause: ['desk', 'lead'],
  startActivity: ['desk', 'lead'],
  callHelp: ['reception', 'desk', 'lead'],
  answerHelp: ['reception', 'desk', 'lead'],
  endHelp: ['reception', 'desk', 'lead'],
  askZone: ['reception'],
  answerZone: ['desk', 'lead'],
  dropQuestion: ['reception'],
  decideExtraDesks: ['lead'],
  undo: ['reception', 'desk', 'lead'],
  closeDay: ['lead'],
};

/** The role in a `By`; null for the server itself, which may do everything. */
export function roleOf(by: By): Role | null {
  if (by === 'server') return null;
  if (by === 'lead' || by === 'display') return by;
  return by.startsWith('desk/') ? 'desk' : 'reception';
}

/** The place in a `By`, or null for a role without one. */
export function placeOf(by: By): string | null {
  const slash = by.indexOf('/');
  return slash < 0 ? null : by.slice(slash + 1);
}
