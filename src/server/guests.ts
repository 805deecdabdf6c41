import { Allowance } from './allowance.js';
import { connectionsAgainMs } from './limits.js';

/** A connection, from its first byte on. */
export interface Guest {
  /** Whose connections it counts among; undefined: those of this machine, which no limit an address holds for. */
  address: string | undefined;
  /** Whether it has said who it is, and may stay. */
  isKnown: () => boolean;
  /** Ends the connection, and takes it off the list at once. */
  readonly drop: () => void;
}

export interface GuestLimits {
  /** In all. */
  readonly connections: number;
  readonly connectionsPerAddress: number;
}

/** Why a connection ends before anybody knows whose it is. */
export type Crowded = 'tooManyConnections' | 'tooManyOfAddress' | 'tooOften';

/**
 * Who is connected, and whether there is room for one more. Where there is none, whoever has waited longest without
 * saying who it is makes room: those who do nothing but connect can't keep out a station, which says so at once.
 */
export class Guests {
  readonly #limits: GuestLimits;
  readonly #now: () => number;
  readonly #all = new Set<Guest>();
  readonly #byAddress = new Map<string, Set<Guest>>();
  readonly #comings = new Map<string, Allowance>();

  /** @param now ms of a clock that never goes back */
  constructor(limits: GuestLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Takes a connection in; or says why not, and then it is to be dropped. */
  enter(guest: Guest): Crowded | undefined {
    const { address } = guest;
    if (address !== undefined) {
      if (!this.#mayCome(address)) return 'tooOften';
      const there = this.#byAddress.get(address) ?? new Set();
      if (!hasRoom(there, this.#limits.connectionsPerAddress)) return 'tooManyOfAddress';
      this.#byAddress.set(address, there.add(guest));
    }
    if (!hasRoom(this.#all, this.#limits.connections)) {
      this.leave(guest);
      return 'tooManyConnections';
    }
    this.#all.add(guest);
    return undefined;
  }

  /** It turns out whose connection it is. */
  move(guest: Guest, address: string | undefined): Crowded | undefined {
    this.leave(guest);
    guest.address = address;
    return this.enter(guest);
  }

  leave(guest: Guest): void {
    this.#all.delete(guest);
    const { address } = guest;
    if (address === undefined) return;
    const there = this.#byAddress.get(address);
    there?.delete(guest);
    if (there?.size === 0) this.#byAddress.delete(address);
  }

  /** Forgets what addresses did long ago. */
  tidy(): void {
    const now = this.#now();
    for (const [address, comings] of this.#comings) {
      if (comings.isFullAt(now)) this.#comings.delete(address);
    }
  }

  #mayCome(address: string): boolean {
    const { connectionsPerAddress: burst } = this.#limits;
    const now = this.#now();
    const comings =
      this.#comings.get(address) ?? new Allowance(burst, (burst / connectionsAgainMs) * 1000, now);
    this.#comings.set(address, comings);
    return comings.takeIfLeft(1, now);
  }
}

/** Whether one more fits in, once the one who has waited longest unknown has gone if need be. */
function hasRoom(there: ReadonlySet<Guest>, limit: number): boolean {
  if (there.size < limit) return true;
  for (const guest of there) {
    if (guest.isKnown()) continue;
    guest.drop();
    return there.size < limit;
  }
  return false;
}
