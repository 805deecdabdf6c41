import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inert, inertJson, inertLines, isInert, parseInert } from './inert.js';

/** What terminals obey, one of each kind. */
const hostile = [
  '\u001B[2J\u001B[H',
  '\u001B]0;title\u0007',
  '\u001B]52;c;ZXZpbA==\u001B\\',
  '\u009B2J',
  '\u0090q\u009C',
  '\r\n',
  '\b\b\b',
  '\u007F',
  '\u202Edesrever',
  '\u2066isolated\u2069',
  '\u200F',
  '\u061C',
  '\u2028',
];

test.each(hostile)('%j loses what a terminal would obey', (text) => {
  expect(isInert(text)).toBe(false);
  expect(isInert(inert(`Platz ${text} 1`))).toBe(true);
});

test('what people write stays: umlauts, other scripts, emoji, joined signs', () => {
  const written = 'Größe „Platz 1“ – שלום مرحبا 你好 👩‍👧 €\u00A0ẞ';
  expect(isInert(written)).toBe(true);
  expect(inert(written)).toBe(written);
});

test('several lines stay several lines', () => {
  expect(inertLines('one\n  two\u001B[1m\r\nthree')).toBe('one\n  two[1m\nthree');
});

test('JSON keeps its meaning when it is escaped, and loses the rest when it is read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...hostile), (value, evil) => {
      const json = JSON.stringify({ value, evil, [evil]: [evil] });
      expect(JSON.parse(inertJson(json))).toEqual(JSON.parse(json));
      expect(isInert(inertJson(json))).toBe(true);
      const read = JSON.stringify(parseInert(json));
      expect(/\\u00[0189]|\\[bfnrt]/.test(read) || !isInert(read)).toBe(false);
    }),
    { seed: 20150608 },
  );
});

test('JSON without any of it is read as ever, and names that every object has are not taken', () => {
  const plain = '{"a":[1,{"b":"Größe"}],"c":null}';
  expect(parseInert(plain)).toEqual(JSON.parse(plain));
  expect(parseInert('{"__proto__":{"polluted":true},"a":1}')).toEqual({ a: 1 });
  expect(() => parseInert('{')).toThrow(SyntaxError);
});
