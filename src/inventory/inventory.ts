import type { CommandType } from '../queue/commands.js';
import type { Role } from '../queue/events.js';
import { permissions } from '../queue/roles.js';
import type { Settings } from '../server/settings.js';
import { inventory as german, type InventoryTexts } from '../texts/de/inventory.js';
import { reports as germanReports } from '../texts/de/reports.js';
import { reportSections as germanSections } from '../texts/de/reportSections.js';
import { inventory as english } from '../texts/en/inventory.js';
import { reports as englishReports } from '../texts/en/reports.js';
import { reportSections as englishSections } from '../texts/en/reportSections.js';
import type { Language } from '../texts/language.js';
import {
  comparisonGuards,
  liveGuards,
  reportKeys,
  sectionGuards,
  type Guard,
  type SectionName,
} from './evaluations.js';
import { references } from './fieldRows.js';
import { asked, logged, sent, shapeHolders, stored, type Holder } from './holders.js';
import type { Reference } from './lines.js';

/** What beo stores, sends, logs, prints and evaluates, in one language: what `beo inventory --json` prints. */
export interface Inventory {
  readonly store: string;
  /** Whether the store has settings of its own, or these are those that one begins with. */
  readonly settings: 'store' | 'defaults';
  readonly sites: readonly SiteLimits[];
  readonly references: readonly {
    readonly reference: Reference;
    readonly name: string;
    readonly meaning: string;
  }[];
  readonly stored: readonly Holder[];
  /** Shapes that fields of the others have. */
  readonly shapes: readonly Holder[];
  readonly sent: readonly Holder[];
  readonly asked: readonly Holder[];
  readonly logged: readonly Holder[];
  readonly printed: readonly { readonly command: string; readonly shows: string }[];
  readonly evaluations: readonly Evaluation[];
  readonly live: readonly Evaluation[];
  readonly comparison: readonly Evaluation[];
  readonly notStored: readonly string[];
  readonly permissions: readonly {
    readonly command: CommandType;
    readonly does: string;
    readonly roles: readonly Role[];
  }[];
}

/** What the settings of a site keep, and for how long. */
export interface SiteLimits {
  readonly site: string;
  readonly rowsDays: number;
  readonly figuresMonths: number;
  readonly changesMonths: number;
  readonly minContacts: number;
  readonly minDesks: number;
}

export interface Evaluation {
  readonly heading: string;
  readonly guards: readonly { readonly guard: Guard; readonly rule: string }[];
  /** Where it stands in JSON. */
  readonly keys: readonly string[];
}

export interface InventorySource {
  readonly store: string;
  /** The store's; undefined where it has none. */
  readonly stored: Settings | undefined;
  /** Those that a store begins with. */
  readonly defaults: Settings;
}

export const inventoryTexts = (language: Language): InventoryTexts => (language === 'de' ? german : english);

/** The whole inventory, made from the definitions that the program works with. */
export function inventoryOf(source: InventorySource, language: Language): Inventory {
  const texts = inventoryTexts(language);
  const settings = source.stored ?? source.defaults;
  const sites = limitsOf(settings);
  const rules: Readonly<Record<Guard, string>> = texts.guards;
  const evaluation = (heading: string, guards: readonly Guard[], keys: readonly string[]): Evaluation => ({
    heading,
    guards: guards.map((guard) => ({ guard, rule: rules[guard] })),
    keys,
  });
  return {
    store: source.store,
    settings: source.stored ? 'store' : 'defaults',
    sites,
    references: references.map((reference) => ({ reference, ...texts.references[reference] })),
    stored: stored(sites, texts, language),
    shapes: shapeHolders(texts, language),
    sent: sent(texts, language),
    asked: asked(texts, language),
    logged: logged(texts, language),
    printed: Object.entries(texts.printed).map(([command, shows]) => ({ command, shows })),
    evaluations: [
      evaluation(texts.evaluations.head, ['office'], keysIn('head')),
      ...keysOf(sectionGuards).map((name) =>
        evaluation(headingOf(name, language), sectionGuards[name], keysIn(name)),
      ),
    ],
    live: keysOf(liveGuards).map((key) => evaluation(texts.live[key], [liveGuards[key]], [key])),
    comparison: keysOf(comparisonGuards).map((key) =>
      evaluation(texts.comparison[key], [comparisonGuards[key]], [key]),
    ),
    notStored: texts.notStored,
    permissions: keysOf(permissions).map((command) => ({
      command,
      does: texts.permissions[command],
      roles: permissions[command],
    })),
  };
}

export const limitsOf = ({ sites }: Settings): SiteLimits[] =>
  Object.entries(sites).map(([site, { retention, privacy }]) => ({ site, ...retention, ...privacy }));

const keysIn = (section: SectionName | 'head'): string[] =>
  keysOf(reportKeys).filter((key) => reportKeys[key].includes(section));

/** The heading as the report prints it; one that is different for each of several figures has them all. */
function headingOf(name: SectionName, language: Language): string {
  const headings: Readonly<Record<SectionName, string | Readonly<Record<string, string>>>> =
    language === 'de'
      ? { ...germanSections.sections, ...germanReports.sections }
      : { ...englishSections.sections, ...englishReports.sections };
  const heading = headings[name];
  return typeof heading === 'string' ? heading : Object.values(heading).join('; ');
}

const keysOf = <T extends object>(table: T): (keyof T & string)[] =>
  Object.keys(table) as (keyof T & string)[];
