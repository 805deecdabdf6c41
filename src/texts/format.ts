/** Numbers, durations and days as a reader of each language writes them. */
import type { Language } from './language.js';

const signs = {
  de: { group: '.', decimal: ',', percent: ' %' },
  en: { group: ',', decimal: '.', percent: '%' },
} as const;

/** 1234.5 → "1.234,5" or "1,234.5"; rounded half up to so many digits. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const { group, decimal } = signs[language];
  const scaled = String(Math.round(Math.abs(value) * 10 ** digits)).padStart(digits + 1, '0');
  const whole = scaled.slice(0, scaled.length - digits).replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value < 0 && Number(scaled) > 0 ? '-' : '';
  return `${sign}${whole}${digits > 0 ? decimal + scaled.slice(-digits) : ''}`;
}

/** 0.8333 → "83,3 %" or "83.3%". */
export const formatPercent = (share: number, language: Language, digits = 1): string =>
  `${formatNumber(share * 100, language, digits)}${signs[language].percent}`;

/** "7:09" or from an hour on "1:02:34"; rounded half up to seconds. Durations are never negative. */
export function formatDuration(ms: number): string {
  const seconds = wholeSeconds(ms);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0 ? formatMinutesSeconds(ms) : `${hours}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
}

/** "7:09" and, so that columns stay narrow, "62:34"; rounded half up to seconds. */
export function formatMinutesSeconds(ms: number): string {
  const seconds = wholeSeconds(ms);
  return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`;
}

/** Minutes as a number: "37,6", "188", "12.346"; a decimal only where it says something. */
export function formatMinutes(ms: number, language: Language): string {
  const minutes = ms / 60_000;
  const isWhole = Math.round(minutes * 10) % 10 === 0 || minutes >= 1000;
  return formatNumber(minutes, language, isWhole ? 0 : 1);
}

/** "2015-06-08" → "08.06.2015" or "8 Jun 2015". */
export function formatDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return language === 'de' ? `${date}.${month}.${year}` : `${Number(date)} ${monthName(month)} ${year}`;
}

/** "2015-06-08" → "08.06." or "8 Jun". */
export function formatShortDay(day: string, language: Language): string {
  const [, month = '', date = ''] = day.split('-');
  return language === 'de' ? `${date}.${month}.` : `${Number(date)} ${monthName(month)}`;
}

const wholeSeconds = (ms: number): number => Math.round(ms / 1000);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const monthName = (month: string): string => englishMonths[Number(month) - 1] ?? month;
