import type { Texts } from '../../texts/texts.js';
import { timeOf } from '../../statistics/calendar.js';
import { minutesAndSeconds } from './durations.js';
import type { OfficeLine } from './line.js';
import type { Signs } from './signs.js';

/** From this age on, what is shown says how old it is, ms. */
const staleMs = 2000;

/** How often a screen looks how old what it shows is, ms. */
export const lookEveryMs = 250;

/** From then on a first connection says what it tries, ms. */
const lateMs = 3000;

/** Whether the first connection takes so long that somebody should look after it. */
export function isLate(line: Pick<OfficeLine, 'view' | 'now'>): boolean {
  const { phase, lostAt } = line.view;
  return phase === 'connecting' && lostAt !== null && line.now() - lostAt >= lateMs;
}

/**
 * How old what is shown is, as soon as it may be outdated; null before. A steady text names the time instead of the
 * age, which would be read out again and again.
 */
export function ageText(
  line: Pick<OfficeLine, 'now' | 'age'>,
  zone: string,
  texts: Texts['screens'],
  isSteady: boolean,
): string | null {
  const age = line.age();
  if (age <= staleMs) return null;
  return isSteady ? texts.asOf(timeOf(line.now() - age, zone)) : texts.old(Math.floor(age / 1000));
}

/** "● verbunden", "○ getrennt seit 0:12 · Stand 10:41", or connected with the age of what is shown. */
export function connectionText(
  line: Pick<OfficeLine, 'view' | 'now' | 'age'>,
  zone: string,
  texts: Texts['screens'],
  signs: Signs,
  /** Without anything that changes every second, which would be read out again and again. */
  isSteady = false,
): string {
  const { phase, lostAt } = line.view;
  if (phase === 'joined') {
    const age = ageText(line, zone, texts, isSteady);
    return `${signs.connected} ${age === null ? texts.connected : texts.connectedOld(age)}`;
  }
  if (lostAt === null) return `${signs.lost} ${texts.connecting}`;
  const asOf = texts.asOf(timeOf(lostAt, zone));
  if (isSteady) return `${signs.lost} ${texts.disconnected} ${signs.dot} ${asOf}`;
  const since = minutesAndSeconds(Math.max(0, line.now() - lostAt));
  return `${signs.lost} ${texts.lost(since)} ${signs.dot} ${asOf}`;
}
