import { toAscii } from '../reports/ascii.js';
import { wrap } from '../reports/terminal.js';
import { sheetWidth } from '../reports/terminalTable.js';
import type { Block } from './page.js';

/** The page as text for a terminal of 80 columns. */
export function renderText(page: readonly Block[], { ascii }: { readonly ascii: boolean }): string {
  const say = ascii ? toAscii : (text: string) => text;
  return `${page
    .flatMap((block) => ['', ...textOf(block, say)])
    .slice(1)
    .join('\n')}\n`;
}

/** In other signs a line may be longer, so it is broken after that. */
function textOf(block: Block, say: (text: string) => string): string[] {
  switch (block.kind) {
    case 'heading': {
      const lines = wrap(say(block.text));
      const under = { 1: '=', 2: '-', 3: '' }[block.level];
      const width = Math.min(sheetWidth, Math.max(...lines.map(({ length }) => length)));
      return under === '' ? lines : [...lines, under.repeat(width)];
    }
    case 'text':
      return wrap(say(block.text));
    case 'list':
      return block.items.flatMap((item) => wrap(say(`  ${item}`)));
    case 'rows':
      return block.rows.flatMap((row) => {
        const sentence = row.at(-1) ?? '';
        const [name = '', ...between] = row.slice(0, -1).filter((cell) => cell !== '');
        const first = between.length === 0 ? name : `${name} [${between.join('] [')}]`;
        return [...wrap(say(`  ${first}`)), ...wrap(say(`      ${sentence}`))];
      });
  }
}

/** The page as Markdown, for paper. */
export function renderMarkdown(page: readonly Block[]): string {
  return `${page.map(markdownOf).join('\n\n')}\n`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'text':
      return escaped(block.text);
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'rows':
      return [block.heads, block.heads.map(() => '---'), ...block.rows]
        .map((cells, i) => `| ${cells.map(i === 1 ? String : escaped).join(' | ')} |`)
        .join('\n');
  }
}

/** What Markdown would take for something else; what stands between backticks is meant so. */
const escaped = (text: string): string =>
  text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/[\\*_<>|[\]#]/g, String.raw`\$&`)))
    .join('`');
