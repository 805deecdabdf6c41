import { fieldMeanings as german, type FieldMeanings } from '../texts/de/fieldMeanings.js';
import { fieldMeanings as english } from '../texts/en/fieldMeanings.js';
import type { Language } from '../texts/language.js';
import type { AnyLine, Fields, Meaning, Reference, ShapeName } from './lines.js';

/** A field as the inventory prints it. */
export interface FieldRow {
  /** Where it stands in its holder: 'booking', 'lateDuty.from'. */
  readonly field: string;
  readonly optional?: true;
  readonly reference: Reference;
  readonly meaning: string;
  /** By what it is kept, in words. */
  readonly by?: string;
  /** The shape whose fields it has. */
  readonly as?: ShapeName;
}

export const references = Object.keys(german) as readonly Reference[];

const textsIn = (language: Language): FieldMeanings => (language === 'de' ? german : english);

/** Whom a meaning says something about. */
export function referenceOf(meaning: string): Reference {
  const found = references.find((reference) => meaning in german[reference]);
  if (!found) throw new Error(`no meaning ${meaning}`);
  return found;
}

export function wordsOf(meaning: string, language: Language): string {
  const words: Readonly<Record<string, string>> = textsIn(language)[referenceOf(meaning)];
  return words[meaning] ?? '';
}

/** A line without its question mark. */
export const readLine = (
  line: AnyLine,
): {
  readonly meaning: string;
  readonly isOptional: boolean;
  readonly by?: Meaning;
  readonly of?: Fields;
  readonly as?: ShapeName;
} => {
  const { is, ...inside } = typeof line === 'string' ? { is: line } : line;
  return { meaning: is.replace(/\?$/, ''), isOptional: is.endsWith('?'), ...inside };
};

/** The rows of a table of lines, the fields within fields after them. */
export function rowsOf(fields: Fields, language: Language, within = ''): FieldRow[] {
  return Object.entries(fields).flatMap(([name, line]) => {
    const { meaning, isOptional, by, of, as } = readLine(line);
    const field = `${within}${name}`;
    const row: FieldRow = {
      field,
      ...(isOptional ? { optional: true as const } : {}),
      reference: referenceOf(meaning),
      meaning: wordsOf(meaning, language),
      ...(by === undefined ? {} : { by: wordsOf(by, language) }),
      ...(as === undefined ? {} : { as }),
    };
    return [row, ...(of ? rowsOf(of, language, `${field}.${by === undefined ? '' : '*.'}`) : [])];
  });
}
