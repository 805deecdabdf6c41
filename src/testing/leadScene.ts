import type { Scene } from '../screens/statistics/scene.js';
import { signsFor } from '../screens/parts/signs.js';
import { textsFor } from '../texts/texts.js';
import { exampleSite, type fakeOffice } from './fakeConnection.js';

/** The office as the lead sees it now, in German. */
export const leadSceneOf = (
  office: Pick<ReturnType<typeof fakeOffice>, 'day' | 'now'>,
  more: Partial<Scene> = {},
): Scene => ({
  day: office.day,
  site: exampleSite,
  at: office.now(),
  language: 'de',
  texts: textsFor(more.language ?? 'de'),
  signs: signsFor(false),
  ascii: false,
  screenReader: false,
  ...more,
});
