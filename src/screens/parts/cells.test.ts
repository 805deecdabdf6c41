import { describe, expect, it } from 'vitest';
import { toAscii } from './asciiStream.js';
import { cutTo, firstLines, fit, fitRight, width, wrapped } from './cells.js';
import { minutesAndSeconds, wholeMinutes } from './durations.js';

describe('cells', () => {
  it('fills up and cuts by what is seen, not by what is stored', () => {
    expect(fit('Größe', 7)).toBe('Größe  ');
    expect(fit('漢字漢字', 5)).toBe('漢字…');
    expect(fitRight('12', 4)).toBe('  12');
    expect(cutTo('Widerspruch', 6)).toBe('Wider…');
    expect(cutTo('Widerspruch', 6, '...')).toBe('Wid...');
    expect(cutTo('Widerspruch', 0)).toBe('');
    expect(width(fit('👩‍👧 a', 10))).toBe(10);
  });

  it('breaks lines between words, and cuts only a word that is wider', () => {
    expect(wrapped('Pause – an Platz 1 ist noch E003 offen', 14)).toEqual([
      'Pause – an',
      'Platz 1 ist',
      'noch E003',
      'offen',
    ]);
    expect(wrapped('Weiterbewilligungsantrag neu', 9)).toEqual(['Weiterbe…', 'neu']);
    expect(wrapped('', 9)).toEqual(['']);
  });

  it('says by the last of the first lines that there were more', () => {
    expect(firstLines(['one', 'two'], 2, 9)).toEqual(['one', 'two']);
    expect(firstLines(['one', 'two', 'three', 'four'], 2, 9)).toEqual(['one', 'two thre…']);
  });

  it('replaces fancy signs one for one', () => {
    expect(toAscii('„Größe“ · 3 × … →')).toBe('"Größe" | 3 x . >');
    expect(toAscii('Widerspr…')).toBe('Widerspr~');
  });

  it('cuts times to whole units', () => {
    expect(minutesAndSeconds(75_999)).toBe('1:15');
    expect(minutesAndSeconds(-5)).toBe('0:00');
    expect(wholeMinutes(179_999)).toBe(2);
  });
});
