import { fit, fitRight } from '../parts/cells.js';
import { bar } from './bars.js';
import type { BlockOptions } from './blocks.js';
import { hourRows, type HourSpan } from './hours.js';
import type { Block } from './layout.js';
import type { Scene } from './scene.js';

const nameColumns = 7;
const countColumns = 5;

/** Arrivals and completions by clock hour as bars with their numbers; the rows add up to the last one (K11). */
export function hoursBlock(scene: Scene, { figures, width }: BlockOptions, rows: number): Block {
  const { texts, ascii, screenReader } = scene;
  const words = texts.statistics.hours;
  // Below the title: what the columns are, and the sums.
  const spans = hourRows(figures.byHour, rows - 3);
  if (spans.length === 0) return { title: words.title, lines: [words.none] };
  if (screenReader) {
    return {
      title: words.title,
      lines: [
        ...spans.map((span) => words.spoken(nameOf(scene, span), span.arrived, span.served)),
        words.spoken(words.total, figures.arrived, figures.served),
      ],
    };
  }
  const cells = Math.max(1, Math.floor((width - nameColumns) / 2) - countColumns - 1);
  const largest = Math.max(...spans.flatMap(({ arrived, served }) => [arrived, served]));
  const figure = (count: number): string =>
    `${fit(bar(count, largest, cells, ascii), cells)}${fitRight(String(count), countColumns)} `;
  const total = (count: number): string => `${fitRight(String(count), cells + countColumns)} `;
  const head = (name: string): string => `${fitRight(name, cells + countColumns)} `;
  return {
    title: words.title,
    lines: [
      fit('', nameColumns) + head(words.arrived) + head(words.served),
      ...spans.map(
        (span) => fit(nameOf(scene, span), nameColumns) + figure(span.arrived) + figure(span.served),
      ),
      fit(words.total, nameColumns) + total(figures.arrived) + total(figures.served),
    ],
  };
}

/** "08–09", or "bis 09" for the hours before. */
function nameOf({ texts, signs }: Scene, { from, to }: HourSpan): string {
  const two = (hour: number): string => String(hour).padStart(2, '0');
  return to - from > 1 ? texts.statistics.hours.until(two(to)) : `${two(from)}${signs.dash}${two(to)}`;
}
