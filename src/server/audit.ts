import type { Hello } from '../protocol/messages.js';
import type { CommandType } from '../queue/commands.js';
import type { Role } from '../queue/events.js';
import type { AccessRefusal, Admission } from './admission.js';
import type { Crowded } from './guests.js';
import type { Log } from './log.js';

/*
 * What is written down of attempts that were refused: what was tried in which role, at which site and with which token,
 * and why it failed. Never an address, which in an office is somebody's desk, nor a place, nor a word that a peer made up.
 */

/** Why a connection ended at the door. */
export type DoorRefusal = Crowded | 'origin' | 'forwarded';

export function connectionRefused(log: Log, reason: DoorRefusal): void {
  log('connectionRefused', { reason });
}

export function accessRefused(
  log: Log,
  { name }: AccessRefusal,
  { role, site, token }: Hello,
  { admission, sites }: { readonly admission: Admission; readonly sites: ReadonlyMap<string, unknown> },
): void {
  const id = admission.idIn(token);
  log('accessRefused', {
    reason: name,
    role,
    ...(site !== undefined && sites.has(site) ? { site } : {}),
    ...(id === undefined ? {} : { token: id }),
  });
}

/** Somebody who was let in must go, as the token no longer counts. */
export function accessEnded(
  log: Log,
  { name }: AccessRefusal,
  { role, site, token }: { readonly role: Role; readonly site: string; readonly token: string | undefined },
): void {
  log('accessRefused', { reason: name, role, site, ...(token === undefined ? {} : { token }) });
}

/** A station asked for what its role or its place may not. */
export function notPermitted(
  log: Log,
  site: string,
  role: Role,
  attempt: CommandType | 'ask' | 'query' | 'showing' | 'changeSetting',
): void {
  log('notPermitted', { site, role, attempt });
}
