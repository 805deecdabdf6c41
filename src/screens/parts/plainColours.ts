/** How much of its look a terminal's text keeps: bold, underlined and inverse letters always stay. */
export interface Plainness {
  /** Faint letters become ordinary ones too, so that everything stands out equally from the ground. */
  readonly withoutFaint: boolean;
}

const faint = '2';
const look = /\u001B\[([\d;]*)m/g; // oxlint-disable-line no-control-regex -- that is what it is about

/** A text without the codes that colour it. */
export const withoutColours = (text: string, { withoutFaint }: Plainness): string =>
  text.replaceAll(look, (whole, codes: string) => {
    const all = codes.split(';');
    const kept = all.filter((code) => !isColour(code) && !(withoutFaint && code === faint));
    if (kept.length === all.length) return whole;
    return kept.length === 0 ? '' : `\u001B[${kept.join(';')}m`;
  });

/** One of the sixteen colours, of the letters or of the ground, or back to the terminal's own. */
const isColour = (code: string): boolean => /^(?:[349][0-7]|[34]9|10[0-7])$/.test(code);
