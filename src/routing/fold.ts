/** Makes words comparable however they are typed: Müller, Mueller, MULLER and mülleR are one. */

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const single: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', ı: 'i' };

/** Small letters without marks: umlauts once spelled out (ä as ae) and once as the plain letter (a); one entry if they agree. */
export function fold(text: string): readonly string[] {
  const small = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ßæøłı]/g, (letter) => single[letter] ?? letter);
  const plain = withoutMarks(small);
  const spelled = withoutMarks(small.replaceAll(/[äöü]/g, (letter) => spelledOut[letter] ?? letter));
  return spelled === plain ? [plain] : [spelled, plain];
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** Whether one slip of the finger turns one into the other: a letter wrong, missing, too many, or two neighbours swapped. */
export function isOneTypoApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}
