import type { ReportTexts } from '../texts/de/reports.js';
import { concernLabel, destinationLabel } from '../routing/labels.js';
import type { Destination } from '../routing/shipped.js';
import { weekdayOf } from '../statistics/calendar.js';
import { spansOf } from '../statistics/peakSpans.js';
import { formatDuration, formatNumber, formatPercent, formatShortDay } from '../texts/format.js';
import type { Writing } from './criteria.js';
import { peakSpans } from './report.js';
import { quietSignals } from './signalGrids.js';
import type { Cell, CountRow, GridRow, Section } from './sheet.js';

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
    isTotal: true,
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
    ...(report.stages.entranceZone ? { bars: [1, 2] } : {}),
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Quarter hours in a row are told as one span. */
export function peakText({ report, texts, language }: Writing): Section {
  const { n, first } = report[peakSpans] ?? spansOf(report.peaks);
  const lines = first.map(({ day, from, to, utilisation, maxWaitSeconds, isLate }) => {
    const weekday = texts.weekdays[weekdayOf(day) - 1];
    const facts = [
      ...(utilisation === null ? [] : [texts.peaks.utilisation(formatPercent(utilisation, language, 0))]),
      ...(maxWaitSeconds === null ? [] : [texts.peaks.wait(formatDuration(maxWaitSeconds * 1000))]),
      ...(isLate && maxWaitSeconds === null ? [texts.peaks.waitOverTarget] : []),
    ];
    return `${weekday} ${formatShortDay(day, language)} ${from}–${to}: ${facts.join(', ')}`;
  });
  const more = n - lines.length;
  return {
    kind: 'text',
    heading: texts.peaks.title,
    paragraphs: n === 0 ? [texts.peaks.none] : [...lines, ...(more > 0 ? [texts.peaks.more(more)] : [])],
  };
}

export interface ListLabels {
  /** Wording of a site's own reason codes and activities, by code. */
  readonly codes: Readonly<Record<string, string>>;
}

/** What is only counted. */
export function furtherCounts(writing: Writing, { codes }: ListLabels): Section {
  const { report, texts, language, cells } = writing;
  const { counters } = report;
  const { further } = texts;
  const concernName = (id: string) => (id === '' ? id : concernLabel(id, language));
  const outcomes: Readonly<Record<string, string>> = texts.outcomes;
  const kinds: Readonly<Record<string, string>> = texts.deviations;
  const counted = (
    label: string,
    counts: Readonly<Record<string, number>>,
    nameOf: (key: string) => string,
  ): CountRow[] =>
    listOf(
      label,
      Object.entries(counts).map(([key, n]) => [nameOf(key), cells.count(n)] as const),
    );
  return {
    kind: 'counts',
    heading: texts.sections.further,
    rows: [
      ...stillWaiting(writing),
      ...counted(further.outcomes, report.outcomes, (key) => outcomes[key] ?? key),
      ...counted(further.destinations, report.destinations, (key) => destinationName(key, language)),
      ...(counters.deviations.length === 0
        ? noDeviations(writing)
        : listOf(
            further.deviations,
            counters.deviations.map(({ kind, reason, n }) => [
              `${kinds[kind] ?? kind} (${codes[reason] ?? reason})`,
              cells.count(n),
            ]),
          )),
      ...quietSignals(writing),
      ...simpleCounts(writing),
      ...listOf(
        further.booked,
        report.byBookedConcern.map(({ concern, waiting }) => [
          concern,
          withN(cells.time(waiting, 'meanPerContactSeconds'), formatNumber(waiting.n, language)),
        ]),
      ),
      ...counted(further.alsoSettled, counters.alsoSettled, concernName),
    ],
  };
}

/** Of imported days nobody knows. */
const noDeviations = ({ report, texts }: Writing): CountRow[] =>
  report.importedDays === report.days ? [] : [{ sentence: texts.further.noDeviations }];

function listOf(label: string, entries: readonly (readonly [string, Cell])[]): CountRow[] {
  return entries.length === 0 ? [] : [{ label, entries: entries.map(([name, cell]) => ({ name, cell })) }];
}

const withN = (cell: Cell, n: string): Cell => ({ ...cell, text: `${cell.text} (n ${n})` });

function stillWaiting({ report, texts, cells }: Writing): CountRow[] {
  const { elapsedSeconds, meanWaitAtLeastSeconds } = report.open;
  const [longest] = elapsedSeconds;
  if (longest === undefined) return [];
  const atLeast = cells.time(
    { ...report.waiting, meanPerContactSeconds: meanWaitAtLeastSeconds },
    'meanPerContactSeconds',
  );
  return [
    {
      sentence: texts.further.stillWaiting(
        elapsedSeconds.length,
        formatDuration(longest * 1000),
        atLeast.text,
      ),
    },
  ];
}

function simpleCounts({ report: { counters }, texts, cells }: Writing): CountRow[] {
  const lost = counters.lostDeskSeconds;
  const simple = {
    recalls: cells.count(counters.recalls),
    lostDesk: { text: formatDuration(lost * 1000), value: lost, unit: 'seconds' },
    laterLegs: cells.count(counters.laterLegs),
    otherConcern: cells.count(counters.otherConcern),
    corrections: cells.count(counters.corrections),
    cancelled: cells.count(counters.cancelled),
    madeUp: cells.count(counters.madeUp),
    leadInformed: cells.count(counters.leadInformed),
    papInformed: cells.count(counters.papInformed),
    masterDataReception: cells.count(counters.masterData.reception),
    masterDataDesk: cells.count(counters.masterData.desk),
  } satisfies Record<keyof ReportTexts['further']['counts'], Cell>;
  const names: Readonly<Record<string, string>> = texts.further.counts;
  return listOf(
    '',
    Object.entries(simple).map(([key, cell]) => [names[key] ?? key, cell] as const),
  );
}

const destinationName = (key: string, language: Writing['language']): string =>
  destinationLabel(key as Destination, language) ?? key;
