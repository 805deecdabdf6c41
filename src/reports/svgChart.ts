import { formatMinutesSeconds, formatNumber, formatPercent } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { columnNames, oneSpaced } from './formatTexts.js';
import { html } from './htmlEscape.js';
import { outline } from './outline.js';
import { ticksFor } from './scale.js';
import type { Cell, Grid, List, Sheet, Target, Unit } from './sheet.js';

/*
 * Bars as SVG, from what a section says is to be drawn. Whoever doesn't see them hears their values; they stand in
 * the table beside them, too. Lengths are in the drawing's own units, about a pixel on a wide screen.
 */

const width = 720;

interface Series {
  readonly name: string;
  readonly cells: readonly Cell[];
}

interface Bars {
  /** Begins the ids inside. */
  readonly id: string;
  readonly title: string;
  readonly labels: readonly string[];
  /** One or two. */
  readonly series: readonly Series[];
  readonly target?: Target;
  readonly language: Language;
}

/** The bars of a grid; nothing where there is but one, or no number at all. */
export function gridChart(grid: Grid, id: string, sheet: Sheet): string[] {
  const { language } = sheet;
  const title = oneSpaced(grid.heading);
  if (grid.drawing?.along === 'columns') {
    const { rows, target } = grid.drawing;
    const labels = columnNames(sheet).slice(0, -1);
    if (labels.length < 2) return [];
    const series = rows
      .flatMap((row) => grid.rows[row] ?? [])
      .map(({ label, cells }) => ({ name: label.trim(), cells: cells.slice(0, -1) }))
      .filter(({ cells }) => cells.some(({ value }) => value !== undefined));
    if (series.length === 0) return [];
    return upright({ id, title, labels, series, language, ...(target ? { target } : {}) });
  }
  if (grid.drawing?.along === 'rows') {
    const rows = outline(grid.rows).filter(({ isMinor }) => !isMinor);
    if (rows.length < 2) return [];
    const cells = rows.map((row) => row.cells.at(-1) ?? { text: '' });
    const series = [{ name: columnNames(sheet).at(-1) ?? '', cells }];
    return lying({ id, title, labels: rows.map(({ name }) => name), series, language });
  }
  return [];
}

/** The columns of a list that are drawn, side by side for each row. */
export function listChart(
  { heading, heads, rows, bars = [] }: List,
  id: string,
  language: Language,
): string[] {
  const drawn = rows.filter(({ isTotal }) => !isTotal);
  const series = bars.slice(0, 2).map((column) => ({
    name: heads[column] ?? '',
    cells: drawn.map(({ cells }) => cells[column] ?? { text: '' }),
  }));
  if (series.length === 0) return [];
  return upright({
    id,
    title: oneSpaced(heading),
    labels: drawn.map(({ label }) => label.trim()),
    series,
    language,
  });
}

const highestOf = ({ series, target }: Bars): number =>
  Math.max(target?.value ?? 0, ...series.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));

const unitOf = ({ series }: Bars): Unit =>
  series.flatMap(({ cells }) => cells).find(({ unit }) => unit !== undefined)?.unit ?? 'count';

const roundSteps: Readonly<Partial<Record<Unit, readonly number[]>>> = {
  seconds: [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400],
  share: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
};

function tickText(value: number, unit: Unit, language: Language): string {
  if (unit === 'seconds') return formatMinutesSeconds(value * 1000);
  if (unit === 'share') return formatPercent(value, language, 0);
  return formatNumber(value, language, 0);
}

/** Of a letter of a label and its share of the space to the next label. */
const letterWidth = 8;

