import { formatMinutes, formatMinutesSeconds, formatNumber, formatPercent } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { nothing } from './cells.js';
import type { Cell, Unit } from './sheet.js';

/** A difference in the unit and with the rounding of what it is between: "+1:23", "-4", "+3,2 PP". */
export function differenceCell(
  difference: number,
  unit: Unit | undefined,
  points: string,
  language: Language,
): Cell {
  const text = formatSize(Math.abs(difference), unit, points, language);
  return { text: signed(text, difference), value: difference, ...(unit ? { unit } : {}) };
}

/** A difference as a share of what it is compared with. */
export function relativeCell(difference: number, compared: number, language: Language): Cell {
  if (compared === 0) return nothing;
  const value = difference / compared;
  return { text: signed(formatPercent(Math.abs(value), language), value), value, unit: 'share' };
}

function formatSize(size: number, unit: Unit | undefined, points: string, language: Language): string {
  switch (unit) {
    case 'seconds':
      return formatMinutesSeconds(size * 1000);
    case 'minutes':
      return formatMinutes(size * 60_000, language);
    case 'share':
      return `${formatNumber(size * 100, language, 1)} ${points}`;
    case 'rate':
      return formatNumber(size, language, 1);
    default:
      return formatNumber(size, language);
  }
}

/** What rounds to zero has no sign. */
const signed = (text: string, value: number): string =>
  /[1-9]/.test(text) ? `${value > 0 ? '+' : '-'}${text}` : text;
