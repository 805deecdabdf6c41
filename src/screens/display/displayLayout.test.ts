import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayLayout } from './displayLayout.js';

const text = (i: number) => ({ number: `E${String(i).padStart(3, '0')}`, place: `Platz ${i}` });

test.each([
  [80, 19, 'blocks'],
  [80, 19, 'ascii'],
  [120, 35, 'blocks'],
  [240, 62, 'blocks'],
  [40, 10, 'blocks'],
] as const)('with twelve calls at once everybody is there in %i × %i (%s)', (columns, rows, style) => {
  const others = Array.from({ length: 11 }, (_, i) => text(i + 2));
  const layout = displayLayout(text(1), others, { columns, rows, style, arrow: '→' });
  const lines = [...layout.number, ...layout.place, ...layout.others];
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
  expect(layout.number.length + layout.place.length + layout.others.length + 2).toBeLessThanOrEqual(rows);
  expect(layout.hidden).toBe(0);
  const isPlain = layout.others.some((line) => line.includes('E012'));
  if (isPlain)
    for (const { number, place } of others)
      expect(layout.others.join('\n')).toContain(`${number} → ${place}`);
  else expect(layout.others.length).toBeGreaterThan(11 / 4);
});

test('alone, the number takes almost half of the height and more', () => {
  const { number } = displayLayout(text(17), [], { columns: 78, rows: 19, style: 'blocks', arrow: '→' });
  expect(number.length).toBeGreaterThanOrEqual(11);
});

test('an arrow is drawn as one also where a plain one is written in ASCII', () => {
  const space = { columns: 118, rows: 35, style: 'blocks' } as const;
  expect(displayLayout(text(17), [text(16)], { ...space, arrow: '->' })).toEqual(
    displayLayout(text(17), [text(16)], { ...space, arrow: '→' }),
  );
});

test('with one other call, that one is large too', () => {
  const { others } = displayLayout(text(17), [text(16)], {
    columns: 118,
    rows: 35,
    style: 'blocks',
    arrow: '→',
  });
  expect(others.length).toBeGreaterThanOrEqual(5);
});

test('on a board of 20 × 4 it says how many more there are', () => {
  const others = Array.from({ length: 11 }, (_, i) => text(i + 2));
  expect(displayLayout(text(1), others, { columns: 18, rows: 3, style: 'ascii', arrow: '>' })).toEqual({
    number: ['E001 > Platz 1'],
    place: [],
    others: ['E002 > Platz 2', '+10'],
    hidden: 10,
  });
});

test('a long one among many does not cost the others their place', () => {
  const others = [
    { number: 'E012', place: 'wird abgeholt' },
    ...Array.from({ length: 10 }, (_, i) => text(i + 2)),
  ];
  const { others: lines, hidden } = displayLayout(text(1), others, {
    columns: 38,
    rows: 8,
    style: 'blocks',
    arrow: '→',
  });
  expect(hidden).toBe(0);
  for (const { number, place } of others) expect(lines.join('\n')).toContain(`${number} → ${place}`);
  expect(lines.length).toBeLessThanOrEqual(7);
});

test('on a 4K terminal the other calls are large too', () => {
  const { number, others } = displayLayout(text(17), [text(16)], {
    columns: 478,
    rows: 106,
    style: 'blocks',
    arrow: '→',
  });
  expect(number.length).toBeGreaterThanOrEqual(50);
  expect(others.length).toBeGreaterThanOrEqual(15);
});

test('a sentence takes half of the room, and is left to the caption where it would not be legible', () => {
  const fetched = { ...text(1), place: 'wird abgeholt', sentence: 'Sie werden abgeholt' };
  const space = { style: 'blocks', arrow: '→', hasCaption: true } as const;
  expect(displayLayout(fetched, [], { ...space, columns: 78, rows: 19 }).place.length).toBeGreaterThanOrEqual(
    7,
  );
  expect(displayLayout(fetched, [], { ...space, columns: 30, rows: 9 }).place).toEqual([]);
  expect(displayLayout(fetched, [], { ...space, columns: 30, rows: 9, hasCaption: false }).place).toEqual([
    'wird abgeholt',
  ]);
});
