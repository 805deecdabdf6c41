import type { Report } from '../reports/report.js';
import { reportSheet, type SheetOptions } from '../reports/reportSheet.js';
import { plainPainter, renderSheet, type Painter } from '../reports/terminal.js';

export interface TableOptions extends SheetOptions {
  /** Nothing but ASCII. */
  readonly ascii?: boolean;
  /** Colours; plain text by default. */
  readonly paint?: Painter;
}

/** The report as a table for a terminal of 80 columns. */
export const renderTable = (
  report: Report,
  { ascii = false, paint = plainPainter, ...options }: TableOptions,
): string => renderSheet(reportSheet(report, options), { ascii, paint });
