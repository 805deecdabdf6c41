import type { Report } from './report.js';

/** The report as JSON: the same report gives the same bytes. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
