/** A titled part of the screen; every line is one row. */
export interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Blocks side by side: columns of one page, each from top to bottom. */
export type Page = readonly (readonly Block[])[];

/** Rows of a block with its title and the blank row below. */
const heightOf = ({ lines }: Block): number => lines.length + 2;

/** Puts blocks in order into columns of so many rows, and into as many pages as that takes. A block is never torn. */
export function pagesOf(blocks: readonly Block[], columns: number, rows: number): readonly Page[] {
  const filled: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    // The blank row below the last block of a column need not be there.
    if (filled.length === 0 || heightOf(block) - 1 > room) {
      filled.push([]);
      room = rows;
    }
    filled.at(-1)?.push(block);
    room -= heightOf(block);
  }
  const pages: Block[][][] = [];
  for (let i = 0; i < filled.length; i += columns) pages.push(filled.slice(i, i + columns));
  return pages;
}
