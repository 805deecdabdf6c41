import type { Day } from '../queue/day.js';
import { standingDecision } from '../queue/extraDesks.js';
import { adviceNow, extraDesksOf, type AdviceNow, type AdvisedSite } from '../staffing/adviceNow.js';
import { minimumStaffing, type MinimumStaffing } from '../staffing/desksNow.js';

/** How many desks it takes now, with the numbers behind it; keys of `beo stats --json`. */
export interface AdviceFigures {
  /** null where there is nothing to advise: no desks, the day is over, or nobody waits or is let in. */
  readonly advice: {
    readonly advice: 'openMore' | 'closeOne' | 'allOpen' | 'enough';
    /** Desks that call from the line. */
    readonly desks: number;
    readonly advised: number;
    readonly basis: {
      /** Waiting beyond those who can go to a free desk at once. */
      readonly waiting: number;
      readonly arrivalsPerHour: number;
      readonly meanServiceSeconds: number;
      readonly targetSeconds: number;
      readonly mostDesks: number;
    };
    /** One desk fewer, as now, one more, and with the number advised. */
    readonly outlooks: readonly {
      readonly desks: number;
      /** Mean wait of who comes next; null without desks. */
      readonly nextSeconds: number | null;
      /** Mean wait if arrivals go on as now; null where the line grows without end. */
      readonly lastingSeconds: number | null;
    }[];
  } | null;
  /** The last answer of the day to the advice to open more desks; null without one. */
  readonly deskDecision: {
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly answer: 'yes' | 'no';
    /** How many more desks the advice called for. */
    readonly extraDesks: number;
    /** Whether it answers the advice as it is now. */
    readonly stands: boolean;
  } | null;
  /** null where no minimum is set. */
  readonly minimumStaffing: MinimumStaffing | null;
}

/** The advice as of an instant, ms since the epoch. */
export function adviceFigures(day: Day, at: number, site: AdvisedSite): AdviceFigures {
  const now = adviceNow(day, at, site);
  return {
    advice: now && {
      advice: now.advice,
      desks: now.load.desks,
      advised: now.advised,
      basis: {
        waiting: now.load.waiting,
        arrivalsPerHour: now.load.arrivalsPerHour,
        meanServiceSeconds: now.load.meanServiceTime / 1000,
        targetSeconds: now.load.targetTime / 1000,
        mostDesks: now.load.mostDesks,
      },
      outlooks: now.outlooks.map(({ desks, next, lasting }) => ({
        desks,
        nextSeconds: inSeconds(next),
        lastingSeconds: inSeconds(lasting),
      })),
    },
    deskDecision: lastDecision(day, at, now),
    minimumStaffing: minimumStaffing(day, site.staffing.stages.entranceZone.minimumFte),
  };
}

function lastDecision(day: Day, at: number, now: AdviceNow | null): AdviceFigures['deskDecision'] {
  const last = day.deskDecisions.at(-1);
  if (!last) return null;
  const { answer, extraDesks } = last;
  const advised = now ? extraDesksOf(now) : 0;
  const stands = advised > 0 && standingDecision(day, advised, at) !== undefined;
  return { at: new Date(last.at).toISOString(), answer, extraDesks, stands };
}

const inSeconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 100) / 10);
