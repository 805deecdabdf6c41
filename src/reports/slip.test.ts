import { describe, expect, test } from 'vitest';
import { expectGolden } from '../testing/golden.js';
import type { Slip } from '../texts/slip.js';
import { slipEscPos } from './slipEscPos.js';
import { slipText } from './slipText.js';

const slip: Slip = {
  number: 'E017',
  waitingPlace: { de: 'Grüne Stühle, Flur', en: 'waiting area 240/241' },
  at: Date.parse('2015-06-08T08:21:30+02:00'),
  zone: 'Europe/Berlin',
  wait: { fromMinutes: 15, toMinutes: 30 },
};

const golden = (name: string) => new URL(`./golden/slip.${name}.txt`, import.meta.url);

/** Bytes to be read by people: sixteen in a line, with what they are as Latin letters. */
const dumped = (bytes: Uint8Array): string =>
  Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => {
    const row = Buffer.from(bytes.subarray(i * 16, i * 16 + 16));
    const hex = [...row].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    return `${hex.padEnd(48)} ${row.toString('latin1').replaceAll(/[^ -~\u00A0-\u00FF]/g, '.')}\n`;
  }).join('');

describe('the slip', () => {
  test('as text: the number, where and how long to wait, how the call comes; German, then English', () => {
    expectGolden(slipText(slip, { width: 42, drawn: ['## ##', '##  #'] }), golden('text'));
  });

  test('for a receipt printer, byte by byte', () => {
    expectGolden(dumped(slipEscPos(slip, { width: 42 })), golden('escpos'));
  });

  test('says nothing of a wait that nobody knows, and keeps to the width of the paper', () => {
    const text = slipText({ ...slip, wait: null }, { width: 24, drawn: [] });
    expect(text).toContain('*  E 0 1 7  *');
    expect(text).not.toMatch(/Wartezeit|Wait: about/);
    expect(text.split('\n').filter((line) => line.length > 24)).toEqual([]);
  });

  test('gives the printer no orders out of a name, and letters that it lacks without their marks', () => {
    const strange = { de: 'Zone\u001B@\u001DV \u2013 Ł\u0119\u2603', en: 'x' };
    const bytes = Buffer.from(slipEscPos({ ...slip, waitingPlace: strange }, { width: 80 }));
    expect(bytes.indexOf(Buffer.from('Zone'))).toBeGreaterThan(0);
    const row = bytes.subarray(bytes.indexOf(Buffer.from('Zone')));
    expect(row.subarray(0, row.indexOf(0x0a)).toString('latin1')).toBe('Zone @ V \u0096 ?e?');
  });
});
