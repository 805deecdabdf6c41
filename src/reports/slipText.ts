import stringWidth from 'string-width';
import { slipLines, type Slip } from '../texts/slip.js';

export interface SlipTextOptions {
  /** Characters in a line. */
  readonly width: number;
  /** The number drawn large, in lines of at most that width; one line where there is no room for that. */
  readonly drawn: readonly string[];
}

/** The slip as plain text for any printer: the number large, what belongs to it below, each line in the middle. */
export function slipText(slip: Slip, { width, drawn }: SlipTextOptions): string {
  const number = drawn.length > 1 ? [...drawn, '', slip.number] : framed(slip.number);
  const lines = ['', ...number, '', ...wrappedLines(slip, width), '', ''];
  return `${lines.map((line) => centred(line, width)).join('\n')}\n`;
}

/** As large as it gets on paper too narrow to draw on. */
function framed(number: string): readonly string[] {
  const middle = `*  ${Array.from(number).join(' ')}  *`;
  const edge = '*'.repeat(middle.length);
  return [edge, middle, edge];
}

/** The sentences below the number, in lines of so many characters. */
export const wrappedLines = (slip: Slip, width: number): readonly string[] =>
  slipLines(slip).flatMap((line) => wrapped(printable(line), width));

/** A name out of the settings may hold anything; a printer takes control characters for orders. */
const printable = (line: string): string => line.replaceAll(/\p{Cc}/gu, ' ');

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) lines.push(line);
    line = line !== '' && stringWidth(longer) > width ? word : longer;
  }
  return [...lines, line];
}

function centred(line: string, width: number): string {
  const text = line.trimEnd();
  return text === '' ? '' : ' '.repeat(Math.max(0, Math.floor((width - stringWidth(text)) / 2))) + text;
}
