import { concernLabel } from '../routing/labels.js';
import type { ReportTexts } from '../texts/de/reports.js';
import type { ReportSectionTexts } from '../texts/de/reportSections.js';
import type { Half } from '../statistics/figures.js';
import { formatDuration } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { nothing, type Cells } from './cells.js';
import type { ConcernFigures, DeskFigures, Report, Slice, Stats } from './report.js';
import type { Cell, Drawing, Grid, GridRow, Section } from './sheet.js';

/** What the sections of a report are written with. */
export interface Writing {
  readonly report: Report;
  readonly texts: ReportTexts;
  readonly more: ReportSectionTexts;
  readonly language: Language;
  readonly cells: Cells;
}

type CellOf = (slice: Slice) => Cell;

export const grid = (heading: string, rows: readonly GridRow[], drawing?: Drawing): Grid => ({
  kind: 'grid',
  heading,
  rows,
  ...(drawing ? { drawing } : {}),
});

/** One cell for every column and one for the period. */
export const rowsOf =
  (report: Report) =>
  (label: string, cellOf: CellOf, isMinor = false): GridRow => ({
    label,
    cells: [...report.columns, report].map(cellOf),
    isMinor,
  });

/** A block for each criterion with a cell a day, or whatever the columns are, and the period. */
export function criteria(writing: Writing): Section[] {
  return [
    visits(writing),
    waitPerVisit(writing),
    waitPerContact(writing),
    byConcern(writing, writing.texts.sections.K3, ({ waiting }) => waiting),
    servicePerVisit(writing),
    byConcern(writing, writing.texts.sections.K5, ({ service }) => service),
    servicePerContact(writing),
    utilisation(writing),
    idle(writing),
  ];
}

/** The blocks that are no criteria by the day, but follow the same columns. */
export const furtherGrids = (writing: Writing): Section[] => [
  productivity(writing),
  filters(writing),
  ...(writing.report.stages.reception ? [reception(writing)] : []),
];

function visits({ report, texts, cells }: Writing): Section {
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.visits, [
    row(rows.visits, (s) => cells.count(s.visits.total)),
    row(rows.settled, (s) => (report.stages.reception ? cells.count(s.visits.settled) : nothing)),
    row(rows.withNumber, (s) => cells.count(s.tickets.checkedIn)),
    row(rows.appointments, (s) => cells.count(s.visits.appointments)),
    row(rows.forwarded, (s) => cells.count(s.visits.forwarded)),
    row(rows.withAppointment, (s) => cells.count(s.visits.withAppointment)),
    row(rows.contacts, (s) => cells.count(s.tickets.contacts)),
    row(rows.served, (s) => cells.count(s.tickets.served)),
    row(rows.noShow, (s) => cells.count(s.tickets.noShow)),
    row(rows.noShowRate, (s) => cells.share(s.tickets.noShowRate)),
    row(rows.noShowEvents, (s) => cells.count(s.tickets.noShowEvents)),
  ]);
}

/** Who is in no mean stands beside the means. */
const outside = ({ report, texts, cells }: Writing): GridRow[] => {
  const row = rowsOf(report);
  const { rows } = texts;
  const { stillWaiting, atDesks } = report.tickets;
  return [
    row(rows.left, (s) => cells.count(s.tickets.left)),
    row(rows.flagged, (s) => cells.count(s.tickets.flagged)),
    row(rows.stillWaiting, (s) => cells.count(s.tickets.stillWaiting)),
    ...(stillWaiting === 0 && atDesks === 0
      ? []
      : [row(rows.atDesks, (s) => cells.count(s.tickets.atDesks))]),
  ];
};

/** A mean of days says nothing new of a single day. */
const perDay = ({ days }: Report, row: GridRow): GridRow[] => (days > 1 ? [row] : []);

/** n of stats; nothing at a site without the stage. */
const nOf = ({ report, cells }: Writing, stats: Stats): Cell =>
  report.stages.entranceZone ? cells.count(stats.n) : nothing;

