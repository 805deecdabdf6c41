import { describe, expect, it } from 'vitest';
import { pastedText, signsOf, splitKeys } from './splitKeys.js';

const key = (name: string) => ({ kind: 'key', name });
const text = (content: string, alone: boolean) => ({ kind: 'text', text: content, alone });

describe('one input of Ink as presses', () => {
  it.each([
    [{ return: true }, 'enter'],
    [{ escape: true, meta: true }, 'escape'],
    [{ upArrow: true }, 'up'],
    [{ pageDown: true }, 'pagedown'],
    [{ tab: true }, 'tab'],
    [{ tab: true, shift: true }, 'shift+tab'],
    [{ backspace: true }, 'backspace'],
    [{ delete: true }, 'delete'],
  ])('%j is %s', (flags, name) => {
    expect(splitKeys('', flags)).toEqual([key(name)]);
  });

  it('knows Ctrl and Alt', () => {
    expect(splitKeys('z', { ctrl: true })).toEqual([key('ctrl+z')]);
    expect(splitKeys('a', { meta: true })).toEqual([key('alt+a')]);
  });

  it.each(['w', 'ü', '😀', 'e\u0301', ' '])('%s alone is one press', (sign) => {
    expect(splitKeys(sign, {})).toEqual([text(sign, true)]);
  });

  it('splits what a scanner or a fast hand glued together', () => {
    expect(splitKeys('4711\r', {})).toEqual([text('4711', false), { ...key('enter'), glued: true }]);
    expect(splitKeys('ab\u007Fc', {})).toEqual([
      text('ab', false),
      { ...key('backspace'), glued: true },
      text('c', false),
    ]);
    expect(splitKeys('\r\r', {})).toEqual([key('enter'), key('enter')]);
    expect(splitKeys('\t', {})).toEqual([key('tab')]);
    expect(splitKeys('\r\n', {})).toEqual([key('enter')]);
  });

  it('takes two presses in one piece for those of a hurried hand', () => {
    expect(splitKeys('w\r', {})).toEqual([text('w', true), key('enter')]);
    expect(splitKeys('\rw', {})).toEqual([key('enter'), text('w', true)]);
    expect(splitKeys('e1', {})).toEqual([text('e', true), text('1', true)]);
    expect(splitKeys('\u001Aü', {})).toEqual([key('ctrl+z'), text('ü', true)]);
  });

  it('takes two for the rest of a scan where one has just come', () => {
    expect(splitKeys('1\r', {}, true)).toEqual([text('1', false), { ...key('enter'), glued: true }]);
    expect(splitKeys('11', {}, true)).toEqual([text('11', false)]);
    expect(splitKeys('1', {}, true)).toEqual([text('1', true)]);
  });

  it('takes in no more keys at once than a person presses', () => {
    expect(splitKeys('\r'.repeat(500), {})).toHaveLength(20);
  });

  it('takes lines that came in one piece for a paste, and Enter before one more key for a key', () => {
    expect(splitKeys('labor\nezweite', {})).toEqual([text('labor ezweite', false)]);
    expect(splitKeys('labor\r\nezweite\rdrei\r', {})).toEqual([
      text('labor ezweite drei', false),
      { ...key('enter'), glued: true },
    ]);
    expect(splitKeys('wba\r1', {})).toEqual([
      text('wba', false),
      { ...key('enter'), glued: true },
      text('1', false),
    ]);
  });

  it('makes one line of what is pasted', () => {
    expect(pastedText('WBA\r\nMüller\t3\u0007')).toBe('WBA Müller 3');
  });

  it('counts signs as a person does', () => {
    expect(signsOf('e\u0301ü👩‍👧')).toEqual(['e\u0301', 'ü', '👩‍👧']);
  });
});
