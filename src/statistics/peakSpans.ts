import { sumOf } from './grouping.js';
import type { ToldPeak } from './portion.js';

/** Quarter hours of peak load in a row. */
export interface PeakSpan {
  readonly day: string;
  /** Local times 'HH:mm'. */
  readonly from: string;
  readonly to: string;
  /** The highest of those quarters that it made peaks. */
  readonly utilisation: number | null;
  readonly maxWaitSeconds: number | null;
  /** Whether a wait made any of the quarters a peak. */
  readonly isLate: boolean;
}

/** More are counted, and not told one by one. */
const mostSpans = 12;

/** Quarter hours that follow each other on a day, as one span each: how many there are, and the first of them. */
export interface PeakSpans {
  readonly n: number;
  readonly first: readonly PeakSpan[];
}

export function spansOf(peaks: readonly ToldPeak[]): PeakSpans {
  const spans: ToldPeak[][] = [];
  for (const peak of peaks) {
    const last = spans.at(-1)?.at(-1);
    if (last?.day === peak.day && last.to === peak.from) spans.at(-1)?.push(peak);
    else spans.push([peak]);
  }
  const first = spans.slice(0, mostSpans).flatMap((span): PeakSpan[] => {
    const [begin, end] = [span[0], span.at(-1)];
    if (!begin || !end) return [];
    return [
      {
        day: begin.day,
        from: begin.from,
        to: end.to,
        utilisation: highest(
          span.map(({ utilisation, reasons }) => (reasons.includes('utilisation') ? utilisation : null)),
        ),
        maxWaitSeconds: highest(span.map(({ maxWaitSeconds }) => maxWaitSeconds)),
        isLate: span.some(({ reasons }) => reasons.includes('wait')),
      },
    ];
  });
  return { n: spans.length, first };
}

/** Those of periods that follow each other. */
export const joinSpans = (parts: readonly PeakSpans[]): PeakSpans => ({
  n: sumOf(parts, ({ n }) => n),
  first: parts.flatMap(({ first }) => first).slice(0, mostSpans),
});

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
