import type { Comparison } from './comparison.js';
import type { Report } from './report.js';

/** What is printed of one site. */
export type OfSite = Report | Comparison;

/** The report as JSON: the same report gives the same bytes. Of several sites each has its `id` beside its keys. */
export const renderJson = (
  printed: OfSite | { readonly sites: readonly ({ readonly id: string } & OfSite)[] },
): string => `${JSON.stringify(printed, null, 2)}\n`;
