import type { IBufferCell } from '@xterm/headless';

/** How a character looks on the screen. */
export interface Style {
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly strikethrough: boolean;
  readonly color: Color;
  readonly background: Color;
}

/** The person's own colour, one of the terminal's sixteen by name, one of its 256 by number, or `#rrggbb`. */
export type Color = 'default' | (typeof sixteenColors)[number] | number | `#${string}`;

const sixteenColors = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'gray',
  'redBright',
  'greenBright',
  'yellowBright',
  'blueBright',
  'magentaBright',
  'cyanBright',
  'whiteBright',
] as const;

export function styleOfCell(cell: IBufferCell): Style {
  return {
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
    strikethrough: cell.isStrikethrough() !== 0,
    color: colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    background: colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
  };
}

function colorOf(isDefault: boolean, isTrueColor: boolean, value: number): Color {
  if (isDefault) return 'default';
  if (isTrueColor) return `#${value.toString(16).padStart(6, '0')}`;
  return sixteenColors[value] ?? value;
}
