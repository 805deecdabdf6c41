import { describe, expect, test } from 'vitest';
import { gridChart, listChart } from './svgChart.js';
import type { Cell, Grid, List, Sheet } from './sheet.js';

const cell = (value: number): Cell => ({ text: String(value), value, unit: 'count' });

const sheet: Sheet = {
  language: 'en',
  subject: { site: '', period: '', lastDay: '2015-06-12' },
  title: [],
  heads: [['Mon', 'Tue', 'total']],
  hasTotal: true,
  sections: [],
};

const grid = (rows: readonly number[]): Grid => ({
  kind: 'grid',
  heading: 'G',
  rows: [
    { label: 'planned', cells: [{ text: '–' }, { text: '–' }, { text: '–' }] },
    { label: '  present', cells: [3, 4, 7].map(cell) },
    { label: 'minimum', cells: [2, 2, 4].map(cell) },
  ],
  drawing: { along: 'columns', rows },
});

const descriptionOf = (markup: readonly string[]): string =>
  markup.find((line) => line.startsWith('<desc'))?.replaceAll(/<[^>]+>/g, '') ?? '';

describe('bars along the columns', () => {
  test('are of one row or of two, without the total', () => {
    expect(descriptionOf(gridChart(grid([1, 2]), 'g', sheet))).toBe(
      'present: Mon 3; Tue 4. minimum: Mon 2; Tue 2.',
    );
  });

  test('a row without a number is left out', () => {
    expect(descriptionOf(gridChart(grid([0, 1]), 'g', sheet))).toBe('present: Mon 3; Tue 4.');
    expect(gridChart(grid([0]), 'g', sheet)).toEqual([]);
  });
});

test.each([
  [6, 6],
  [24, 12],
])('of %d hours %d have their label, so that none runs into another', (hours, labels) => {
  const list: List = {
    kind: 'list',
    heading: 'L',
    heads: ['arrived'],
    rows: Array.from({ length: hours }, (_, hour) => ({
      label: `${String(hour).padStart(2, '0')}–${String(hour + 1).padStart(2, '0')}`,
      cells: [cell(1000)],
    })),
    bars: [0],
  };
  expect(
    listChart(list, 'l', 'en').filter((line) => /\d–\d/.test(line) && line.startsWith('<text')),
  ).toHaveLength(labels);
});
