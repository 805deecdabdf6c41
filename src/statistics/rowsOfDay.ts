import { groupOf, type ContactRow, type Counted, type DailyFigures } from './figures.js';
import { sumOf } from './grouping.js';
import type { Tally } from './tally.js';

/** A row of the tables by concern: `allConcerns`, a group ("3/") or a concern ("3.2"); or a part by duty. */
export type ConcernRow = string;

export const allConcerns: ConcernRow = '*';

export const groupRow = (group: string): ConcernRow => `${group}/`;

/** Contacts booked in a late duty (R62), and all others: together they are all contacts. */
export const lateDutyRow: ConcernRow = 'duty:late';
export const regularRow: ConcernRow = 'duty:regular';

/** What a day has in each row of the tables by concern; in the order in which the day has it. */
export interface RowsOfDay {
  /** Concerns of the completed contacts. */
  readonly concerns: readonly string[];
  /** Completed contacts by their main concern. */
  readonly contacts: Members<ContactRow>;
  /** Service times; by concern or group the shares of every concern dealt with. */
  readonly services: Members<Tally>;
  /** Of all contacts, ms. */
  readonly waitTime: number;
  readonly serviceTime: number;
}

/** By row, with how many contacts or services they are. */
export type Members<T> = ReadonlyMap<ConcernRow, { readonly n: number; readonly members: readonly T[] }>;

const known = new WeakMap<DailyFigures, RowsOfDay>();

/** Sorted once a day: a report asks for the rows of each day some hundred times. */
export function rowsOfDay(day: DailyFigures): RowsOfDay {
  const before = known.get(day);
  if (before) return before;
  const rows = sortDay(day);
  known.set(day, rows);
  return rows;
}

/** How contacts ended. */
export interface Endings {
  readonly settled: number;
  /** Of how many it is known. */
  readonly known: number;
}

const knownEndings = new WeakMap<Pick<Counted, 'contacts'>, ReadonlyMap<ConcernRow, Endings>>();

/** How the completed contacts of each row ended, added up once. */
export function endingsByRow(counted: Pick<Counted, 'contacts'>): ReadonlyMap<ConcernRow, Endings> {
  const before = knownEndings.get(counted);
  if (before) return before;
  const rows = new Map<ConcernRow, { settled: number; known: number }>();
  for (const contact of counted.contacts) {
    const { outcomes } = contact;
    const settled = outcomes.settled ?? 0;
    const all = sumOf(Object.values(outcomes), (n) => n);
    for (const row of rowsOfContact(contact)) {
      const found = rows.get(row);
      if (found) {
        found.settled += settled;
        found.known += all;
      } else {
        rows.set(row, { settled, known: all });
      }
    }
  }
  knownEndings.set(counted, rows);
  return rows;
}

const rowsOfContact = ({ half, concern }: Pick<ContactRow, 'half' | 'concern'>): ConcernRow[] => [
  allConcerns,
  half === 'late' ? lateDutyRow : regularRow,
  concern,
  groupRow(groupOf(concern)),
];

function sortDay({ contacts, sharedService }: DailyFigures): RowsOfDay {
  const byRow = new Sorter<ContactRow>();
  const services = new Sorter<Tally>();
  for (const contact of contacts) {
    const { wait, service } = contact;
    const rows = rowsOfContact(contact);
    for (const row of rows) byRow.add(row, contact, wait.n);
    // The concerns' own service is told by the shares below.
    for (const row of sharedService ? rows.slice(0, 2) : rows) services.add(row, service, service.n);
  }
  for (const [concern, share] of Object.entries(sharedService ?? {})) {
    for (const row of [concern, groupRow(groupOf(concern))]) services.add(row, share, share.n);
  }
  return {
    concerns: [...new Set([...contacts.map(({ concern }) => concern), ...Object.keys(sharedService ?? {})])],
    contacts: byRow.rows,
    services: services.rows,
    waitTime: sumOf(contacts, ({ wait }) => wait.sum),
    serviceTime: sumOf(contacts, ({ service }) => service.sum),
  };
}

class Sorter<T> {
  readonly rows = new Map<ConcernRow, { n: number; members: T[] }>();

  add(row: ConcernRow, member: T, n: number): void {
    const found = this.rows.get(row);
    if (found) {
      found.n += n;
      found.members.push(member);
    } else {
      this.rows.set(row, { n, members: [member] });
    }
  }
}
