import { cutTo, width } from './cells.js';
import type { Signs } from './signs.js';

/** Site and screen in so many columns. The site's name gives way: which place this is has to be read at any time. */
export function headerTitle(site: string, title: string, columns: number, { dot, cut }: Signs): string {
  const shown = cutTo(site, Math.max(0, columns - width(` ${dot} ${title}`)), cut);
  return [shown, title].filter(Boolean).join(` ${dot} `);
}
