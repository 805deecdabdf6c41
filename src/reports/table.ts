import type { Report } from './report.js';
import { reportSheet, type SheetOptions } from './reportSheet.js';
import { plainPainter, renderSheet, type Painter } from './terminal.js';

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
