import { signsFor } from './signs.js';

/** One plain character each, so that what was laid out stays in its place. Umlauts stay: even old terminals have them. */
const plain: Readonly<Record<string, string>> = {
  '…': '.',
  '–': '-',
  '·': '|',
  '„': '"',
  '“': '"',
  '”': '"',
  '‚': "'",
  '‘': "'",
  '’': "'",
  '×': 'x',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '─': '-',
  '│': '|',
};

const fancy = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/** What is cut in the middle of a word says so by its own sign; a full stop would read as an abbreviation. */
const cutWord = /(?<=[^\s.])…/g;

export const toAscii = (text: string): string =>
  text.replaceAll(cutWord, signsFor(true).cut).replaceAll(fancy, (sign) => plain[sign] ?? sign);
