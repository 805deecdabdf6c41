import { timeOf } from '../../statistics/calendar.js';
import type { Texts } from '../../texts/texts.js';
import { width } from '../parts/cells.js';
import { ageText } from '../parts/connectionText.js';
import type { OfficeLine } from '../parts/line.js';

/** What is wrong with a display's connection: cut off since when, or how old the calls are; '' while nothing is. */
export function displayNotice(
  line: Pick<OfficeLine, 'view' | 'now' | 'age'>,
  texts: Pick<Texts, 'display' | 'screens'>,
  isSteady: boolean,
  /** Since when is left out where it does not fit. */
  columns = Number.MAX_SAFE_INTEGER,
): string {
  const { phase, lostAt, board } = line.view;
  if (!board) return texts.display.connecting;
  const { zone } = board.site;
  if (phase === 'joined') return ageText(line, zone, texts.screens, isSteady) ?? '';
  if (lostAt === null) return texts.display.connecting;
  const since = texts.display.lostSince(timeOf(lostAt, zone));
  return width(since) <= columns ? since : texts.display.lost;
}
