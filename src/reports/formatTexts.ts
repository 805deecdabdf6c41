import { formats as german, type FormatTexts } from '../texts/de/formats.js';
import { formats as english } from '../texts/en/formats.js';
import type { Language } from '../texts/language.js';
import type { Cell, Sheet } from './sheet.js';

/** What formats say in their own words. */
export const formatTexts = (language: Language): FormatTexts => (language === 'de' ? german : english);

/** Why there is no value in a cell, in words; undefined where there is one. */
export function absence(cell: Cell, texts: FormatTexts): string | undefined {
  if (cell.isHidden) return texts.hidden;
  if (cell.value !== undefined) return undefined;
  return cell.text === '–' ? texts.nothing : cell.text;
}

/** Names of the grids' columns in one line each. A sheet of a single column has no heads: that is the period's. */
export function columnNames({ heads, language }: Pick<Sheet, 'heads' | 'language'>): string[] {
  const count = Math.max(0, ...heads.map(({ length }) => length));
  if (count === 0) return [formatTexts(language).total];
  return Array.from({ length: count }, (_, i) =>
    heads
      .map((line) => line[i] ?? '')
      .filter(Boolean)
      .join(' '),
  );
}

/** Headings are set apart with spaces for a terminal; elsewhere one does. */
export const oneSpaced = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
