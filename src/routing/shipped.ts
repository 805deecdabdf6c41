/** The office's papers as they are shipped in data/catalogue, given types once. Facts, destinations and modes are named by the file itself. */
import catalogueJson from '../../data/catalogue/catalogue.json' with { type: 'json' };
import routingJson from '../../data/catalogue/routing.json' with { type: 'json' };
import synonymsJson from '../../data/catalogue/synonyms.json' with { type: 'json' };
import type { Language } from '../texts/language.js';

/** What the reception may ask about a visit. */
export type FactName = keyof typeof routingJson.facts;

/** Answers so far; one that is missing counts as no. They are used and dropped, never stored. */
export type Answers = Readonly<Partial<Record<FactName, boolean>>>;

/** Where a visitor can be sent: the places of the routing table and the two that only a desk may name. */
export type Destination = keyof typeof routingJson.destinations | 'ANDERE_BEHOERDE' | 'AUSSENDIENST';

export type Mode = keyof typeof routingJson.modes;

/** One row of an annex: which annex holds it decides its level of difficulty. */
export interface AnnexRow {
  readonly present: boolean;
  readonly tasks: readonly string[];
}

export type Annex = 'reception' | 'frontOffice' | 'teamLead';

export interface EntryRow extends Readonly<Record<Annex, AnnexRow>> {
  readonly id: string;
  /** The number printed in the concept; two rows may share one ("3.4"). */
  readonly seedId: string;
  readonly group: string;
  readonly kind: 'customer' | 'backoffice' | 'leadership';
  readonly title: string;
}

export interface CatalogueFile {
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly entries: readonly EntryRow[];
}

export interface RuleRow {
  readonly id: string;
  /** All of these must hold; empty is the default. */
  readonly when: Answers;
  readonly destination: Destination;
  readonly mode: Mode;
  /** The rule's words in the concept. */
  readonly condition: string;
  readonly consultFirst?: Destination;
  readonly inform?: readonly Destination[];
}

export interface FollowUpRow {
  readonly when: Answers;
  readonly kind: string;
  readonly system: string;
  readonly to: Destination | null;
}

export interface ConcernRow {
  readonly id: string;
  readonly selectable: boolean;
  /** `context` limits the check to one occasion. */
  readonly identityCheck: { readonly required: boolean; readonly context?: string };
  /** In order of precedence. */
  readonly routes: readonly RuleRow[];
  readonly handouts: readonly { readonly item: string; readonly condition: string }[];
  readonly copies: readonly { readonly text: string }[];
  readonly dataEntry: readonly { readonly item: string }[];
  readonly followUp: readonly FollowUpRow[];
}

/** A rule for every concern; those without a destination are about order and are kept by the queue. */
export interface GlobalRow {
  readonly id: string;
  readonly rule: string;
  readonly when?: Answers;
  readonly destination?: Destination;
  readonly mode?: Mode;
}

/** Where the entrance zone may send a visitor on; id "*" is every concern. */
export interface OnwardRow {
  readonly id: string;
  readonly destination: Destination;
  readonly mode: string;
}

export interface RoutingFile {
  readonly facts: Readonly<Record<string, { readonly question: string }>>;
  readonly destinations: Readonly<Record<string, { readonly label: string }>>;
  readonly globalRules: readonly GlobalRow[];
  readonly concerns: readonly ConcernRow[];
  readonly frontOfficeOnward: readonly OnwardRow[];
}

/** Words of daily speech and the concerns they mean, likeliest first. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

export const catalogueFile = catalogueJson as CatalogueFile;
export const routingFile = routingJson as RoutingFile;
export const synonyms: Readonly<Record<Language, Synonyms>> = synonymsJson;
