import { timeOf } from '../../statistics/calendar.js';
import type { Texts } from '../../texts/texts.js';
import { ageText } from '../parts/connectionText.js';
import type { OfficeLine } from '../parts/line.js';

/** What is wrong with a display's connection: cut off since when, or how old the calls are; '' while nothing is. */
export function displayNotice(
  line: Pick<OfficeLine, 'view' | 'now' | 'age'>,
  texts: Pick<Texts, 'display' | 'screens'>,
  isSteady: boolean,
): string {
  const { phase, lostAt, board } = line.view;
  if (!board) return texts.display.connecting;
  const { zone } = board.site;
  if (phase === 'joined') return ageText(line, zone, texts.screens, isSteady) ?? '';
  return lostAt === null ? texts.display.connecting : texts.display.lostSince(timeOf(lostAt, zone));
}
