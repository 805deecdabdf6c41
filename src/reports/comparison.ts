import type { Baseline } from '../protocol/messages.js';
import { overlap } from '../statistics/comparedPeriod.js';
import { noiseOf, type Basis, type Noise } from '../statistics/noise.js';
import type { Span } from '../statistics/period.js';
import { basesOf } from './bases.js';
import { leavesOf } from './leaves.js';
import type { Report } from './report.js';
import { buildReport, type ReportInput } from './reportModel.js';

/** A figure of two reports. */
export interface Difference {
  /** Its path in the report: "waiting.meanPerVisitSeconds", "byConcern[3.2].waiting.n". */
  readonly figure: string;
  readonly value: number | null;
  readonly comparedValue: number | null;
  /** `value` − `comparedValue`; null where one of them is, and where the periods overlap. */
  readonly absolute: number | null;
  /** `absolute` by `comparedValue`; null where that is 0 too. */
  readonly relative: number | null;
  /** Whether chance alone makes such a difference; absent where that is not tested, and where there is no difference. */
  readonly noise?: Noise;
}

/** What `beo report --compare --format json` prints, to the key. */
export interface Comparison {
  /** The period that was asked for. */
  readonly report: Report;
  /** The one it is compared with. */
  readonly comparedWith: Report;
  /**
   * The periods have some of their days in common. Then there are no differences: each would be the figure of the other
   * days, which may be too few to be shown.
   */
  readonly overlapping: boolean;
  /** What was before the trial, where the site's settings say so. */
  readonly baseline?: Baseline;
  readonly differences: readonly Difference[];
}

/**
 * Two periods side by side. A difference is computed from what both reports print and from nothing else, so a figure
 * that one of them hides has none.
 */
export function compare(input: ReportInput, comparedInput: ReportInput): Comparison {
  const [report, comparedWith] = [buildReport(input), buildReport(comparedInput)];
  const overlapping = areEntangled(report.period, comparedWith.period);
  const [bases, comparedBases] = [basesOf(input), basesOf(comparedInput)];
  const [leaves, comparedLeaves] = [leavesOf(report), leavesOf(comparedWith)];
  const figures = [...new Set([...leaves.keys(), ...comparedLeaves.keys()])];
  const baseline = input.reporting?.baseline;
  return {
    report,
    comparedWith,
    overlapping,
    ...(baseline ? { baseline } : {}),
    differences: figures.flatMap((figure) => {
      const [value = null, comparedValue = null] = [leaves.get(figure), comparedLeaves.get(figure)];
      if (value === null && comparedValue === null) return [];
      const absolute = value === null || comparedValue === null || overlapping ? null : value - comparedValue;
      const noise =
        absolute === null ? undefined : testedNoise(absolute, bases.get(figure), comparedBases.get(figure));
      return {
        figure,
        value,
        comparedValue,
        absolute,
        relative:
          absolute === null || comparedValue === null || comparedValue === 0
            ? null
            : absolute / comparedValue,
        ...(noise ? { noise } : {}),
      };
    }),
  };
}

function testedNoise(
  absolute: number,
  basis: Basis | undefined,
  comparedBasis: Basis | undefined,
): Noise | undefined {
  if (!basis || !comparedBasis) return undefined;
  return absolute === 0 ? 'within' : noiseOf(basis, comparedBasis);
}

/** A period beside itself differs in nothing, which tells nothing. */
const areEntangled = (a: Span, b: Span): boolean => overlap(a, b) && !(a.from === b.from && a.to === b.to);
