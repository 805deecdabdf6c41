import type { Texts } from '../../texts/texts.js';
import { timeOf } from '../../statistics/calendar.js';
import { minutesAndSeconds } from './durations.js';
import type { OfficeLine } from './line.js';
import type { Signs } from './signs.js';

/** From this age on, what is shown says how old it is, ms. */
const staleMs = 2000;

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
    const age = line.age();
    const words = age > staleMs && !isSteady ? texts.connectedOld(Math.floor(age / 1000)) : texts.connected;
    return `${signs.connected} ${words}`;
  }
  if (lostAt === null) return `${signs.lost} ${texts.connecting}`;
  const asOf = texts.asOf(timeOf(lostAt, zone));
  if (isSteady) return `${signs.lost} ${texts.disconnected} ${signs.dot} ${asOf}`;
  const since = minutesAndSeconds(Math.max(0, line.now() - lostAt));
  return `${signs.lost} ${texts.lost(since)} ${signs.dot} ${asOf}`;
}
