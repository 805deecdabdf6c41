import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';

/** The site that was named, if any; several only a report can take. */
export function oneSite(globals: Globals): string | undefined {
  if (!globals.site?.includes(',')) return globals.site;
  throw new Failure('severalSites', textsFor(languageOf(globals)).failures.severalSites(), 2);
}
