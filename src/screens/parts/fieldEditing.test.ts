import { describe, expect, it } from 'vitest';
import { fieldWith } from '../../testing/fieldWith.js';
import { edit, emptyField, type FieldText } from './fieldEditing.js';
import type { Keystroke } from './splitKeys.js';

const press = (field: FieldText, ...names: readonly string[]): FieldText =>
  names.reduce((now, name) => edit(now, { kind: 'key', name }) ?? now, field);
const write = (field: FieldText, ...texts: readonly string[]): FieldText =>
  texts.reduce((now, text) => edit(now, { kind: 'text', text, alone: true }) ?? now, field);

describe('editing a line', () => {
  it('writes where the cursor is', () => {
    expect(write(press(write(emptyField, 'u', 'm', 'z', 'g'), 'left'), 'u')).toEqual({
      value: 'umzug',
      cursor: 4,
    });
  });

  it('joins an accent with its letter', () => {
    expect(write(emptyField, 'e', '\u0301', 'x')).toEqual({ value: 'e\u0301x', cursor: 2 });
  });

  it.each<[string, FieldText]>([
    ['home', { value: 'alte Miete', cursor: 0 }],
    ['ctrl+a', { value: 'alte Miete', cursor: 0 }],
    ['end', { value: 'alte Miete', cursor: 10 }],
    ['backspace', { value: 'alte Miet', cursor: 9 }],
    ['delete', { value: 'alte Miete', cursor: 10 }],
    ['ctrl+w', { value: 'alte ', cursor: 5 }],
    ['ctrl+u', { value: '', cursor: 0 }],
  ])('%s', (name, expected) => {
    expect(press(fieldWith('alte Miete'), name)).toEqual(expected);
  });

  it('deletes whole signs, in front of the cursor and behind it', () => {
    const field = press(fieldWith('👩‍👧ü'), 'left');
    expect(press(field, 'backspace')).toEqual({ value: 'ü', cursor: 0 });
    expect(press(field, 'delete')).toEqual({ value: '👩‍👧', cursor: 1 });
  });

  it('leaves other keys to others', () => {
    const enter: Keystroke = { kind: 'key', name: 'enter' };
    expect(edit(fieldWith('a'), enter)).toBeUndefined();
  });
});
