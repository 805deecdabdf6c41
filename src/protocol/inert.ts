/*
 * A terminal obeys some characters instead of showing them: it moves, recolours, renames its window, answers into the
 * keyboard's line, or turns the order of what follows. A word from elsewhere must not hold any: from a file, a server, a
 * name of a file, the system.
 */

/**
 * Control characters (C0, DEL, C1), line and paragraph separators, and the marks that turn the direction of writing
 * (Unicode's Bidi_Control). Line breaks and tabs are controls like the others.
 */
const obeyed = String.raw`[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]`;
const once = new RegExp(obeyed, 'u');
const everywhere = new RegExp(obeyed, 'gu');

/** Whether a word does nothing but stand there. */
export const isInert = (text: string): boolean => !once.test(text);

/** The word without what a terminal would obey. */
export const inert = (text: string): string => text.replace(everywhere, '');

/** The same for several lines, such as a stack. */
export const inertLines = (text: string): string => text.split('\n').map(inert).join('\n');

/** JSON of the same value in which whatever a terminal would obey is escaped. */
export const inertJson = (json: string): string =>
  json.replace(everywhere, (sign) =>
    sign === '\n' ? sign : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** In JSON, controls stand as they are or as an escape. A quick look: it may find some where there are none. */
const suspect = new RegExp(String.raw`${obeyed}|\\[bfnrtu]|__proto__`, 'u');

/**
 * The value of a text of JSON, with none of its words and names holding what a terminal would obey, and no name that
 * every object has already. Throws as `JSON.parse` does.
 */
export function parseInert(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return suspect.test(json) ? cleaned(value) : value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return inert(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '__proto__')
      .map(([name, inner]) => [inert(name), cleaned(inner)]),
  );
}
