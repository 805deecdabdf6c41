import { toAscii } from './asciiStream.js';
import { withoutColours } from './plainColours.js';

/** What of a screen's look a terminal, or the person before it, does without. */
export interface Without {
  /** Only signs that every terminal has. */
  readonly ascii: boolean;
  /** Bold and inverse letters stay. @default false */
  readonly noColours?: boolean | undefined;
  /** No colours and nothing faint. @default false */
  readonly highContrast?: boolean | undefined;
}

/** The same stream, but what is written to it does without. */
export function screenStream(
  stream: NodeJS.WriteStream,
  { ascii, noColours = false, highContrast = false }: Without,
): NodeJS.WriteStream {
  if (!ascii && !noColours && !highContrast) return stream;
  const rewritten = (text: string): string => {
    const signs = ascii ? toAscii(text) : text;
    return noColours || highContrast ? withoutColours(signs, { withoutFaint: highContrast }) : signs;
  };
  const write = (text: string, ...more: []): boolean => stream.write(rewritten(text), ...more);
  return new Proxy(stream, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
