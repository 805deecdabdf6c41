import type { Day } from '../queue/day.js';
import { dailyFigures, type DailyFigures } from '../statistics/dailyFigures.js';
import { daysBefore, usualService, type UsualService } from '../statistics/usualService.js';
import { archivedDays } from './archive.js';
import type { SiteSettings } from './settings.js';

/** The figures of a day as of its last event, or of a later instant. */
export function figuresOf(day: Day, settings: SiteSettings, at?: number): DailyFigures {
  return dailyFigures(day, {
    zone: settings.zone,
    halfDayAt: settings.queue.halfDayAt,
    at: Math.max(at ?? day.lastAt, day.lastAt),
  });
}

/** What one service usually takes on a day. An archive that can't be read is named elsewhere, and keeps nobody waiting here. */
export async function usualOn(
  day: string,
  { id, store, settings }: { readonly id: string; readonly store: string; readonly settings: SiteSettings },
): Promise<UsualService> {
  const { from, to } = daysBefore(day);
  return usualService(await archivedDays(store, id, from, to).catch(() => []), {
    day,
    limits: settings.privacy,
    otherwise: settings.queue.meanServiceSeconds * 1000,
  });
}
