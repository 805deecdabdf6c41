import type { Baseline } from '../protocol/messages.js';
import { sideBySide as german } from '../texts/de/sideBySide.js';
import { sideBySide as english } from '../texts/en/sideBySide.js';
import { formatNumber } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import type { Report } from './report.js';
import type { Cell, Section } from './sheet.js';

/** What the office's settings add to a report: to whom it goes, and what was before. */

const textsIn = (language: Language) => (language === 'de' ? german : english);

export function addresseeLine({ addressees = [] }: Report, language: Language): string[] {
  if (addressees.length === 0) return [];
  return [textsIn(language).addressees(addressees.map((name) => name[language]))];
}

export function baselineSection(baseline: Baseline | undefined, language: Language): Section[] {
  if (!baseline) return [];
  const { heading, ...labels } = textsIn(language).baseline;
  const { receptionEmployees, receptionFte, team, figures } = baseline;
  const entries = [
    ...entry(labels.receptionEmployees, receptionEmployees, language),
    ...entry(labels.receptionFte, receptionFte, language),
    ...entry(labels.team, team, language),
    ...figures.flatMap(({ label, value }) => entry(label[language], value, language)),
  ];
  return [{ kind: 'counts', heading, rows: [{ label: '', entries }] }];
}

const entry = (
  name: string,
  value: number | string | undefined,
  language: Language,
): { readonly name: string; readonly cell: Cell }[] =>
  value === undefined ? [] : [{ name, cell: cellOf(value, language) }];

function cellOf(value: number | string, language: Language): Cell {
  if (typeof value === 'string') return { text: value };
  if (Number.isInteger(value)) return { text: formatNumber(value, language), value, unit: 'count' };
  return { text: formatNumber(value, language, 2), value, unit: 'rate' };
}