function waitPerVisit(writing: Writing): Section {
  const { report, texts, cells } = writing;
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.K1, [
    row(rows.mean, (s) => cells.time(s.waiting, 'meanPerVisitSeconds')),
    row(rows.nVisits, (s) => cells.count(s.tickets.visits), true),
    row(rows.sum, (s) => cells.minutes(s.waiting.sumSeconds, s.waiting)),
    ...perDay(
      report,
      row(rows.sumPerDay, (s) => cells.minutes(s.waiting.meanPerDaySeconds, s.waiting)),
    ),
    ...outside(writing),
  ]);
}

function waitPerContact(writing: Writing): Section {
  const { report, texts, cells } = writing;
  const row = rowsOf(report);
  const { rows } = texts;
  const target = formatDuration(report.targets.waitSeconds * 1000);
  const ofContacts: GridRow[] = [
    row(rows.mean, (s) => cells.time(s.waiting, 'meanPerContactSeconds')),
    row(rows.nContacts, (s) => nOf(writing, s.waiting), true),
    row(rows.median, (s) => cells.time(s.waiting, 'medianSeconds')),
    row(rows.p90, (s) => cells.p90(s.waiting)),
    row(rows.max, (s) => cells.time(s.waiting, 'maxSeconds')),
    row(rows.withinTarget(target), (s) => cells.share(s.waiting.withinTarget, s.waiting)),
    row(rows.firstCall, (s) => cells.time(s.firstCallWait, 'meanPerContactSeconds')),
    row(rows.nContacts, (s) => nOf(writing, s.firstCallWait), true),
  ];
  return grid(texts.sections.K2, ofContacts, {
    along: 'columns',
    rows: [0],
    target: { label: rows.target(target), value: report.targets.waitSeconds },
  });
}

/** A row a concern; groups of more than one concern have theirs before them. */
function byConcern(
  { report, texts, language, cells }: Writing,
  heading: string,
  statsOf: (row: ConcernFigures) => Stats,
): Section {
  const row = rowsOf(report);
  const empty = (): Cell => nothing;
  const pair = (label: string, find: (slice: Slice) => ConcernFigures | undefined): GridRow[] => {
    const cell =
      (show: (stats: Stats) => Cell): CellOf =>
      (slice) => {
        const found = find(slice);
        return found ? show(statsOf(found)) : empty();
      };
    return [
      row(
        label,
        cell((stats) => cells.time(stats, 'meanPerContactSeconds')),
      ),
      row(
        texts.rows.n,
        cell(({ n }) => cells.count(n)),
        true,
      ),
    ];
  };
  const inGroup = (concern: string, group: string) => concern === group || concern.startsWith(`${group}.`);
  const rows = report.byGroup.flatMap(({ concern: group }) => {
    const members = report.byConcern.filter(({ concern }) => inGroup(concern, group));
    return [
      ...(members.length > 1
        ? pair(texts.rows.group(group), (slice) => slice.byGroup.find(({ concern }) => concern === group))
        : []),
      ...members.flatMap(({ concern: id }) =>
        pair(concernLabel(id, language), (slice) => slice.byConcern.find(({ concern }) => concern === id)),
      ),
    ];
  });
  return grid(heading, rows.length > 0 ? rows : [row(texts.rows.allConcerns, empty)], { along: 'rows' });
}

function servicePerVisit({ report, texts, cells }: Writing): Section {
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.K4, [
    row(rows.mean, (s) => cells.time(s.service, 'meanPerVisitSeconds')),
    row(rows.nVisits, (s) => cells.count(s.tickets.visits), true),
    row(rows.sum, (s) => cells.minutes(s.service.sumSeconds, s.service)),
    ...perDay(
      report,
      row(rows.sumPerDay, (s) => cells.minutes(s.service.meanPerDaySeconds, s.service)),
    ),
  ]);
}

