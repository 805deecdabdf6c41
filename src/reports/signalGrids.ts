import { grid, rowsOf, type Writing } from './criteria.js';
import type { Report, Slice } from './report.js';
import type { CountRow, GridRow, Section } from './sheet.js';

/**
 * Sums of the site that no place is told from: decisions about more desks, and signals. Days that did not count have a
 * dash; where all did and there were none, a sentence says so instead (`quietSignals`).
 */
export const signalGrids = (writing: Writing): Section[] => [...deskDecisions(writing), ...signals(writing)];

/** R85. */
function deskDecisions(writing: Writing): Section[] {
  const { report, more, cells } = writing;
  if (report.deskDecisions.decisions === null || isQuiet(report, 'deskDecisions')) return [];
  const row = rowsOf(report);
  const { deskDecisions: rows } = more;
  return [
    grid(more.sections.deskDecisions, [
      row(rows.decisions, (s) => cells.count(s.deskDecisions.decisions)),
      row(rows.yes, (s) => cells.count(s.deskDecisions.yes), true),
      row(rows.no, (s) => cells.count(s.deskDecisions.no), true),
      row(rows.desks, (s) => cells.count(s.deskDecisions.desks)),
      ...countedDays(writing, 'deskDecisions'),
    ]),
  ];
}

/** R65, R79. */
function signals(writing: Writing): Section[] {
  const { report, more, cells } = writing;
  if (report.signals.helpCalls === null || isQuiet(report, 'signals')) return [];
  const row = rowsOf(report);
  const { signals: rows } = more;
  const questions = [
    row(rows.questions, (s) => cells.count(s.signals.questions)),
    row(rows.yes, (s) => cells.count(s.signals.answeredYes), true),
    row(rows.no, (s) => cells.count(s.signals.answeredNo), true),
    row(rows.unanswered, (s) => cells.count(s.signals.unanswered), true),
  ];
  return [
    grid(more.sections.signals, [
      ...(report.signals.questions === null ? [] : questions),
      row(rows.helpCalls, (s) => cells.count(s.signals.helpCalls)),
      row(rows.helpCallsAnswered, (s) => cells.count(s.signals.helpCallsAnswered), true),
      ...countedDays(writing, 'signals'),
    ]),
  ];
}

/** What there was none of, in a period of which every day would know. */
export function quietSignals({ report, texts }: Writing): CountRow[] {
  const { deskDecisions: decided, signals: counted } = report;
  const words = texts.further;
  return [
    ...(decided.decisions !== null && isQuiet(report, 'deskDecisions')
      ? [{ sentence: words.noDeskDecisions }]
      : []),
    ...(counted.helpCalls !== null && isQuiet(report, 'signals')
      ? [{ sentence: counted.questions === null ? words.noHelpCalls : words.noSignals }]
      : []),
  ];
}

function isQuiet(report: Report, of: 'signals' | 'deskDecisions'): boolean {
  const { countedDays: counted, ...counts } = report[of];
  return counted === report.days && Object.values(counts).every((count) => count === null || count === 0);
}

/** Where some days did not count, the sums are of the others. */
function countedDays({ report, more, cells }: Writing, of: 'signals' | 'deskDecisions'): GridRow[] {
  if (report[of].countedDays === report.days) return [];
  const count = (slice: Slice) => cells.count(slice[of].countedDays);
  return [rowsOf(report)(more.countedDays, count, true)];
}
