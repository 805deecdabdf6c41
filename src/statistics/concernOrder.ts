/** Order of concerns and groups: "3.2" before "3.10", "3.4" before "3.4b". */
export function byConcernOrder(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return collate(a, b);
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const difference = comparePart(left[i] ?? '', right[i] ?? '');
    if (difference !== 0) return difference;
  }
  return Math.sign(left.length - right.length);
}

/** A number as the catalogue gives them, "3.4b". An office's own codes may be any text. */
const isNumber = (id: string): boolean => /^[1-9]\d{0,8}(\.[1-9]\d{0,8})*[a-z]?$/.test(id);

/** "3.4b" → "3", ".", "4", "b" */
const partsOf = (id: string): string[] => id.match(/\d+|\D/g) ?? [];

/** A point before a number, a number before a letter. */
function comparePart(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (left > 0 && right > 0) return Math.sign(left - right);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

let collator: Intl.Collator | undefined;

/** What orders any text takes as long to start as many a command: it is made for those who need it. */
function collate(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}
