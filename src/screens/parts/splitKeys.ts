import type { Key } from 'ink';
import { Graphemes } from './graphemes.js';

/** One press, as the screens know it. `held`: the keyboard repeats a key that is held down. */
export type Keystroke =
  /** A key with a name: `enter`, `escape`, `up`, `backspace`, `ctrl+z` … `glued`: it came in one piece with text. */
  | { readonly kind: 'key'; readonly name: string; readonly glued?: true; readonly held?: true }
  /** Text, in the order it came. `alone`: a single sign that a person pressed, not a piece of what was scanned or pasted. */
  | { readonly kind: 'text'; readonly text: string; readonly alone: boolean; readonly held?: true };

const flags = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

/** Control characters that have a name of their own; the others are Ctrl and a letter. */
const named: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u0008': 'backspace',
  '\u001B': 'escape',
  '\u007F': 'backspace',
};

/** No person presses more keys at once; text counts as one. */
const mostKeys = 20;
/** So many presses of a hurried hand are found in one piece where the program or the line was held up between them. */
const mostByHand = 2;

const graphemes = new Graphemes();

/** The signs of a text as a person counts them. */
export const signsOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * The presses in one input of Ink. Terminals glue fast keys together: a barcode scanner's "4711\r" comes as one piece without
 * `key.return`, Ctrl+Z and "ü" as "\u001Aü" without `key.ctrl`. Nobody scans or pastes so little: two presses are a hand's.
 * @param isRest more than that has come just before, of which this may be the end
 */
export function splitKeys(input: string, key: Partial<Key>, isRest = false): readonly Keystroke[] {
  const flag = flags.find(([name]) => key[name]);
  if (flag) return [{ kind: 'key', name: flag[1] }];
  if (key.tab) return [{ kind: 'key', name: key.shift ? 'shift+tab' : 'tab' }];
  if (key.ctrl) return [{ kind: 'key', name: `ctrl+${input.toLowerCase()}` }];
  if (key.meta) return [{ kind: 'key', name: `alt+${input.toLowerCase()}` }];
  const signs = signsOf(input);
  const byHand = signs.length <= (isRest ? 1 : mostByHand);
  return byHand ? signs.flatMap((sign) => split([sign])) : split(signs);
}

/** Whether a piece was more than a hand presses. */
export const isPiece = (keystrokes: readonly Keystroke[]): boolean =>
  keystrokes.some((each) => each.kind === 'text' && !each.alone);

function split(signs: readonly string[]): readonly Keystroke[] {
  const keystrokes: Keystroke[] = [];
  const glued = signs.some(isText) ? { glued: true as const } : {};
  let text = '';
  const endText = (): void => {
    if (text !== '') keystrokes.push({ kind: 'text', text, alone: signs.length === 1 });
    text = '';
  };
  for (const [i, sign] of signs.entries()) {
    const name = nameOf(sign);
    if (name === undefined) {
      text += sign;
    } else if (name === 'enter' && text !== '' && signs.slice(i + 1, i + 3).filter(isText).length === 2) {
      // Nobody writes a word within one press after Enter: lines pasted where the terminal does not say what is pasted.
      text += ' ';
    } else {
      endText();
      keystrokes.push({ kind: 'key', name, ...glued });
    }
  }
  endText();
  return keystrokes.slice(0, mostKeys);
}

/** The name of a control character; undefined for a sign that is text. "\r\n" is one sign. */
function nameOf(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  const known = named[sign.charAt(0)];
  if (known !== undefined) return known;
  return code > 0 && code < 0x1b ? `ctrl+${String.fromCodePoint(code + 0x60)}` : undefined;
}

const isText = (sign: string): boolean => nameOf(sign) === undefined;

/** What was pasted, fit for a field of one line. */
export const pastedText = (text: string): string =>
  text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/\p{Cc}/gu, '');
