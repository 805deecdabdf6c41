import { destinationLabel } from '../routing/labels.js';
import type { Destination } from '../routing/shipped.js';
import { goalNames, type GoalName } from '../statistics/goals.js';
import { formatDuration, formatPercent } from '../texts/format.js';
import { hidden, nothing } from './cells.js';
import type { Writing } from './criteria.js';
import type { Report } from './report.js';
import type { Cell, GridRow, Section } from './sheet.js';

/** R22: weekdays and the hours of each; of a single day they say nothing new. */
export const weekdaySections = (writing: Writing): Section[] =>
  writing.report.days < 2
    ? []
    : [weekdays(writing), ...profilesOf(writing.report).map((key) => profile(writing, key))];

type Profile = 'visits' | 'arrived' | 'served';

/** Where every visitor gets a number, visits say it all. */
function profilesOf({ stages, profile: hours }: Report): readonly Profile[] {
  if (!stages.entranceZone) return ['visits'];
  const isSame = hours.every(({ visits, arrived }) => visits === arrived);
  return isSame ? ['visits', 'served'] : ['visits', 'arrived', 'served'];
}

/** Of {@link weekdays}. */
const waitColumn = 3;

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
    ...(report.stages.entranceZone ? { bars: [waitColumn] } : {}),
  };
}

/** Hours downwards and weekdays across, so that any number of hours fits the width. */
function profile({ report, texts, more, cells }: Writing, key: Profile): Section {
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

const isCutShort = ({ censoring: { stillWaiting, left, flagged } }: Report): boolean =>
  stillWaiting + left + flagged > 0;

/** Only where a wait was cut short: else the plain mean says it all. */
function censoring({ report, texts, more, cells }: Writing): Section[] {
  const { censoring: rows, sections } = more;
  if (!isCutShort(report)) return [];
  const { ended, stillWaiting, left, flagged, limitSeconds, ...figures } = report.censoring;
  const time = (seconds: number | null): Cell =>
    cells.time({ ...report.waiting, ...figures, meanPerContactSeconds: seconds }, 'meanPerContactSeconds');
  const row = (label: string, cell: Cell): GridRow => ({ label, cells: [cell] });
  const restricted =
    limitSeconds === null ? rows.noLimit : rows.restrictedMean(formatDuration(limitSeconds * 1000));
  return [
    {
      kind: 'list',
      heading: sections.censoring,
      heads: [texts.columns.total],
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

/** R90: goal, actual and the word for it, so that nothing hangs on a colour; what has neither is left out. */
function goals({ report, more, language, cells }: Writing): Section[] {
  const { goals: words } = more;
  const labels: Readonly<Record<GoalName, string>> = {
    withinWait: words.withinWait(formatDuration(report.targets.waitSeconds * 1000)),
    conclusive: words.conclusive,
    noShow: words.noShow,
    misrouting: words.misrouting,
  };
  const rows = goalNames.flatMap((name): GridRow[] => {
    const { goal, actual, isReached, suppressed } = report.goals[name];
    if (goal === null && actual === null && !suppressed) return [];
    const bound = name === 'withinWait' || name === 'conclusive' ? words.atLeast : words.atMost;
    const verdict = isReached === null ? nothing : { text: isReached ? words.reached : words.missed };
    return [
      {
        label: labels[name],
        cells: [
          goal === null ? nothing : { ...cells.share(goal), text: bound(formatPercent(goal, language)) },
          cells.share(actual, suppressed ? { suppressed } : {}),
          suppressed && goal !== null ? hidden : verdict,
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  const { goal, actual, result } = words.heads;
  return [{ kind: 'list', heading: more.sections.goals, heads: [goal, actual, result], rows }];
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
export function sectionNotes(writing: Writing): string[] {
  const { report, more } = writing;
  return [
    ...(report.stages.entranceZone && isCutShort(report) ? [more.censoring.note] : []),
    ...(goals(writing).length > 0 ? [more.goals.note] : []),
    ...(report.onward.length > 0 ? [more.onward.note] : []),
  ];
}
