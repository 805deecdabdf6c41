import { formatDay, formatNumber } from '../format.js';
import type { ImportTexts } from '../de/imports.js';

const n = (value: number): string => formatNumber(value, 'en');

const counted = (value: number, one: string, many: string): string =>
  `${n(value)} ${value === 1 ? one : many}`;

const brought = ({ visits, served, left, days, from, to }: Parameters<ImportTexts['done']>[0]): string =>
  `${counted(visits, 'visit', 'visits')} on ${counted(days, 'day', 'days')} (${formatDay(from, 'en')} – ${formatDay(to, 'en')}): ${n(served)} served, ${n(left)} left before`;

export const imports: ImportTexts = {
  description: 'Import days that were recorded elsewhere from a CSV file',
  file: 'CSV file with the columns arrived_at, called_at, finished_at, ended, concern, desk',
  zone: "time zone of the file's times (else the site's)",
  acceptConcerns: 'also take concerns that the catalogue lacks',
  dryRun: 'check only, write nothing',
  after:
    'Times: 2015-06-08T08:15:00 or 08.06.2015 08:15:00. ended: served or left.\nAll of it is imported, or nothing. Days that have figures stay as they are.\nExample: beo import may.csv --dry-run',
  done: (all) => `${all.site}: imported ${brought(all)}.`,
  checked: (all) => `${all.site}: checked, nothing written. It would import ${brought(all)}.`,
  rough: 'Odd, and taken as it is:',
  roughSpot: ({ count, what }) => `${n(count).padStart(8)}  ${what}`,
  roughSpots: {
    overlaps: 'services not over when the next one at the same desk begins',
    overMidnight: 'visits that run over midnight; they belong to the day of arrival',
    zeroWaits: 'waits of zero',
    zeroServices: 'service times of zero',
    leftWithoutDesk: 'left, without a desk (counted, in no mean)',
    servedWithoutDesk: 'served, without naming the desk',
    repeated: 'lines that are the same as another one in everything',
    outOfOrder: 'lines after a later arrival',
    ambiguousTimes:
      'times that the clock showed twice (October); taken as the first, unless that is before the time before it',
    quietNights: 'nights (0–6 h) with only 1 to 4 arrivals',
    emptyDays: 'days in between without any line',
  },
  newConcerns: ({ concerns }) => `Not in the catalogue, taken all the same: ${concerns.join(', ')}`,
  soonPurged: ({ site, months, kept, needed }) =>
    `Careful: the next start of the server (and beo purge) deletes the daily figures of ${months.join(', ')}, since the setting sites.${site}.retention.figuresMonths is ${kept}. To keep them it has to be at least ${needed}.`,
  progress: ({ records }) => `${n(records)} lines read`,
  badRecords: ({ bad }) =>
    `${bad === 1 ? 'One line is' : `${n(bad)} lines are`} of no use; nothing was imported.`,
  badLine: ({ line, what }) => `  line ${line}: ${what}`,
  moreBadLines: ({ count }) => `  and ${n(count)} more`,
  problems: {
    missing: ({ column }) => `${column} is missing`,
    badTime: ({ column, value }) => `${column}: "${value}" is not a time like 2015-06-08T08:15:00`,
    skippedTime: ({ column, value }) => `${column}: there was no ${value}, the clock was put forward over it`,
    calledBeforeArrived: () => 'called_at is before arrived_at',
    finishedBeforeArrived: () => 'finished_at is before arrived_at',
    finishedBeforeCalled: () => 'finished_at is before called_at',
    tooLong: () => 'more than 24 hours from arrived_at to finished_at',
    servedWithoutCall: () => 'served, but called_at is empty',
    leftWithCall: () => 'left, but called_at is not empty',
    unknownEnded: ({ value }) => `ended is "${value}"; possible: served, left`,
    unknownConcern: ({ value, lines }) =>
      `the catalogue has no concern "${value}" (${counted(lines, 'line', 'lines')}); --accept-concerns takes it`,
    badConcern: ({ value }) => `"${value}" can't be a concern: up to 32 letters, digits, ".", "_", "-"`,
    tooManyConcerns: ({ value }) => `concern "${value}": no catalogue has so many; is it the right column?`,
    fieldCount: ({ value }) => `fields: ${value} instead of 6`,
    badQuote: () => 'the quotation marks are wrong, or the line has no end',
  },
  badHeader: ({ missing, unknown, repeated }) =>
    [
      'The first line has to name the columns arrived_at, called_at, finished_at, ended, concern, desk, in any order.',
      ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
      ...(unknown.length > 0 ? [`Unknown: ${unknown.join(', ')}.`] : []),
      ...(repeated.length > 0 ? [`Twice: ${repeated.join(', ')}.`] : []),
    ].join(' '),
  tooManyRecords: ({ most }) =>
    `More than ${n(most)} lines at once are too many. Please split the file by years.`,
  noRecords: ({ file }) => `There is not a single visit in ${file}.`,
  daysTaken: ({ days, more }) =>
    `These days have figures or entries already: ${days.join(', ')}${more > 0 ? ` and ${n(more)} more` : ''}. Nothing was imported; please take their lines out of the file.`,
  daysNotOver: ({ days, more }) =>
    `These days are not over yet: ${days.join(', ')}${more > 0 ? ` and ${n(more)} more` : ''}. Nothing was imported.`,
  badZone: ({ word }) => `"${word}" is not a time zone like Europe/Berlin.`,
};
