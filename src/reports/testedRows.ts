import { shortTitle } from '../routing/labels.js';
import type { ReportTexts } from '../texts/de/reports.js';
import { formatDuration } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import type { Report } from './report.js';

/** Which figure stands in a row: those that are tested for chance, by heading and path of the row. */
export function testedRows(
  reports: readonly Report[],
  { sections, rows }: ReportTexts,
  language: Language,
): ReadonlyMap<string, string> {
  const { byConcern, byGroup } = concernsOf(reports);
  const target = formatDuration((reports[0]?.targets.waitSeconds ?? 0) * 1000);
  const table: Record<string, Record<string, string>> = {
    [sections.visits]: { [`${rows.noShow}/${rows.noShowRate.trim()}`]: 'tickets.noShowRate' },
    [sections.K1]: {
      [rows.mean]: 'waiting.meanPerVisitSeconds',
      [rows.sumPerDay]: 'waiting.meanPerDaySeconds',
    },
    [sections.K2]: {
      [rows.mean]: 'waiting.meanPerContactSeconds',
      [rows.withinTarget(target)]: 'waiting.withinTarget',
      [rows.firstCall]: 'firstCallWait.meanPerContactSeconds',
    },
    [sections.K4]: {
      [rows.mean]: 'service.meanPerVisitSeconds',
      [rows.sumPerDay]: 'service.meanPerDaySeconds',
    },
    [sections.K6]: {
      [rows.mean]: 'service.meanPerContactSeconds',
      [rows.conclusive]: 'service.conclusiveRate',
    },
    [sections.K7]: {
      [rows.am]: 'halfDays.am.utilisation',
      [`${rows.am}/${rows.withCaseWork.trim()}`]: 'halfDays.am.utilisationWithCaseWork',
      [rows.pm]: 'halfDays.pm.utilisation',
      [`${rows.pm}/${rows.withCaseWork.trim()}`]: 'halfDays.pm.utilisationWithCaseWork',
    },
    [sections.K12]: {
      [rows.contactsPerHour]: 'productivity.contactsPerStaffedHour',
      [rows.contactShare]: 'productivity.contactShare',
      [rows.caseWorkShare]: 'productivity.caseWorkShare',
      [rows.freeShare]: 'productivity.freeShare',
    },
    [sections.K13]: {
      [rows.filterFirst]: 'filters.first',
      [rows.filterSecond]: 'filters.second',
      [rows.filterTogether]: 'filters.together',
      [`${rows.filterTogether}/${rows.shareReception.trim()}`]: 'shares.reception',
      [`${rows.filterTogether}/${rows.shareEntranceZone.trim()}`]: 'shares.entranceZone',
      [`${rows.filterTogether}/${rows.sharePassedOn.trim()}`]: 'shares.passedOn',
    },
    [sections.reception]: { [rows.receptionTime]: 'reception.meanPerContactSeconds' },
  };
  const concernTable = [
    ...byConcern.map((id) => [`${id} ${shortTitle(id, language)}`, `byConcern[${id}]`] as const),
    ...byGroup.map((id) => [rows.group(id), `byGroup[${id}]`] as const),
  ];
  for (const [label, place] of concernTable) {
    (table[sections.K3] ??= {})[label] = `${place}.waiting.meanPerContactSeconds`;
    (table[sections.K5] ??= {})[label] = `${place}.service.meanPerContactSeconds`;
  }
  return new Map(
    Object.entries(table).flatMap(([heading, figures]) =>
      Object.entries(figures).map(([path, figure]) => [`${heading}\t${path}`, figure] as const),
    ),
  );
}

const concernsOf = (reports: readonly Report[]) => ({
  byConcern: [...new Set(reports.flatMap(({ byConcern }) => byConcern.map(({ concern }) => concern)))],
  byGroup: [...new Set(reports.flatMap(({ byGroup }) => byGroup.map(({ concern }) => concern)))],
});