/** Speed never stands without quality (R36). */
function servicePerContact(writing: Writing): Section {
  const { report, texts, cells } = writing;
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.K6, [
    row(rows.mean, (s) => cells.time(s.service, 'meanPerContactSeconds')),
    row(rows.nContacts, (s) => nOf(writing, s.service), true),
    row(rows.median, (s) => cells.time(s.service, 'medianSeconds')),
    row(rows.p90, (s) => cells.p90(s.service)),
    row(rows.max, (s) => cells.time(s.service, 'maxSeconds')),
    row(rows.way, (s) => cells.time(s.wayTime, 'meanPerContactSeconds')),
    row(rows.nContacts, (s) => nOf(writing, s.wayTime), true),
    row(rows.conclusive, (s) => cells.share(s.service.conclusiveRate, s.service)),
  ]);
}

function utilisation({ report, texts, more, cells }: Writing): Section {
  const row = rowsOf(report);
  const { rows } = texts;
  const rowsOfHalf = (half: Half, label: string) => {
    const cell =
      (show: (desks: DeskFigures) => Cell): CellOf =>
      ({ halfDays }) => {
        const desks = halfDays[half];
        return desks ? show(desks) : nothing;
      };
    return [
      row(
        label,
        cell((desks) => cells.share(desks.utilisation, desks)),
      ),
      row(
        rows.withCaseWork,
        cell((desks) => cells.share(desks.utilisationWithCaseWork, desks)),
      ),
      row(
        rows.staffed,
        cell((desks) => cells.minutes(desks.staffedSeconds, desks)),
        true,
      ),
    ];
  };
  return grid(texts.sections.K7, [
    ...rowsOfHalf('am', rows.am),
    ...rowsOfHalf('pm', rows.pm),
    ...(report.halfDays.late ? rowsOfHalf('late', more.late) : []),
  ]);
}

function idle({ report, texts, cells }: Writing): Section {
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.K8, [
    row(rows.idle, ({ desks }) => cells.minutes(desks.idleSeconds, desks)),
    row(rows.idleWhileWaiting, ({ desks }) => cells.minutes(desks.idleWhileWaitingSeconds, desks)),
  ]);
}

function productivity({ report, texts, cells }: Writing): Section {
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.K12, [
    row(rows.contactsPerHour, (s) => cells.rate(s.productivity.contactsPerStaffedHour, s.desks)),
    row(rows.contactShare, (s) => cells.share(s.productivity.contactShare, s.desks)),
    row(rows.caseWorkShare, (s) => cells.share(s.productivity.caseWorkShare, s.desks)),
    row(rows.freeShare, (s) => cells.share(s.productivity.freeShare, s.desks)),
  ]);
}

function filters({ report, texts, cells }: Writing): Section {
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.K13, [
    row(rows.filterFirst, (s) => cells.share(s.filters.first)),
    row(rows.filterSecond, (s) => cells.share(s.filters.second)),
    row(rows.filterTogether, (s) => cells.share(s.filters.together)),
    row(rows.shareReception, (s) => cells.share(s.shares.reception)),
    row(rows.shareEntranceZone, (s) => cells.share(s.shares.entranceZone)),
    row(rows.sharePassedOn, (s) => cells.share(s.shares.passedOn)),
  ]);
}

function reception({ report, texts, cells }: Writing): Section {
  const row = rowsOf(report);
  const { rows } = texts;
  return grid(texts.sections.reception, [
    row(rows.receptionContacts, (s) => cells.count(s.reception.contacts)),
    row(rows.receptionTime, (s) => cells.time(s.reception, 'meanPerContactSeconds')),
    row(rows.receptionTimeN, (s) => (report.stages.reception ? cells.count(s.reception.n) : nothing), true),
    row(rows.receptionP90, (s) => cells.p90(s.reception)),
    row(rows.information, (s) => cells.count(s.reception.information)),
    row(rows.documents, (s) => cells.count(s.reception.documents)),
    row(rows.copies, (s) => cells.count(s.reception.copies)),
    row(rows.handouts, (s) => cells.count(s.reception.handouts)),
    row(rows.consultations, (s) => cells.count(s.reception.consultations)),
  ]);
}
