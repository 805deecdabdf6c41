import { destinationLabel } from '../routing/labels.js';
import type { Destination } from '../routing/shipped.js';
import { goalNames, type GoalName } from '../statistics/goals.js';
import { formatDuration, formatPercent } from '../texts/format.js';
import { hidden, nothing } from './cells.js';
import type { Writing } from './criteria.js';
import type { Cell, GridRow, Section } from './sheet.js';

/** R22: weekdays and the hours of each; of a single day they say nothing new. */
export const weekdaySections = (writing: Writing): Section[] =>
  writing.report.days < 2
    ? []
    : [
        weekdays(writing),
        ...(['visits', 'arrived', 'served'] as const).flatMap((key) =>
          key === 'visits' || writing.report.stages.entranceZone ? [profile(writing, key)] : [],
        ),
      ];

function weekdays({ report, texts, more, cells }: Writing): Section {
  const { weekdays: heads } = more;
  return {
    kind: 'list',
    heading: more.sections.weekdays,
    heads: [heads.days, heads.visits, heads.contacts, heads.wait, heads.service],
    rows: report.byWeekday.map((row): GridRow => ({
      label: texts.weekdays[row.weekday - 1] ?? '',
      cells: [
        cells.count(row.days),
        cells.count(row.visits),
        cells.count(report.stages.entranceZone ? row.contacts : null),
        cells.time(row.waiting, 'meanPerContactSeconds'),
        cells.time(row.service, 'meanPerContactSeconds'),
      ],
    })),
  };
}

/** Hours downwards and weekdays across, so that any number of hours fits the width. */
function profile({ report, texts, more, cells }: Writing, key: 'visits' | 'arrived' | 'served'): Section {
  const days = report.byWeekday.map(({ weekday }) => weekday);
  const hours = [...new Set(report.profile.map(({ hour }) => hour))];
  return {
    kind: 'heat',
    heading: more.sections.profile[key],
    heads: days.map((weekday) => texts.weekdays[weekday - 1] ?? ''),
    rows: hours.map((hour): GridRow => ({
      label: `${twoDigits(hour)}–${twoDigits(hour + 1)}`,
      cells: days.map((weekday) => {
        const found = report.profile.find((each) => each.hour === hour && each.weekday === weekday);
        return cells.rate(found?.[key] ?? 0);
      }),
    })),
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** What the period as a whole adds up to, beside its columns. */
export const periodSections = (writing: Writing): Section[] => [
  ...(writing.report.stages.entranceZone ? censoring(writing) : []),
  ...goals(writing),
  ...onward(writing),
];

/** Only where a wait was cut short: else the plain mean says it all. */
function censoring({ report, more, cells }: Writing): Section[] {
  const { censoring: rows, sections } = more;
  const { ended, stillWaiting, left, flagged, limitSeconds, ...figures } = report.censoring;
  if (stillWaiting + left + flagged === 0) return [];
  const time = (seconds: number | null): Cell =>
    cells.time({ ...report.waiting, ...figures, meanPerContactSeconds: seconds }, 'meanPerContactSeconds');
  const row = (label: string, cell: Cell): GridRow => ({ label, cells: [cell] });
  const restricted =
    limitSeconds === null ? rows.noLimit : rows.restrictedMean(formatDuration(limitSeconds * 1000));
  return [
    {
      kind: 'list',
      heading: sections.censoring,
      heads: [],
      rows: [
        row(rows.ended, cells.count(ended)),
        row(rows.stillWaiting, cells.count(stillWaiting)),
        row(rows.left, cells.count(left)),
        row(rows.flagged, cells.count(flagged)),
        row(rows.meanOfEnded, time(figures.meanOfEndedSeconds)),
        row(rows.meanAtLeast, time(figures.meanAtLeastSeconds)),
        row(rows.median, time(figures.medianSeconds)),
        row(restricted, time(figures.restrictedMeanSeconds)),
      ],
    },
  ];
}

/** R90: goal, actual and the word for it, so that nothing hangs on a colour. */
function goals({ report, more, language, cells }: Writing): Section[] {
  const { goals: words } = more;
  const labels: Readonly<Record<GoalName, string>> = {
    withinWait: words.withinWait(formatDuration(report.targets.waitSeconds * 1000)),
    conclusive: words.conclusive,
    noShow: words.noShow,
    misrouting: words.misrouting,
  };
  return [
    {
      kind: 'list',
      heading: more.sections.goals,
      heads: [words.heads.goal, words.heads.actual, words.heads.result],
      rows: goalNames.map((name): GridRow => {
        const { goal, actual, isReached, suppressed } = report.goals[name];
        const bound = name === 'withinWait' || name === 'conclusive' ? words.atLeast : words.atMost;
        const verdict = isReached === null ? nothing : { text: isReached ? words.reached : words.missed };
        return {
          label: labels[name],
          cells: [
            goal === null ? nothing : { ...cells.share(goal), text: bound(formatPercent(goal, language)) },
            cells.share(actual, suppressed ? { suppressed } : {}),
            suppressed && goal !== null ? hidden : verdict,
          ],
        };
      }),
    },
  ];
}

/** R91. */
function onward({ report, more, language, cells }: Writing): Section[] {
  if (report.onward.length === 0) return [];
  const { heads } = more.onward;
  return [
    {
      kind: 'list',
      heading: more.sections.onward,
      heads: [heads.appointments, heads.forwarded, heads.cameBack],
      rows: report.onward.map(({ destination, appointments, forwarded, cameBack }): GridRow => ({
        label: destinationLabel(destination as Destination, language) ?? destination,
        cells: [cells.count(appointments), cells.count(forwarded), cells.count(cameBack)],
      })),
    },
  ];
}

/** What the sections above need to be understood. */
export function sectionNotes({ report, more }: Writing): string[] {
  const { stillWaiting, left, flagged } = report.censoring;
  const isCutShort = report.stages.entranceZone && stillWaiting + left + flagged > 0;
  return [
    ...(isCutShort ? [more.censoring.note] : []),
    more.goals.note,
    ...(report.onward.length > 0 ? [more.onward.note] : []),
  ];
}
