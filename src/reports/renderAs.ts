import type { SheetFormat } from './formats.js';
import type { Sheet } from './sheet.js';
import { plainPainter, renderSheet, type TerminalOptions } from './terminal.js';

/** The sheet in a format; only what that format needs is loaded. The same sheet gives the same bytes. */
export async function renderAs(
  format: SheetFormat,
  sheet: Sheet,
  terminal: TerminalOptions = { ascii: false, paint: plainPainter },
): Promise<string | Uint8Array> {
  switch (format) {
    case 'table':
      return renderSheet(sheet, terminal);
    case 'csv':
      return (await import('./csv.js')).renderCsv(sheet);
    case 'md':
      return (await import('./markdown.js')).renderMarkdown(sheet);
    case 'html':
      return (await import('./html.js')).renderHtml(sheet);
    case 'xlsx':
      return (await import('./spreadsheet.js')).renderSpreadsheet(sheet);
  }
}
