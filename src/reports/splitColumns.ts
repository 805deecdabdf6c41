import type { Section, Sheet } from './sheet.js';

/** A sheet with more columns than fit, as sheets below each other; what has no columns stands in the last one. */
export function splitColumns(sheet: Sheet, most: number): Sheet[] {
  const count = Math.max(0, ...sheet.heads.map((line) => line.length));
  if (count <= most) return [sheet];
  const starts = Array.from({ length: Math.ceil(count / most) }, (_, i) => i * most);
  return starts.map((start, i) => {
    const cut = <T>(cells: readonly T[]): T[] => cells.slice(start, start + most);
    const isLast = i === starts.length - 1;
    return {
      ...sheet,
      title: i === 0 ? sheet.title : [],
      heads: sheet.heads.map(cut),
      sections: sheet.sections.flatMap((section): Section[] => {
        if (section.kind !== 'grid') return isLast ? [section] : [];
        return [{ ...section, rows: section.rows.map((row) => ({ ...row, cells: cut(row.cells) })) }];
      }),
    };
  });
}
