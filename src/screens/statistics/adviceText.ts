import { formatNumber } from '../../texts/format.js';
import type { DeskDecision } from '../../queue/day.js';
import { timeOf } from '../../statistics/calendar.js';
import type { AdviceNow } from '../../staffing/adviceNow.js';
import type { MinimumStaffing } from '../../staffing/desksNow.js';
import type { Scene } from './scene.js';

/** A sentence with its sign, and whether it asks for something to be done. */
export interface Hint {
  readonly text: string;
  readonly tone: 'act' | 'may' | 'quiet';
}

/** Minutes, never told shorter than they are. */
export const upToMinutes = (ms: number): number => Math.ceil(ms / 60_000 - 1e-9);

/**
 * The advice in one line, with the numbers behind it (R45). Once it is decided on it asks for nothing any more, and says
 * what the decision was (R85).
 */
export function adviceHint(scene: Scene, advice: AdviceNow, decision: DeskDecision | null = null): Hint {
  const { signs, site } = scene;
  const words = scene.texts.statistics.advice;
  const { advised, load } = advice;
  const line = (sign: string, head: string, reason: string | null): string =>
    `${sign} ${head}${reason === null ? '' : `: ${reason}`}`;
  const next = outlookWith(advice, advised)?.next;
  const expected = typeof next === 'number' ? upToMinutes(next) : null;
  switch (advice.advice) {
    case 'openMore':
      if (decision) {
        const { at, answer } = decision;
        const text = words.decided(timeOf(at, site.zone), answer, advised - load.desks);
        return { tone: 'quiet', text: `${signs.ok} ${text}` };
      }
      return {
        tone: 'act',
        text: line(signs.error, words.openMore(advised - load.desks), whyMore(scene, advice)),
      };
    case 'allOpen':
      return { tone: 'act', text: line(signs.error, words.allOpen(load.desks), whyAll(scene, advice)) };
    case 'closeOne':
      return {
        tone: 'may',
        text: line(signs.fewer, words.closeOne, expected === null ? null : words.with(expected, advised)),
      };
    case 'enough':
      return {
        tone: 'quiet',
        text: line(signs.ok, words.enough(load.desks), expected === null ? null : words.wait(expected)),
      };
  }
}

/** What is wrong with the desks as they are, and what it would be with those advised. */
function whyMore(scene: Scene, advice: AdviceNow): string {
  const words = scene.texts.statistics.advice;
  const { advised, load } = advice;
  const [now, then] = [outlookWith(advice, load.desks), outlookWith(advice, advised)];
  if (now === undefined || now.next === null) return words.nobodyServes;
  if (now.next > load.targetTime && typeof then?.next === 'number')
    return words.next(upToMinutes(now.next), advised, upToMinutes(then.next));
  if (now.lasting === null || typeof then?.lasting !== 'number') return growing(scene, advice);
  return words.mean(upToMinutes(now.lasting), advised, upToMinutes(then.lasting));
}

function whyAll(scene: Scene, advice: AdviceNow): string {
  const words = scene.texts.statistics.advice;
  const { load } = advice;
  const now = outlookWith(advice, load.desks);
  const target = upToMinutes(load.targetTime);
  if (typeof now?.next === 'number' && now.next > load.targetTime)
    return words.allOpenNext(upToMinutes(now.next), target);
  return typeof now?.lasting === 'number'
    ? words.allOpenMean(upToMinutes(now.lasting), target)
    : growing(scene, advice);
}

/** More come than these desks can serve. */
function growing({ texts, language }: Scene, { load }: AdviceNow): string {
  const served = (load.desks * 3_600_000) / load.meanServiceTime;
  return texts.statistics.advice.grows(
    formatNumber(load.arrivalsPerHour, language),
    formatNumber(served, language),
  );
}

const outlookWith = ({ outlooks }: AdviceNow, desks: number): AdviceNow['outlooks'][number] | undefined =>
  outlooks.find((outlook) => outlook.desks === desks);

/** The minimum staffing as a sign and words (R84). */
export function minimumHint(
  { texts, signs, language }: Scene,
  { minimum, serving, present, light }: MinimumStaffing,
): Hint {
  const shown = formatNumber(minimum, language, Number.isInteger(minimum) ? 0 : 1);
  const text = texts.statistics.minimum[light](shown, serving, present);
  return {
    tone: light === 'green' ? 'quiet' : light === 'yellow' ? 'may' : 'act',
    text: `${light === 'green' ? signs.ok : signs.error} ${text}`,
  };
}
