import { figuresVersion, type DailyFigures } from './figures.js';
import { packSeconds } from './packedSeconds.js';
import type { Tally } from './tally.js';

/** The figures of a day as the first version kept them: each tally with a record of how often each second occurred. */
export type OlderFigures = Omit<DailyFigures, 'version'> & { readonly version: 1 };

interface OlderTally extends Omit<Tally, 'seconds'> {
  readonly seconds: Readonly<Record<string, number>>;
}

/** Figures of any version that this program knows as figures of today's. */
export function currentFigures(figures: DailyFigures | OlderFigures): DailyFigures {
  if (figures.version === figuresVersion) return figures;
  const { sharedService, unserved } = figures;
  return {
    ...figures,
    version: figuresVersion,
    contacts: figures.contacts.map((row) => ({
      ...row,
      wait: current(row.wait),
      ...(row.firstWait ? { firstWait: current(row.firstWait) } : {}),
      ...(row.way ? { way: current(row.way) } : {}),
      service: current(row.service),
    })),
    ...(sharedService
      ? {
          sharedService: Object.fromEntries(
            Object.entries(sharedService).map(([concern, tally]) => [concern, current(tally)]),
          ),
        }
      : {}),
    reception: figures.reception.map((row) => (row.time ? { ...row, time: current(row.time) } : row)),
    ...(unserved
      ? {
          unserved: {
            ...(unserved.left ? { left: current(unserved.left) } : {}),
            ...(unserved.flagged ? { flagged: current(unserved.flagged) } : {}),
          },
        }
      : {}),
  };
}

function current(tally: Tally): Tally {
  const older = tally as unknown as OlderTally;
  const seconds = Object.entries(older.seconds).flatMap(([second, n]) =>
    Array.from({ length: n }, () => Number(second)),
  );
  return { ...older, seconds: packSeconds(seconds) };
}
