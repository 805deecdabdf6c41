import { describe, expect, test } from 'vitest';
import { differenceCell, relativeCell } from './differenceCells.js';
import type { Cell, GridRow, Section } from './sheet.js';
import { mergeSections, type Side } from './sideBySide.js';

const cell = (value: number): Cell => ({ text: String(value), value, unit: 'count' });

const row = (label: string, value: number): GridRow => ({ label, cells: [cell(value)] });

const side = (name: string, ...sections: readonly Section[]): Side => ({
  name,
  sheet: {
    language: 'en',
    subject: { site: name, period: '', lastDay: '2015-06-08' },
    title: [],
    heads: [],
    sections,
  },
});

const grid = (...rows: readonly GridRow[]): Section => ({ kind: 'grid', heading: 'G', rows });

/** "label: a | b" */
const linesOf = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) =>
    section.kind === 'grid'
      ? section.rows.map(({ label, cells }) => `${label}: ${cells.map(({ text }) => text).join(' | ')}`)
      : [],
  );

describe('merged sections', () => {
  test('rows meet by their label and by the row that they belong to', () => {
    const a = side('a', grid(row('am', 1), row('  staffed', 2), row('pm', 3), row('  staffed', 4)));
    const b = side('b', grid(row('pm', 30), row('  staffed', 40)));
    const paths: string[] = [];
    const merged = mergeSections([a, b], ({ path, cells }) => {
      paths.push(path);
      return cells;
    });
    expect(linesOf(merged)).toEqual(['am: 1 | –', '  staffed: 2 | –', 'pm: 3 | 30', '  staffed: 4 | 40']);
    expect(paths).toEqual(['am', 'am/staffed', 'pm', 'pm/staffed']);
  });

  test('what only one side has keeps its place', () => {
    const a = side('a', grid(row('one', 1), row('three', 3)));
    const b = side('b', grid(row('one', 1), row('two', 2), row('three', 3), row('four', 4)));
    expect(linesOf(mergeSections([a, b]))).toEqual([
      'one: 1 | 1',
      'two: – | 2',
      'three: 3 | 3',
      'four: – | 4',
    ]);
  });

  test('counts become rows, their n a row of its own', () => {
    const counts = (name: string, value: number, n: number): Section => ({
      kind: 'counts',
      heading: 'C',
      rows: [
        { sentence: 'nothing else' },
        { label: '', entries: [{ name: 'plain', cell: cell(7) }] },
        { label: 'by concern', entries: [{ name, cell: { ...cell(value), text: `${value} (n ${n})` } }] },
      ],
    });
    const merged = mergeSections([side('a', counts('3.1', 5, 50)), side('b', counts('3.2', 6, 60))]);
    expect(linesOf(merged)).toEqual([
      'plain: 7 | 7',
      'by concern:  | ',
      '  3.2: – | 6',
      '    n: – | 60',
      '  3.1: 5 | –',
      '    n: 50 | –',
    ]);
    expect(merged.at(-1)).toEqual({ kind: 'text', heading: 'C', paragraphs: ['nothing else'] });
  });

  test('a list of one column is as good as a grid, a heat stands for itself', () => {
    const list = (...rows: readonly GridRow[]): Section => ({
      kind: 'list',
      heading: 'L',
      heads: ['total'],
      rows,
    });
    const heat: Section = { kind: 'heat', heading: 'H', heads: ['Mon', 'Tue'], rows: [row('08–09', 3)] };
    const merged = mergeSections([
      side('a', list(row('left', 1)), heat),
      side('b', list(row('left', 2)), heat),
    ]);
    expect(linesOf(merged)).toEqual(['left: 1 | 2']);
    expect(merged.slice(1)).toEqual([
      { ...heat, heading: 'a: H' },
      { ...heat, heading: 'b: H' },
    ]);
  });

  test('what all say is said once, lists stay as they are', () => {
    const text = (...paragraphs: readonly string[]): Section => ({ kind: 'text', heading: 'T', paragraphs });
    const list: Section = { kind: 'list', heading: 'L', heads: ['x', 'y'], rows: [row('r', 1)] };
    expect(
      mergeSections([side('a', list, text('both', 'mine')), side('b', text('both', ' yours')), side('c')]),
    ).toEqual([
      { ...list, heading: 'a: L' },
      { kind: 'text', heading: 'T', paragraphs: ['both', 'a: mine', 'b: yours'] },
    ]);
  });
});

describe('a difference', () => {
  test.each([
    [83, 'seconds', '+1:23'],
    [-0.4, 'seconds', '0:00'],
    [-12.34, 'minutes', '-12,3'],
    [0.0321, 'share', '+3,2 PP'],
    [-1234, 'count', '-1.234'],
    [0.04, 'rate', '0,0'],
  ] as const)('%d in %s is %s', (value, unit, text) => {
    expect(differenceCell(value, unit, 'PP', 'de')).toEqual({ text, value, unit });
  });

  test('in percent is of what it is compared with', () => {
    expect(relativeCell(-5, 20, 'de')).toEqual({ text: '-25,0 %', value: -0.25, unit: 'share' });
    expect(relativeCell(5, 0, 'de')).toEqual({ text: '–' });
  });
});
