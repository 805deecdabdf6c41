/** Draws a line of text as large as it fits, from glyph outlines: as half blocks, or in ASCII for poor terminals. */
import font from '../../../data/font/digits.json' with { type: 'json' };

export interface BigTextSize {
  /** Character cells to fill at the most. */
  readonly columns: number;
  readonly rows: number;
  /** blocks: ▀▄█, two samples a cell; ascii: #, one sample a cell. */
  readonly style: 'blocks' | 'ascii';
}

/** Closed outlines (nonzero winding), in thousandths of an em, y upwards from the baseline. */
type Outlines = readonly (readonly (readonly [x: number, y: number])[])[];

/** A glyph and the box it is drawn in. */
interface Shape {
  readonly outlines: Outlines;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const glyphs = font as unknown as Readonly<Record<string, { w: number; p: Outlines }>>;

/** Height of a capital, and by how much round letters swing over the line; the swing is cut off. */
const capital = 729;
const overshoot = 14;
/** Blank between two glyphs, thousandths of an em; never less than a column. */
const gap = 110;
/** Samples a capital needs to be read; smaller than that, the plain text says more. */
const legible = { blocks: 6, ascii: 5 };
const samplesPerRow = { blocks: 2, ascii: 1 };
/** By upper sample (1) plus lower sample (2). */
const inks = { blocks: ' ▀▄█', ascii: ' #' };
/** Where a row of samples is looked at, from its top. */
const scanLines = [0.125, 0.375, 0.625, 0.875];

/**
 * The text in lines of equal width, never wider or higher than asked for. Letters are capitals; a character without a glyph is
 * drawn as "-". Where nothing legible fits it is the text itself, cut to the columns.
 */
export function bigText(text: string, size: BigTextSize): string[] {
  const { columns, rows, style } = size;
  const letters = lettersOf(text);
  if (columns < 1 || rows < 1 || letters.length === 0) return [];
  const fitted = fit(letters, size);
  if (!fitted) return [letters.slice(0, columns).join('')];
  const { shapes, widths, space, height } = fitted;
  const pictures = shapes.map((shape, i) => rasterise(shape, widths[i] ?? 1, height));
  return join(pictures, space, style);
}

/** How many columns and rows the text takes in large letters, without drawing it; null where nothing legible fits. */
export function bigTextCells(
  text: string,
  size: BigTextSize,
): { readonly columns: number; readonly rows: number } | null {
  const fitted = fit(lettersOf(text), size);
  if (!fitted) return null;
  const { widths, space, height } = fitted;
  return { columns: total(widths, space), rows: Math.ceil(height / samplesPerRow[size.style]) };
}

const lettersOf = (text: string): string[] =>
  Array.from(text.toUpperCase(), (letter) => (Object.hasOwn(glyphs, letter) ? letter : '-'));

const total = (widths: readonly number[], space: number): number =>
  widths.reduce((sum, width) => sum + width, space * (widths.length - 1));

/** Glyphs in boxes of one height, and how many samples wide each is drawn. */
interface Fitted {
  readonly shapes: readonly Shape[];
  readonly widths: readonly number[];
  readonly space: number;
  /** Samples. */
  readonly height: number;
}

/** The largest height at which the letters fit and can be read. */
function fit(letters: readonly string[], { columns, rows, style }: BigTextSize): Fitted | null {
  const shapes = letters.map(shapeOf);
  const top = Math.max(...shapes.map((shape) => shape.top));
  const bottom = Math.min(...shapes.map((shape) => shape.bottom));
  const smallest = Math.ceil((legible[style] * (top - bottom)) / capital);
  for (let height = rows * samplesPerRow[style]; height >= smallest; height -= 1) {
    // A cell is twice as high as wide, so a sample of a half block is square and one of a whole cell is two high.
    const columnsPerUnit = (height * (2 / samplesPerRow[style])) / (top - bottom);
    const widths = shapes.map(({ left, right }) => Math.max(1, Math.round((right - left) * columnsPerUnit)));
    const space = Math.max(1, Math.round(gap * columnsPerUnit));
    if (total(widths, space) > columns) continue;
    return { shapes: shapes.map((shape) => ({ ...shape, top, bottom })), widths, space, height };
  }
  return null;
}

/** The box is what the ink covers, at least the height of a capital; a blank is as wide as its advance. */
function shapeOf(letter: string): Shape {
  const { w, p } = glyphs[letter] ?? { w: 0, p: [] };
  const xs = p.length > 0 ? p.flat().map(([x]) => x) : [0, w];
  const ys = p.flat().map(([, y]) => y);
  return {
    outlines: p,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.max(capital, ...ys.map((y) => y - overshoot)),
    bottom: Math.min(0, ...ys.map((y) => y + overshoot)),
  };
}

/** A sample is on if at least half of it is covered. */
function rasterise(shape: Shape, width: number, height: number): boolean[][] {
  const { outlines, left, right, top, bottom } = shape;
  const column = (x: number) => ((x - left) / (right - left)) * width;
  return Array.from({ length: height }, (_row, y) => {
    const levels = scanLines.map((line) => top - ((y + line) / height) * (top - bottom));
    const spans = levels.flatMap((level) => spansAt(outlines, level));
    return Array.from({ length: width }, (_cell, x) => {
      const shares = spans.map(([from, to]) => Math.min(x + 1, column(to)) - Math.max(x, column(from)));
      return shares.reduce((sum, share) => sum + Math.max(0, share), 0) >= scanLines.length / 2;
    });
  });
}

/** Where a horizontal line at this level runs inside the outlines. */
function spansAt(outlines: Outlines, level: number): [from: number, to: number][] {
  const crossings = outlines.flatMap((outline) =>
    outline.flatMap(([x1, y1], i) => {
      const [x2, y2] = outline[(i + 1) % outline.length] ?? [x1, y1];
      if (y1 <= level === y2 <= level) return [];
      return [{ x: x1 + ((level - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 }];
    }),
  );
  let winding = 0;
  return crossings
    .toSorted((a, b) => a.x - b.x)
    .flatMap(({ x, turn }, i, sorted) => {
      winding += turn;
      const next = sorted[i + 1];
      return winding !== 0 && next ? [[x, next.x]] : [];
    });
}

/** Puts the pictures side by side; in half blocks two rows of samples make a line. */
function join(pictures: readonly boolean[][][], space: number, style: BigTextSize['style']): string[] {
  const step = samplesPerRow[style];
  const lines = Math.ceil((pictures[0]?.length ?? 0) / step);
  return Array.from({ length: lines }, (_line, row) => {
    const parts = pictures.map((picture) => {
      const [upper = [], lower] = picture.slice(row * step, (row + 1) * step);
      return upper.map((on, x) => inks[style][(on ? 1 : 0) + (lower?.[x] ? 2 : 0)]).join('');
    });
    return parts.join(' '.repeat(space));
  });
}
