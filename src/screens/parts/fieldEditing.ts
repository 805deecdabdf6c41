import { signsOf, type Keystroke } from './splitKeys.js';

/** A line of text being written. */
export interface FieldText {
  readonly value: string;
  /** Signs left of the cursor. */
  readonly cursor: number;
}

export const emptyField: FieldText = { value: '', cursor: 0 };

/** What the press makes of the text, or undefined if it is not for a text field. */
export function edit(field: FieldText, keystroke: Keystroke): FieldText | undefined {
  const signs = signsOf(field.value);
  const cursor = Math.min(field.cursor, signs.length);
  const cut = (from: number, to: number): FieldText => ({
    value: [...signs.slice(0, from), ...signs.slice(to)].join(''),
    cursor: from,
  });
  const moveTo = (place: number): FieldText => ({
    value: field.value,
    cursor: Math.min(Math.max(0, place), signs.length),
  });
  if (keystroke.kind === 'text') {
    const before = signs.slice(0, cursor).join('') + keystroke.text;
    // Counted anew: what was typed may join with the sign before it.
    return { value: before + signs.slice(cursor).join(''), cursor: signsOf(before).length };
  }
  switch (keystroke.name) {
    case 'left':
      return moveTo(cursor - 1);
    case 'right':
      return moveTo(cursor + 1);
    case 'home':
    case 'ctrl+a':
      return moveTo(0);
    case 'end':
    case 'ctrl+e':
      return moveTo(signs.length);
    case 'backspace':
      return cut(Math.max(0, cursor - 1), cursor);
    case 'delete':
      return cut(cursor, cursor + 1);
    case 'ctrl+w':
      return cut(wordStart(signs, cursor), cursor);
    case 'ctrl+u':
      return cut(0, cursor);
    default:
      return undefined;
  }
}

function wordStart(signs: readonly string[], cursor: number): number {
  let place = cursor;
  while (place > 0 && signs[place - 1] === ' ') place -= 1;
  while (place > 0 && signs[place - 1] !== ' ') place -= 1;
  return place;
}
