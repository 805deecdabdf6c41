/** The concerns of the office ("Anliegen"), as its concept lists them; a row more in the file is a concern more here. */
import {
  catalogueFile,
  routingFile,
  type Annex,
  type CatalogueFile,
  type EntryRow,
  type RoutingFile,
} from './shipped.js';

/** Difficulty (R168): Anlage 1 is the reception's, Anlage 3 medium, Anlage 5 high. */
export type Level = 'reception' | 'medium' | 'high';

export interface ConcernEntry {
  readonly id: string;
  /** The number printed in the concept; two rows may share one ("3.4"). */
  readonly seedId: string;
  readonly group: string;
  readonly kind: 'customer' | 'backoffice' | 'leadership';
  /** German, verbatim. */
  readonly title: string;
  /** Verbatim, by annex; empty where the annex has no such row. */
  readonly tasks: Readonly<Record<Annex, readonly string[]>>;
  /** Whether a visitor can be booked with it. */
  readonly selectable: boolean;
  /** Lowest level whose annex holds the row: who may deal with it at the least. */
  readonly level: Level;
  /** Every level whose annex holds the row, lowest first. */
  readonly levels: readonly Level[];
}

export interface Group {
  readonly id: string;
  readonly title: string;
}

export interface Catalogue {
  readonly groups: readonly Group[];
  /** In the concept's order. */
  readonly entries: readonly ConcernEntry[];
  readonly byId: ReadonlyMap<string, ConcernEntry>;
}

const levelOf: readonly (readonly [Annex, Level])[] = [
  ['reception', 'reception'],
  ['frontOffice', 'medium'],
  ['teamLead', 'high'],
];

/** Joins the two papers: the rows are the catalogue's, which of them can be chosen is said by the routing table. */
export function readCatalogue(file: CatalogueFile, routing: RoutingFile): Catalogue {
  const selectable = new Set(routing.concerns.filter((row) => row.selectable).map((row) => row.id));
  const entries = file.entries.map((row) => readEntry(row, selectable.has(row.id)));
  return {
    groups: file.groups.map(({ id, title }) => ({ id, title })),
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
  };
}

function readEntry(row: EntryRow, selectable: boolean): ConcernEntry {
  const levels = levelOf.filter(([annex]) => row[annex].present).map(([, level]) => level);
  const [level] = levels;
  if (level === undefined) throw new Error(`catalogue: entry ${row.id} stands in no annex`);
  return {
    id: row.id,
    seedId: row.seedId,
    group: row.group,
    kind: row.kind,
    title: row.title,
    tasks: {
      reception: row.reception.tasks,
      frontOffice: row.frontOffice.tasks,
      teamLead: row.teamLead.tasks,
    },
    selectable,
    level,
    levels,
  };
}

/** The shipped catalogue. */
export const catalogue: Catalogue = readCatalogue(catalogueFile, routingFile);

export function concernOf(id: string, from: Catalogue = catalogue): ConcernEntry | undefined {
  return from.byId.get(id);
}

/** What a visitor can be booked with, in the concept's order. */
export function selectableConcerns(from: Catalogue = catalogue): readonly ConcernEntry[] {
  return from.entries.filter((entry) => entry.selectable);
}

/** Case work without a visitor (4.1, 4.2, 4.3): recorded as an activity, never as a ticket. */
export function activities(from: Catalogue = catalogue): readonly ConcernEntry[] {
  return from.entries.filter((entry) => entry.kind === 'backoffice');
}
