import type { Joined } from './join.js';
import type { Session } from './session.js';

/** One screen a place: a second one asks, or takes over visibly. Returns whether the place is the session's. */
export function claimPlace(
  session: Session,
  { site, role, place, screen }: Joined,
  claim: 'ask' | 'take',
  sessions: Iterable<Session>,
): boolean {
  if (place === null) return true;
  for (const other of sessions) {
    const theirs = other.joined;
    if (other === session || !theirs?.claims || theirs.site !== site) continue;
    if (theirs.role !== role || theirs.place !== place) continue;
    if (screen !== undefined && screen === theirs.screen) {
      // The same screen on a new connection: the old one is dead and does not know yet.
      other.terminate();
      continue;
    }
    if (claim === 'ask') {
      session.refuse({ name: 'placeTaken', place });
      return false;
    }
    other.joined = { ...theirs, claims: false };
    other.refuse({ name: 'takenOver', place });
  }
  return true;
}
