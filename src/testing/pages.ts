import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { marked, type Token, type Tokens } from 'marked';

/** The checkout. */
export const root = new URL('../../', import.meta.url);

/** Every page that people read, from the root: 'docs/keys.md'. */
export function pages(): string[] {
  const inFolder = (folder: string): string[] =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}${name.replaceAll(sep, '/')}`,
    );
  return [...readdirSync(root, { encoding: 'utf8' }), ...['docs/', 'src/'].flatMap(inFolder)].filter((name) =>
    name.endsWith('.md'),
  );
}

export const textOf = (page: string): string => readFileSync(new URL(page, root), 'utf8');

function tokensOf(page: string): Token[] {
  const found: Token[] = [];
  void marked.walkTokens(marked.lexer(textOf(page)), (token) => {
    found.push(token);
  });
  return found;
}

/** Where the links and pictures of a page lead. */
export const linksOf = (page: string): string[] =>
  tokensOf(page).flatMap((token) =>
    token.type === 'link' || token.type === 'image' ? (token as Tokens.Link).href : [],
  );

/** What a page's headings are called in an address, as GitHub and others make it. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const token of tokensOf(page)) {
    if (token.type !== 'heading') continue;
    const words = plain((token as Tokens.Heading).tokens).toLowerCase();
    const name = words.replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replaceAll(' ', '-');
    let count = 0;
    while (anchors.has(count === 0 ? name : `${name}-${count}`)) count += 1;
    anchors.add(count === 0 ? name : `${name}-${count}`);
  }
  return anchors;
}

const plain = (tokens: readonly Token[]): string =>
  tokens.map((token) => ('tokens' in token && token.tokens ? plain(token.tokens) : token.raw)).join('');

/** A line of a page that calls beo. */
export interface CommandLine {
  readonly line: string;
  /** Without what the shell does with it: 'sudo -u beo' before, a file, a pipe or a remark behind. */
  readonly args: readonly string[];
}

/** The lines of a page's shell blocks that call beo, in order. */
export function commandLinesOf(page: string): CommandLine[] {
  const blocks = tokensOf(page).flatMap((token) => {
    if (token.type !== 'code') return [];
    const { lang = '', text } = token as Tokens.Code;
    return lang === '' || lang === 'sh' ? text : [];
  });
  return blocks
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => {
      const [, words] = /^(?:sudo (?:-u \w+ )?)?beo( .*)?$/.exec(line) ?? [];
      if (words === undefined && line !== 'beo') return [];
      const [own = ''] = (words ?? '').split(/ {3,}| (?:[>|&#]|\d>)/);
      const args = [...own.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
      return [{ line, args }];
    });
}
