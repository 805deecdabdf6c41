import { destinationLabel, shortTitle } from '../routing/labels.js';
import type { Destination } from '../routing/shipped.js';
import { weekdayOf } from '../statistics/calendar.js';
import { activities as englishActivities } from '../texts/en/activities.js';
import { activities as germanActivities } from '../texts/de/activities.js';
import {
  formatDuration,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatShortDay,
} from '../texts/format.js';
import type { Writing } from './criteria.js';
import type { Report } from './report.js';
import type { GridRow, Section } from './sheet.js';

/** K11, with the desk time of the hour beside it. */
export function hourList({ report, texts, cells }: Writing): Section {
  const { hours } = texts;
  const hasDesks = report.byHour.some(({ desks }) => desks.staffedSeconds !== null || desks.suppressed);
  const rows = report.byHour.map(({ hour, visits, arrived, served, desks }): GridRow => ({
    label: `${twoDigits(hour)}–${twoDigits(hour + 1)}`,
    cells: [
      cells.count(visits),
      cells.count(report.stages.entranceZone ? arrived : null),
      cells.count(report.stages.entranceZone ? served : null),
      ...(hasDesks
        ? [
            cells.minutes(desks.staffedSeconds, desks),
            cells.minutes(desks.idleSeconds, desks),
            cells.share(desks.utilisation, desks),
          ]
        : []),
    ],
  }));
  const sum = (key: 'visits' | 'arrived' | 'served') =>
    report.byHour.reduce((total, row) => total + row[key], 0);
  const total: GridRow = {
    label: hours.total,
    cells: [
      cells.count(sum('visits')),
      cells.count(report.stages.entranceZone ? sum('arrived') : null),
      cells.count(report.stages.entranceZone ? sum('served') : null),
    ],
  };
  const inMinutes = (word: string) => `${word} (${hours.minutes})`;
  return {
    kind: 'list',
    heading: texts.sections.K11,
    heads: [
      hours.visits,
      hours.arrived,
      hours.served,
      ...(hasDesks ? [inMinutes(hours.staffed), inMinutes(hours.idle), hours.utilisation] : []),
    ],
    rows: [...rows, total],
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const mostPeaks = 12;

/** Quarter hours in a row are told as one span. */
export function peakText({ report, texts, language }: Writing): Section {
  const spans: Report['peaks'][number][][] = [];
  for (const peak of report.peaks) {
    const last = spans.at(-1)?.at(-1);
    if (last?.day === peak.day && last.to === peak.from) spans.at(-1)?.push(peak);
    else spans.push([peak]);
  }
  const lines = spans.map((span) => {
    const [first] = span;
    if (!first) return '';
    const weekday = texts.weekdays[weekdayOf(first.day) - 1];
    const used = highest(
      span.map(({ utilisation, reasons }) => (reasons.includes('utilisation') ? utilisation : null)),
    );
    const waited = highest(span.map(({ maxWaitSeconds }) => maxWaitSeconds));
    const isLate = span.some(({ reasons }) => reasons.includes('wait'));
    const facts = [
      ...(used === null ? [] : [texts.peaks.utilisation(formatPercent(used, language, 0))]),
      ...(waited === null ? [] : [texts.peaks.wait(formatDuration(waited * 1000))]),
      ...(isLate && waited === null ? [texts.peaks.waitOverTarget] : []),
    ];
    return `${weekday} ${formatShortDay(first.day, language)} ${first.from}–${span.at(-1)?.to}: ${facts.join(', ')}`;
  });
  const more = lines.length - mostPeaks;
  return {
    kind: 'text',
    heading: texts.peaks.title,
    paragraphs:
      lines.length === 0
        ? [texts.peaks.none]
        : [...lines.slice(0, mostPeaks), ...(more > 0 ? [texts.peaks.more(more)] : [])],
  };
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

export interface ListLabels {
  /** Wording of a site's own reason codes and activities, by code. */
  readonly codes: Readonly<Record<string, string>>;
}

/** What is only counted. */
export function furtherCounts({ report, texts, language, cells }: Writing, { codes }: ListLabels): Section {
  const { counters, open } = report;
  const { further } = texts;
  const count = (n: number) => formatNumber(n, language);
  const concernName = (id: string) => (id === '' ? id : `${id} ${shortTitle(id, language)}`);
  const listOf = (heading: string, entries: readonly (readonly [string, string])[]): string[] =>
    entries.length === 0
      ? []
      : [`${heading}: ${entries.map(([name, value]) => `${name} ${value}`).join('; ')}`];
  const counted = (
    heading: string,
    counts: Readonly<Record<string, number>>,
    nameOf: (key: string) => string,
  ) =>
    listOf(
      heading,
      Object.entries(counts).map(([key, n]) => [nameOf(key), count(n)] as const),
    );
  const activityNames: Readonly<Record<string, string>> = {
    ...(language === 'de' ? germanActivities : englishActivities),
    ...codes,
  };
  const outcomes: Readonly<Record<string, string>> = texts.outcomes;
  const kinds: Readonly<Record<string, string>> = texts.deviations;
  const longest = open.elapsedSeconds[0];
  const simple = Object.entries({
    recalls: count(counters.recalls),
    lostDesk: formatDuration(counters.lostDeskSeconds * 1000),
    laterLegs: count(counters.laterLegs),
    otherConcern: count(counters.otherConcern),
    corrections: count(counters.corrections),
    cancelled: count(counters.cancelled),
    madeUp: count(counters.madeUp),
    leadInformed: count(counters.leadInformed),
    papInformed: count(counters.papInformed),
    masterDataReception: count(counters.masterData.reception),
    masterDataDesk: count(counters.masterData.desk),
  } satisfies Record<keyof typeof further.counts, string>);
  const names: Readonly<Record<string, string>> = further.counts;
  const atLeast = open.meanWaitAtLeastSeconds;
  return {
    kind: 'text',
    heading: texts.sections.further,
    paragraphs: [
      ...(longest === undefined
        ? []
        : [
            further.stillWaiting(
              open.elapsedSeconds.length,
              formatDuration(longest * 1000),
              cells.time({ ...report.waiting, meanPerContactSeconds: atLeast }, 'meanPerContactSeconds'),
            ),
          ]),
      ...counted(further.outcomes, report.outcomes, (key) => outcomes[key] ?? key),
      ...counted(further.destinations, report.destinations, (key) => destinationName(key, language)),
      ...(counters.deviations.length === 0
        ? [further.noDeviations]
        : listOf(
            further.deviations,
            counters.deviations.map(({ kind, reason, n }) => [
              `${kinds[kind] ?? kind} (${codes[reason] ?? reason})`,
              count(n),
            ]),
          )),
      ...listOf(
        '',
        simple.map(([key, value]) => [names[key] ?? key, value] as const),
      ).map((line) => line.slice(2)),
      ...listOf(
        further.booked,
        report.byBookedConcern.map(({ concern, waiting }) => [
          concern,
          `${cells.time(waiting, 'meanPerContactSeconds')} (n ${count(waiting.n)})`,
        ]),
      ),
      ...counted(further.consultations, addUp(counters.consultations), concernName),
      ...counted(further.alsoSettled, counters.alsoSettled, concernName),
      ...listOf(
        further.activities,
        (report.activities ?? []).map(({ activity, team, seconds }) => [
          [activityNames[activity] ?? activity, team].filter(Boolean).join(' '),
          formatMinutes(seconds * 1000, language),
        ]),
      ),
      ...counted(further.handouts, counters.handouts, (item) => `${item}:`),
    ],
  };
}

const addUp = ({ reception, desk }: Report['counters']['consultations']): Record<string, number> => {
  const sums: Record<string, number> = { ...reception };
  for (const [concern, n] of Object.entries(desk)) sums[concern] = (sums[concern] ?? 0) + n;
  return sums;
};

const destinationName = (key: string, language: Writing['language']): string =>
  destinationLabel(key as Destination, language) ?? key;
