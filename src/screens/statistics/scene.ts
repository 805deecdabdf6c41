import type { SiteView } from '../../protocol/messages.js';
import type { Day } from '../../queue/day.js';
import type { Language, Texts } from '../../texts/texts.js';
import type { Signs } from '../parts/signs.js';

/** What the figures are made from: the day as it is, the moment, and how to write. */
export interface Scene {
  readonly day: Day;
  readonly site: SiteView;
  /** ms since the epoch. */
  readonly at: number;
  readonly language: Language;
  readonly texts: Texts;
  readonly signs: Signs;
  readonly ascii: boolean;
  readonly screenReader: boolean;
}
