/** How long or how many at each site. */
export type Kept = readonly { readonly site: string; readonly count: number }[];

/** "14", or where sites differ "14 (herford), 30 (buende)". */
export function keptIn(all: Kept): string {
  const [first] = all;
  return first && all.every(({ count }) => count === first.count)
    ? String(first.count)
    : all.map(({ site, count }) => `${count} (${site})`).join(', ');
}
