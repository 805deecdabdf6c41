import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigText } from './bigText.js';

fc.configureGlobal({ seed: 20150601 });

const numbers = fc.integer({ min: 1, max: 9999 }).map((number) => `E${String(number).padStart(3, '0')}`);
const styles = fc.constantFrom('blocks' as const, 'ascii' as const);
const columns = fc.integer({ min: 5, max: 240 });
const rows = fc.integer({ min: 3, max: 70 });

describe('big text', () => {
  it('draws E017 in 40 columns and 7 rows', () => {
    expect(bigText('E017', { columns: 40, rows: 7, style: 'blocks' })).toEqual([
      '████████   ▄█████▄   █████     ████████',
      '███       ▄██   ██▄     ██         ▄██▀',
      '███████▄  ███   ███     ██         ██▀ ',
      '███       ███   ███     ██        ██▀  ',
      '███▄▄▄▄▄  ▀██▄▄▄██   ▄▄▄██▄▄▄    ███   ',
      '▀▀▀▀▀▀▀▀    ▀▀▀▀▀    ▀▀▀▀▀▀▀▀   ▀▀▀    ',
    ]);
  });

  it('draws it in ASCII too', () => {
    expect(bigText('E017', { columns: 40, rows: 7, style: 'ascii' })).toEqual([
      '#######   ######   #####    ########',
      '###      ###  ###    ###         ## ',
      '#######  ###  ###    ###        ##  ',
      '###      ###  ###    ###       ##   ',
      '#######   ######   #######    ##    ',
    ]);
  });

  it('says it in plain letters where nothing larger can be read', () => {
    expect(bigText('E017', { columns: 20, rows: 4, style: 'blocks' })).toEqual(['E017']);
    expect(bigText('Platz 1', { columns: 5, rows: 3, style: 'ascii' })).toEqual(['PLATZ']);
  });

  it('draws capitals, and a dash for what it does not know', () => {
    const size = { columns: 80, rows: 12, style: 'blocks' } as const;
    expect(bigText('platz', size)).toEqual(bigText('PLATZ', size));
    expect(bigText('E?7', size)).toEqual(bigText('E-7', size));
    expect(bigText('🙂', { ...size, columns: 1 })).toEqual(['-']);
  });

  it('keeps the dots of an umlaut', () => {
    const size = { columns: 80, rows: 12, style: 'blocks' } as const;
    const [dots] = bigText('Ö', size);
    expect(dots).toMatch(/^ +[▀▄█]+ +[▀▄█]+ +$/);
    expect(bigText('Ö', size)).not.toEqual(bigText('O', size));
  });

  it('is nothing without room or text', () => {
    for (const size of [
      { columns: 0, rows: 7 },
      { columns: 40, rows: 0 },
    ]) {
      expect(bigText('E017', { ...size, style: 'blocks' })).toEqual([]);
    }
    expect(bigText('', { columns: 40, rows: 7, style: 'blocks' })).toEqual([]);
  });

  it('fits, in lines of equal width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), columns, rows, styles, (text, wide, high, style) => {
        const lines = bigText(text, { columns: wide, rows: high, style });
        expect(lines.length).toBeLessThanOrEqual(high);
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(wide);
          expect(line.length).toBe(lines[0]?.length);
        }
      }),
    );
  });

  it('always shows a number from 5 columns and 3 rows on', () => {
    fc.assert(
      fc.property(numbers, columns, rows, styles, (text, wide, high, style) => {
        expect(bigText(text, { columns: wide, rows: high, style }).join('').trim()).not.toBe('');
      }),
    );
  });

  it('never gets smaller with more room', () => {
    fc.assert(
      fc.property(
        numbers,
        columns,
        rows,
        fc.nat(9),
        fc.nat(9),
        styles,
        (text, wide, high, right, down, style) => {
          const small = bigText(text, { columns: wide, rows: high, style });
          const large = bigText(text, { columns: wide + right, rows: high + down, style });
          expect(large.length).toBeGreaterThanOrEqual(small.length);
          expect(large[0]?.length).toBeGreaterThanOrEqual(small[0]?.length ?? 0);
        },
      ),
    );
  });

  it('draws a digit the same wherever it stands', () => {
    const [first] = bigText('E77', { columns: 60, rows: 8, style: 'blocks' }).map((line) => line.trimEnd());
    expect(first).toMatch(/(█+) +\1$/);
  });
});
