import type { Texts } from '../../texts/texts.js';

/** Keys of one screen by what they do; the footer, the help, the router and docs/keys.md read the same list. */
export type KeyList = Readonly<Record<string, KeyEntry>>;

export interface KeyEntry {
  /** Names as in `Keystroke`, or a single small letter or digit. The first one is shown, the others do the same. */
  readonly keys: readonly string[];
  /** The next step of the screen: first in the footer, and deaf to a held-down Enter. */
  readonly main?: true;
  /** Stands under `?` but never in the footer. */
  readonly quiet?: true;
}

/** One key as it works right now. */
export interface Binding extends KeyEntry {
  readonly label: string;
  /** @param key which of the keys was pressed */
  readonly action: (key: string) => void;
  /** Why it does nothing just now, or null. */
  readonly off?: (() => string | null) | undefined;
}

/** What a key does on a screen right now: the action, or more. */
export type Use =
  | (() => void)
  | {
      readonly action: () => void;
      readonly off?: () => string | null;
      /** A sentence more exact than the one of the list. */
      readonly label?: string;
      readonly quiet?: true;
    };

/**
 * Binds the keys that a screen uses right now. Those of the list that are not named here are not there.
 * @param labels what each key of the list does, in the language of the screen
 */
export function bind<List extends KeyList>(
  list: List,
  labels: Readonly<Record<keyof List, string>>,
  uses: { readonly [Name in keyof List]?: Use | false | undefined },
): readonly Binding[] {
  return Object.keys(list).flatMap((name: keyof List) => {
    const entry: KeyEntry | undefined = list[name];
    const use: Use | false | undefined = uses[name];
    if (!entry || !use) return [];
    return [{ ...entry, label: labels[name], ...(typeof use === 'function' ? { action: use } : use) }];
  });
}

/** A key as it is written on a keyboard of that language: "Strg+Z", "Leertaste", "↑". */
export function keyName(name: string, texts: Texts['keys'], ascii = false): string {
  const names: Readonly<Record<string, string>> = ascii
    ? { ...texts.names, ...texts.asciiNames }
    : texts.names;
  const known = names[name];
  if (known !== undefined) return known;
  const [, prefix, letter] = /^(ctrl|shift|alt)\+(.+)$/.exec(name) ?? [];
  if (prefix === undefined || letter === undefined) return name.toUpperCase();
  return `${names[prefix] ?? prefix}+${names[letter] ?? letter.toUpperCase()}`;
}

/** All keys of a binding: "Strg+F, Tab"; several digits as "1-9". */
export function keyNames({ keys }: KeyEntry, texts: Texts['keys'], ascii = false): string {
  const digits = keys.filter((name) => /^\d$/.test(name));
  if (digits.length > 1 && digits.length === keys.length) return `${digits[0]}-${digits.at(-1)}`;
  return keys.map((name) => keyName(name, texts, ascii)).join(', ');
}
