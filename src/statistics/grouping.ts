/** Puts items into groups by a key, groups in the order of their keys. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].toSorted(([a], [b]) => compare(a, b));
}

/** How often each key occurs, keys in order. */
export function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Record<string, number> {
  return Object.fromEntries(groupBy(items, keyOf).map(([key, group]) => [key, group.length]));
}

/** Adds counts key by key, keys in order. */
export function addCounts(counts: Iterable<Readonly<Record<string, number>>>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const count of counts) {
    for (const [key, n] of Object.entries(count)) sums.set(key, (sums.get(key) ?? 0) + n);
  }
  return Object.fromEntries([...sums].toSorted(([a], [b]) => compare(a, b)));
}

/** The count of a key; 0 for one that does not occur, whatever its name. */
export const countIn = (counts: Readonly<Record<string, number>>, key: string): number =>
  Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0;

export const sumOf = <T>(items: Iterable<T>, valueOf: (item: T) => number): number => {
  let sum = 0;
  for (const item of items) sum += valueOf(item);
  return sum;
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
