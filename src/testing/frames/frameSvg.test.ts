import { expect, test } from 'vitest';
import { blockShapes } from './blockShapes.js';
import { drawnFrame, frameText } from './drawnFrame.js';
import { frameSvg } from './frameSvg.js';

const size = { columns: 12, rows: 2 };

test('words stand in their cells, in their colours, and are escaped', async () => {
  const drawn = await drawnFrame('a <b>  \u001B[32mok\u001B[39m\n\u001B[7m no \u001B[27m', size);
  expect(frameText(drawn)).toBe('a <b>  ok\n no\n');
  const svg = frameSvg(drawn, 'R & D');
  expect(svg).toContain('<title>R &amp; D</title>');
  expect(svg).toContain('<text x="10" y="23.5" textLength="42.5">a &lt;b&gt;</text>');
  expect(svg).toContain('<text x="69.5" y="23.5" textLength="17" fill="#56d364">ok</text>');
  expect(svg).toContain('<rect x="10" y="28" width="34" height="18" fill="#d8dee4"/>');
  expect(svg).toContain('fill="#161b22">no</text>');
});

test('blocks are shapes, and equal ones beside each other are one', () => {
  const place = { x: 10, y: 20, cellWidth: 8, cellHeight: 18 };
  expect(blockShapes('██▄', place)).toBe('M10 20h16v18H10zM26 29h8v9H26z');
  expect(blockShapes('▌▌', place)).toBe('M10 20h4v18H10zM18 20h4v18H18z');
  expect(blockShapes('╬', place)).toBeNull();
});
