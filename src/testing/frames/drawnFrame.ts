import xterm from '@xterm/headless';
import { styleOfCell, type Style } from '../terminalStyle.js';

export interface FrameSize {
  readonly columns: number;
  readonly rows: number;
}

/** A character on the screen; a wide one takes two columns. */
export interface DrawnCell {
  readonly text: string;
  readonly columns: number;
  readonly style: Style;
}

/** What a terminal shows: its rows from top to bottom, each with a cell for every character, blanks included. */
export interface DrawnFrame extends FrameSize {
  readonly cells: readonly (readonly DrawnCell[])[];
}

/** What a terminal of that size shows when a program has written this, control sequences included. */
export async function drawnFrame(written: string, { columns, rows }: FrameSize): Promise<DrawnFrame> {
  // As a pseudo-terminal does, a new line begins at the left.
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  await new Promise<void>((resolve) => terminal.write(written, resolve));
  const { active } = terminal.buffer;
  const cells = Array.from({ length: rows }, (_, row) => cellsOf(active.getLine(active.viewportY + row)));
  terminal.dispose();
  return { columns, rows, cells };
}

/** The characters alone, a line for each row, without the blanks at its end. */
export const frameText = ({ cells }: DrawnFrame): string =>
  `${cells
    .map((row) =>
      row
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n')
    .trimEnd()}\n`;

function cellsOf(line: xterm.IBufferLine | undefined): DrawnCell[] {
  return Array.from({ length: line?.length ?? 0 }, (_, column) => line?.getCell(column)).flatMap((cell) =>
    // The second half of a wide character is a cell without a width.
    cell && cell.getWidth() > 0
      ? [{ text: cell.getChars() || ' ', columns: cell.getWidth(), style: styleOfCell(cell) }]
      : [],
  );
}
