import type { OlderFigures } from '../statistics/olderFigures.js';
import { unpackSeconds } from '../statistics/packedSeconds.js';

/** Figures as the first version kept them: every packed text as a record of how often each second occurred. */
export const asOfFirstVersion = (figures: object): OlderFigures =>
  JSON.parse(JSON.stringify(figures), (key, value: unknown) => {
    if (key !== 'seconds' || typeof value !== 'string') return key === 'version' ? 1 : value;
    const counts: Record<string, number> = {};
    for (const second of unpackSeconds(value)) counts[second] = (counts[second] ?? 0) + 1;
    return counts;
  }) as OlderFigures;
