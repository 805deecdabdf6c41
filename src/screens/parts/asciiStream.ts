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

/** The same stream, but what is written to it uses only what every terminal has. */
export function asciiStream(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (text: string, ...more: []): boolean => stream.write(toAscii(text), ...more);
  return new Proxy(stream, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
