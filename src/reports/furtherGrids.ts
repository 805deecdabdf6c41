import { shortTitle } from '../routing/labels.js';
import { sumOf } from '../statistics/grouping.js';
import { workLevels, type WorkLevel } from '../routing/levels.js';
import { stages, type Stage } from '../statistics/presence.js';
import { activities as englishActivities } from '../texts/en/activities.js';
import { activities as germanActivities } from '../texts/de/activities.js';
import { formatNumber } from '../texts/format.js';
import { nothing } from './cells.js';
import { grid, rowsOf, type Writing } from './criteria.js';
import type { ListLabels } from './lists.js';
import type { ActivityFigures, ConcernFigures, Report, Slice } from './report.js';
import type { Cell, Section } from './sheet.js';

/** Grids that follow the sheet's columns and stand beside the concept's criteria; those with nothing to say are left out. */
export const countGrids = (writing: Writing, labels: ListLabels): Section[] => [
  ...lateDuty(writing),
  byLevel(writing),
  newCustomers(writing),
  ...consultations(writing),
  ...handouts(writing),
  ...activities(writing, labels),
  ...staffing(writing),
];

/** R62: what is booked in the late duty, apart from the half days. */
function lateDuty({ report, more, cells }: Writing): Section[] {
  if (!report.lateDuty) return [];
  const row = rowsOf(report);
  const { lateDuty: rows } = more;
  const cell = (show: (figures: Omit<ConcernFigures, 'concern'>) => Cell) => (slice: Slice) =>
    slice.lateDuty ? show(slice.lateDuty) : nothing;
  return [
    grid(more.sections.lateDuty, [
      row(
        rows.contacts,
        cell(({ contacts }) => cells.count(contacts)),
      ),
      row(
        rows.wait,
        cell(({ waiting }) => cells.time(waiting, 'meanPerContactSeconds')),
      ),
      row(
        rows.waitMedian,
        cell(({ waiting }) => cells.time(waiting, 'medianSeconds')),
      ),
      row(
        rows.service,
        cell(({ service }) => cells.time(service, 'meanPerContactSeconds')),
      ),
      row(
        rows.conclusive,
        cell(({ conclusiveRate, service }) => cells.share(conclusiveRate, service)),
      ),
    ]),
  ];
}

/** R47, R168: a row a level, and below it the stages where there was any of it. */
function byLevel({ report, more, cells }: Writing): Section {
  const row = rowsOf(report);
  const { levels: words } = more;
  const count = (slice: Slice, level: WorkLevel, key: Stage) =>
    slice.byLevel.find((each) => each.level === level)?.[key] ?? 0;
  const stageNames = { reception: words.atReception, entranceZone: words.inEntranceZone };
  const told = workLevels.filter((name) => report.byLevel.some(({ level }) => level === name));
  return grid(
    more.sections.levels,
    told.flatMap((level) => [
      row(words[level], (s) => cells.count(sumOf(stages, (stage) => count(s, level, stage)))),
      ...stages
        .filter((stage) => count(report, level, stage) > 0)
        .map((stage) => row(stageNames[stage], (s) => cells.count(count(s, level, stage)), true)),
    ]),
  );
}

/** R17. */
function newCustomers({ report, more, cells }: Writing): Section {
  const row = rowsOf(report);
  const { newCustomers: rows } = more;
  return grid(more.sections.newCustomers, [
    row(rows.contacts, (s) => cells.count(s.newCustomers.contacts)),
    row(rows.appointments, (s) => cells.count(s.newCustomers.appointments)),
    row(rows.withAdviser, (s) => cells.count(s.newCustomers.withAdviser)),
  ]);
}

/** R12: a concern that did not come up has nothing on record, which is not the same as none. */
function consultations({ report, more, language, cells }: Writing): Section[] {
  const row = rowsOf(report);
  const rows = report.consultations.map(({ concern }) =>
    row(concern === '' ? nothing.text : `${concern} ${shortTitle(concern, language)}`, (s) =>
      cells.count(s.consultations.find((each) => each.concern === concern)?.n ?? null),
    ),
  );
  return rows.length === 0 ? [] : [grid(more.sections.consultations, rows)];
}

/** R161: paper, by item; the numbers printed stand beside it. */
function handouts({ report, more, cells }: Writing): Section[] {
  const row = rowsOf(report);
  const items = Object.keys(report.handouts);
  if (items.length === 0) return [];
  return [
    grid(more.sections.handouts, [
      ...items.map((item) => row(item, (s) => cells.count(s.handouts[item] ?? 0))),
      row(more.paper.tickets, (s) => cells.count(s.tickets.checkedIn)),
    ]),
  ];
}

