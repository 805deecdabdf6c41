/*
 * The slip for receipt printers that speak ESC/POS (Epson's command set, which most others understand). Only commands
 * of every such printer are used.
 */
import type { Slip } from '../texts/slip.js';
import { wrappedLines } from './slipText.js';

const initialise = [0x1b, 0x40]; // ESC @
/** ESC t 16: Windows-1252, which has the umlauts. */
const westEuropean = [0x1b, 0x74, 16];
const centre = [0x1b, 0x61, 1]; // ESC a 1
/** GS ! n: width and height, each 1 to 8 times. */
const sized = (times: number): readonly number[] => [0x1d, 0x21, (times - 1) * 0x11];
const feed = (lines: number): readonly number[] => [0x1b, 0x64, lines]; // ESC d n
/** GS V 66 0: feeds to the knife, and cuts but for a bridge. */
const cut = [0x1d, 0x56, 66, 0];

/** The number fills the paper: four times as wide as the text fits five characters into 24 columns. */
const numberSize = 4;

export function slipEscPos(slip: Slip, { width }: { readonly width: number }): Uint8Array {
  const lines = (texts: readonly string[]): number[] => texts.flatMap((text) => [...encoded(text), 0x0a]);
  return Uint8Array.from([
    ...initialise,
    ...westEuropean,
    ...centre,
    ...sized(numberSize),
    ...lines([slip.number]),
    ...sized(1),
    ...feed(1),
    ...lines(wrappedLines(slip, width)),
    ...feed(3),
    ...cut,
  ]);
}

/** What Windows-1252 has outside of Latin-1, as far as a slip may hold it. */
const beyondLatin: Readonly<Record<string, number>> = {
  '€': 0x80,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
};

/** Letters that the code page lacks lose their marks; what is still left becomes a question mark. */
function encoded(text: string): readonly number[] {
  return Array.from(text.normalize('NFC')).flatMap((sign) => {
    const known = codeOf(sign);
    if (known !== undefined) return known;
    const plain = sign.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return Array.from(plain, (each) => codeOf(each) ?? 0x3f);
  });
}

function codeOf(sign: string): number | undefined {
  const code = sign.codePointAt(0) ?? 0x3f;
  const isLatin = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff);
  return isLatin ? code : beyondLatin[sign];
}
