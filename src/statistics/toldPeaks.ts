import { allConcerns, type Days } from './combine.js';
import { peaks } from './kpis.js';
import type { MonthFigures } from './monthFigures.js';
import type { ToldPeak } from './portion.js';
import { hourRow } from './releases.js';

/**
 * K8: quarter hours of peak load. Utilisation makes a peak where its hour may be shown and enough desks were there; a
 * wait does in any case, but is told only where enough contacts began to wait then.
 */
export function toldPeaks(days: Days, month: MonthFigures): ToldPeak[] {
  const { limits, targets } = month.terms;
  const quarters = days.flatMap(({ day }) => month.quartersOn(day));
  const found = peaks(quarters, { utilisation: targets.utilisation, wait: targets.waitSeconds * 1000 });
  return found.flatMap(({ quarter, maxWait, ...peak }) => {
    const isDeskTimeShown =
      (quarter.row.desks ?? 0) >= limits.minDesks &&
      month.release('desks')(hourRow(quarter), peak.day, peak.day).isShown;
    const reasons = peak.reasons.filter((reason) => reason === 'wait' || isDeskTimeShown);
    if (reasons.length === 0) return [];
    const isWaitShown =
      peak.waits >= limits.minContacts && month.release('waits')(allConcerns, peak.day, peak.day).isShown;
    return {
      ...peak,
      utilisation: isDeskTimeShown ? peak.utilisation : null,
      maxWaitSeconds: isWaitShown && maxWait !== null ? maxWait / 1000 : null,
      reasons,
    };
  });
}
