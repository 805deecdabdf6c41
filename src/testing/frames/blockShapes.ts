export interface Place {
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Left, top, right and bottom of what is filled, as parts of the cell. */
type Filled = readonly [left: number, top: number, right: number, bottom: number];

const shapeOf: Readonly<Record<string, Filled>> = {
  '█': [0, 0, 1, 1],
  '▀': [0, 0, 1, 1 / 2],
  '▄': [0, 1 / 2, 1, 1],
  '▌': [0, 0, 1 / 2, 1],
  '▐': [1 / 2, 0, 1, 1],
  '▉': [0, 0, 7 / 8, 1],
  '▊': [0, 0, 3 / 4, 1],
  '▋': [0, 0, 5 / 8, 1],
  '▍': [0, 0, 3 / 8, 1],
  '▎': [0, 0, 1 / 4, 1],
  '▏': [0, 0, 1 / 8, 1],
  '─': [0, 0.47, 1, 0.53],
  '│': [0.44, 0, 0.56, 1],
};

/**
 * Block and line signs as the path of an SVG: a font may leave gaps between them. Null if one of them is not known.
 * Equal signs beside each other become one shape.
 */
export function blockShapes(signs: string, { x, y, cellWidth, cellHeight }: Place): string | null {
  const path: string[] = [];
  let column = 0;
  for (const [run] of signs.matchAll(/(.)\1*/gu)) {
    const shape = shapeOf[run.charAt(0)];
    if (!shape) return null;
    const [left, top, right, bottom] = shape;
    const isWhole = left === 0 && right === 1;
    const starts = isWhole ? [column] : Array.from(run, (_, i) => column + i);
    const columns = isWhole ? run.length : right - left;
    for (const start of starts) {
      const from = rounded(x + (start + left) * cellWidth);
      path.push(
        `M${from} ${rounded(y + top * cellHeight)}h${rounded(columns * cellWidth)}v${rounded((bottom - top) * cellHeight)}H${from}z`,
      );
    }
    column += run.length;
  }
  return path.join('');
}

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;
