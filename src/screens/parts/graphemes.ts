/** Letters, dashes, quotes, arrows, lines and shapes; with ASCII all that most texts of a screen are made of. */
const common =
  '\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u017F\\u2013\\u2014\\u2018-\\u201E\\u2022\\u2026\\u2190-\\u2193\\u2500-\\u25CF';

const onlyCommon = new RegExp(`^[${common}]*$`);
/** Colours and ends of lines join nothing either, but take no cell. */
const onlySeparate = new RegExp(`^[\\n\\u001B${common}]*$`);

/** Whether each sign of a text takes one cell, whatever stands beside it. False where it would have to be looked up. */
export const isOneCellEach = (text: string): boolean => onlyCommon.test(text);

let anyLanguage: Intl.Segmenter | undefined;

/**
 * Takes a text apart into signs as a person counts them: "é" and "ü" are one each, however they are written. It answers
 * as Intl.Segmenter does, which takes 10 ms to start, and is asked only about texts that need it.
 */
export class Graphemes implements Pick<Intl.Segmenter, 'segment'> {
  segment(text: string): Intl.Segments {
    if (onlySeparate.test(text)) return new SingleUnits(text);
    anyLanguage ??= new Intl.Segmenter();
    return anyLanguage.segment(text);
  }
}

/** Every code unit is a sign. */
class SingleUnits implements Intl.Segments {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  containing(index = 0): Intl.SegmentData | undefined {
    const input = this.#text;
    return index >= 0 && index < input.length ? { segment: input.charAt(index), index, input } : undefined;
  }

  [Symbol.iterator](): Intl.SegmentIterator<Intl.SegmentData> {
    const input = this.#text;
    return Array.from(input, (segment, index) => ({ segment, index, input }))[Symbol.iterator]();
  }
}
