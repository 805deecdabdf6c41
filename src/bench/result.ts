import { keeps, median, ratioOf } from './arithmetic.js';
import type { Bound, Finding, Unit } from './measure.js';

/** A line of the table, an object of the JSON. Values are medians over the rounds, unrounded. */
export type Result =
  | {
      readonly measure: string;
      readonly what: string;
      readonly limitIs: string;
      readonly unit: Unit;
      readonly rounds: number;
      readonly beo: number;
      readonly limit: number;
      readonly ratio: number;
      readonly must: Bound | null;
      readonly ok: boolean;
    }
  | { readonly measure: string; readonly what: string; readonly missing: string; readonly ok: true };

/** What became of a finding. What is missing on this machine is told and fails nothing. */
export function resultOf(measure: string, finding: Finding): Result {
  if ('missing' in finding) return { measure, ...finding, ok: true };
  const { what, limitIs, unit, must } = finding;
  const ratio = ratioOf(finding);
  return {
    measure,
    what,
    limitIs,
    unit,
    rounds: finding.beo.length,
    beo: median(finding.beo),
    limit: median(finding.limit),
    ratio,
    must,
    ok: keeps(ratio, must),
  };
}