/** Columns from the ground up. */
function upright(bars: Bars): string[] {
  const highest = highestOf(bars);
  if (highest === 0) return [];
  const { labels, series, target, language } = bars;
  const unit = unitOf(bars);
  const ticks = ticksFor(highest, roundSteps[unit] ?? []);
  // Above the bars there is room for their numbers and, where there are two series, for the legend; beside them for the
  // target's name.
  const plot = {
    left: 52,
    top: series.length > 1 ? 44 : 30,
    right: width - (target ? 90 : 12),
    bottom: 196,
  };
  const y = (value: number) => round(plot.bottom - (value / (ticks.at(-1) ?? 1)) * (plot.bottom - plot.top));
  const slot = (plot.right - plot.left) / labels.length;
  // Of labels that would run into each other only every second, third … is there.
  const longest = Math.max(...labels.map(({ length }) => length));
  const every = Math.ceil((longest * letterWidth) / slot);
  const thickness = Math.min(44, (slot * 0.72) / series.length);
  const shapes = ticks.map((tick) => [
    line(tick === 0 ? 'base' : 'axis', plot.left, y(tick), plot.right, y(tick)),
    text(tickText(tick, unit, language), plot.left - 8, y(tick) + 4, 'end', 'soft'),
  ]);
  labels.forEach((label, i) => {
    const middle = plot.left + slot * (i + 0.5);
    const start = middle - (thickness * series.length) / 2;
    shapes.push(
      series.flatMap(({ cells }, nth) => {
        const cell = cells[i] ?? { text: '' };
        const x = start + thickness * nth;
        const top = y(cell.value ?? 0);
        return [
          ...(cell.value ? [box(nth, bars.id, x + 1, top, thickness - 2, plot.bottom - top)] : []),
          // Text on each of many thin bars would run together; the axis tells enough.
          ...(thickness >= 14 ? [text(cell.text, x + thickness / 2, top - 5, 'middle')] : []),
        ];
      }),
      i % every === 0 ? [text(label, middle, plot.bottom + 18, 'middle', 'soft')] : [],
    );
  });
  if (target) {
    shapes.push([
      line('target', plot.left, y(target.value), plot.right, y(target.value)),
      text(target.label, plot.right + 6, y(target.value) + 4, 'start', 'aim'),
    ]);
  }
  return figure(bars, 222, [...legend(bars), ...shapes.flat()]);
}

/** Bars from left to right, a row each. */
function lying(bars: Bars): string[] {
  const highest = highestOf(bars);
  if (highest === 0) return [];
  const left = 270;
  const rowHeight = 22;
  const [series] = bars.series;
  const shapes = bars.labels.flatMap((label, i) => {
    const cell = series?.cells[i] ?? { text: '' };
    const length = round(((cell.value ?? 0) / highest) * (width - left - 70));
    const top = 6 + i * rowHeight;
    return [
      text(shortened(label), left - 10, top + 14, 'end'),
      ...(length > 0 ? [box(0, bars.id, left, top + 3, length, rowHeight - 7)] : []),
      text(cell.text, left + length + 6, top + 14, 'start'),
    ];
  });
  const height = 12 + bars.labels.length * rowHeight;
  return figure(bars, height, [...shapes, line('base', left, 4, left, height - 4)]);
}

/** In letters, so that wide ones fit too. */
const longestLabel = 36;

const shortened = (label: string): string =>
  label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`;

/** Names of the series, where there are two. */
function legend({ series, id }: Bars): string[] {
  if (series.length < 2) return [];
  return series.flatMap(({ name }, nth) => {
    const x = 52 + nth * 190;
    return [box(nth, id, x, 5, 14, 11), text(name, x + 20, 15, 'start')];
  });
}

function figure(bars: Bars, height: number, shapes: readonly string[]): string[] {
  const { id, title, labels, series, target } = bars;
  const told = series.map(({ name, cells }) => {
    const values = labels.map((label, i) => `${label} ${cells[i]?.text ?? ''}`);
    return `${name}: ${values.join('; ')}.`;
  });
  const description = [...told, ...(target ? [`${target.label}.`] : [])].join(' ');
  const caption = [...series.map(({ name }) => name), ...(target ? [target.label] : [])].join(', ');
  return [
    // On a narrow screen it is scrolled, by keys too.
    '<figure tabindex="0">',
    `<svg role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}">`,
    `<title id="${id}-t">${html(title)}</title>`,
    `<desc id="${id}-d">${html(description)}</desc>`,
    ...(series.length > 1 ? [hatch(id)] : []),
    ...shapes,
    '</svg>',
    // Several have their legend in the drawing.
    ...(series.length > 1 ? [] : [`<figcaption>${html(caption)}</figcaption>`]),
    '</figure>',
  ];
}

/** The second series is hatched, so that it is another without its colour. */
const hatch = (id: string): string =>
  `<defs><pattern id="${id}-h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>`;

const box = (nth: number, id: string, x: number, y: number, w: number, h: number): string =>
  `<rect ${nth === 0 ? 'class="one"' : `class="two" fill="url(#${id}-h)"`} x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"/>`;

const line = (name: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${name}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;

const text = (content: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', name = ''): string =>
  `<text${name === '' ? '' : ` class="${name}"`} x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${html(content)}</text>`;

/** Tenths are finer than any printer. */
const round = (value: number): number => Math.round(value * 10) / 10;
