import { meanWait } from './erlang.js';
import { meanWaitInLine } from './nextInLine.js';

/** What the advice rests on. Times in ms. */
export interface Load {
  readonly waiting: number;
  readonly desks: number;
  readonly arrivalsPerHour: number;
  readonly meanServiceTime: number;
  /** Wait within which a visitor should be called. */
  readonly targetTime: number;
  /** Desks that there are. */
  readonly mostDesks: number;
  /** Desks, or a part of one more, below which none is ever to go. @default 1 */
  readonly leastDesks?: number;
}

/** What to expect with a number of desks. */
export interface Outlook {
  readonly desks: number;
  /** Mean wait of who comes next, given who waits now; null without desks. */
  readonly next: number | null;
  /** Mean wait if arrivals go on as now; null where the line would grow without end. */
  readonly lasting: number | null;
}

export interface DeskAdvice {
  /** More desks needed, or one that can go; `allOpen`: too few, and there are no more to open. */
  readonly advice: 'openMore' | 'closeOne' | 'allOpen' | 'enough';
  /** One desk fewer, as now, one more, and with the number advised. */
  readonly outlooks: readonly Outlook[];
  readonly advised: number;
}

/**
 * How many desks bring both waits within the target (R45): the next visitor's, and the lasting mean. A desk can go only
 * where that leaves either at most half of the target, so that the advice does not swing to and fro.
 */
export function adviseDesks(load: Load): DeskAdvice {
  const { desks, mostDesks, targetTime, leastDesks = 1 } = load;
  const keeps = (count: number, target: number): boolean => {
    const { next, lasting } = outlookOf(load, count);
    return next !== null && lasting !== null && next <= target && lasting <= target;
  };
  let advised = desks;
  while (advised < mostDesks && !keeps(advised, targetTime)) advised += 1;
  const isEnough = advised === desks && keeps(desks, targetTime);
  const mayGo = desks - 1 >= Math.max(1, leastDesks) && load.waiting === 0;
  const canGo = isEnough && mayGo && keeps(desks - 1, targetTime / 2);
  if (canGo) advised = desks - 1;
  const counts = [desks - 1, desks, desks + 1, advised].filter((count) => count >= 0 && count <= mostDesks);
  return {
    advice: advised > desks ? 'openMore' : canGo ? 'closeOne' : isEnough ? 'enough' : 'allOpen',
    outlooks: [...new Set(counts)].toSorted((a, b) => a - b).map((count) => outlookOf(load, count)),
    advised,
  };
}

function outlookOf({ waiting, arrivalsPerHour, meanServiceTime }: Load, desks: number): Outlook {
  const wait = meanWait(desks, (arrivalsPerHour * meanServiceTime) / 3_600_000);
  const lasting = wait === null ? null : wait * meanServiceTime;
  // Where nobody waits a desk may well be free: the lasting mean says more than a full line would.
  const next = waiting === 0 ? lasting : meanWaitInLine({ ahead: waiting, desks, meanServiceTime });
  return { desks, next, lasting };
}