/** R21, R165. */
function activities({ report, texts, more, language, cells }: Writing, { codes }: ListLabels): Section[] {
  const row = rowsOf(report);
  const names: Readonly<Record<string, string>> = {
    ...(language === 'de' ? germanActivities : englishActivities),
    ...codes,
  };
  const halfNames = { am: texts.rows.am, pm: texts.rows.pm, late: more.late };
  const isSame = (a: ActivityFigures) => (b: ActivityFigures) =>
    a.activity === b.activity && a.team === b.team;
  const found = [report, ...report.columns].flatMap(({ activitiesByHalf: rows }) => rows);
  const different = found.filter((one, i) => found.findIndex(isSame(one)) === i);
  /** All parts of the day together, unless one of them may not be shown. */
  const inAll = (slice: Slice, activity: ActivityFigures): Cell => {
    const parts = slice.activitiesByHalf.filter(isSame(activity));
    const hidden = parts.find(({ suppressed }) => suppressed);
    const sum = parts.reduce((seconds, part) => seconds + (part.seconds ?? 0), 0);
    return cells.minutes(parts.length === 0 ? null : sum, hidden ?? {});
  };
  const rows = different.flatMap((activity) =>
    (['am', 'pm', 'late'] as const).flatMap((half, i) => {
      const ofHalf = (slice: Slice) =>
        slice.activitiesByHalf.find((each) => each.half === half && isSame(activity)(each));
      if (half === 'late' && !found.some((each) => each.half === half && isSame(activity)(each))) return [];
      const name = [names[activity.activity] ?? activity.activity, activity.team].filter(Boolean).join(' ');
      return [
        ...(i === 0 ? [row(name, (slice) => inAll(slice, activity))] : []),
        row(
          `  ${halfNames[half]}`,
          (slice) => {
            const each = ofHalf(slice);
            return each ? cells.minutes(each.seconds, each) : nothing;
          },
          true,
        ),
      ];
    }),
  );
  return rows.length === 0 ? [] : [grid(more.sections.activities, rows)];
}

/** R160, R75, R84: hours beside full-time equivalents, and a sentence where they are too few. */
function staffing(writing: Writing): Section[] {
  const { report, more, cells } = writing;
  const used = stages.filter((stage) => report.stages[stage]);
  if (!used.some((stage) => isStaffingKnown(report, stage))) return [];
  const row = rowsOf(report);
  const { staffing: words } = more;
  const rowsOfStage = (stage: Stage) => {
    const of = (slice: Slice) => slice.staffing?.[stage];
    const hidden = (slice: Slice) => (of(slice)?.suppressed ? { suppressed: true as const } : {});
    const present = stage === 'entranceZone' ? hidden : () => ({});
    const labels = words.rows[stage];
    return [
      row(labels.planned, (s) => cells.hours(of(s)?.plannedSeconds ?? null)),
      row(words.inFte, (s) => cells.fte(of(s)?.plannedFte ?? null), true),
      row(labels.present, (s) => cells.hours(of(s)?.presentSeconds ?? null, present(s))),
      row(words.inFte, (s) => cells.fte(of(s)?.presentFte ?? null, present(s)), true),
      row(labels.minimum, (s) => cells.hours(of(s)?.minimumSeconds ?? null)),
      row(words.inFte, (s) => cells.fte(of(s)?.minimumFte ?? null), true),
    ];
  };
  const rows = [
    ...used.flatMap(rowsOfStage),
    row(words.reinforcement, ({ staffing: both }) =>
      cells.minutes(both?.entranceZone.reinforcementSeconds ?? null, both?.entranceZone ?? {}),
    ),
  ];
  // The reception's presence is not recorded: there is nothing to hold its plan against.
  const { planned, present } = words.rows.entranceZone;
  const drawn = rows.flatMap(({ label }, i) => (label === planned || label === present ? [i] : []));
  return [
    grid(more.sections.staffing, rows, { along: 'columns', rows: drawn }),
    { kind: 'text', heading: more.sections.shortage, paragraphs: [...shortages(writing, used), words.note] },
  ];
}

/** A minimum alone says nothing of the days. */
function isStaffingKnown(report: Report, stage: Stage): boolean {
  return [...report.columns, report].some(({ staffing: both }) => {
    const figures = both?.[stage];
    return (
      figures && (figures.plannedSeconds !== null || figures.presentSeconds !== null || figures.suppressed)
    );
  });
}

/** Stages whose plan, or whose desks as they were staffed, are below the minimum; by a minute at least. */
function shortages({ report, more, language }: Writing, used: readonly Stage[]): string[] {
  const { staffing: words } = more;
  const hours = (seconds: number) => formatNumber(seconds / 3600, language, 1);
  const sentences = used.flatMap((stage) => {
    const figures = report.staffing?.[stage];
    if (!figures) return [];
    const { plannedSeconds: planned, presentSeconds: present, minimumSeconds } = figures;
    const isShort = (seconds: number | null): seconds is number =>
      seconds !== null && seconds < minimumSeconds - 60;
    const minimum = hours(minimumSeconds);
    const missing = (seconds: number) => hours(minimumSeconds - seconds);
    return [
      ...(isShort(planned)
        ? [
            words.plannedShort({
              stage: words[stage],
              planned: hours(planned),
              minimum,
              missing: missing(planned),
            }),
          ]
        : []),
      ...(isShort(present)
        ? [
            words.presentShort({
              stage: words[stage],
              present: hours(present),
              minimum,
              missing: missing(present),
            }),
          ]
        : []),
    ];
  });
  return sentences.length === 0 ? [words.enough] : sentences;
}
