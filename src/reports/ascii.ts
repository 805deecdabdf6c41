// Printable characters and nothing else.
export const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

const replacements: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  '–': '-',
  '•': '*',
  '…': '...',
  '─': '-',
  '×': 'x',
  '„': '"',
  '“': '"',
  '”': '"',
};

/** The same for terminals that know nothing else. */
export const toAscii = (text: string): string =>
  isAscii(text)
    ? text
    : Array.from(text, (sign) => replacements[sign] ?? (isAscii(sign) ? sign : '?')).join('');
