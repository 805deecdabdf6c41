/** Characters that HTML would read as its own, or change. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\uFFFD',
};

/** Any text as the content of an element or of a quoted attribute. */
export const html = (text: string): string =>
  text.toWellFormed().replaceAll(/[&<>"'\r\0]/g, (sign) => entities[sign] ?? sign);

/** Any text as a CSS string: all but letters, digits and spaces by their number, so that nothing ends it. */
export const cssString = (text: string): string =>
  `"${Array.from(text.toWellFormed().replaceAll('\0', '\uFFFD'), (sign) =>
    /[A-Za-z0-9 ]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  ).join('')}"`;
