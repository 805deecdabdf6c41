import { exampleSite, type fakeOffice } from './fakeConnection.js';
import type { Scene } from '../screens/desk/scene.js';
import { signsFor } from '../screens/parts/signs.js';
import { textsFor } from '../texts/texts.js';

/** The office as desk 1 sees it now, in German. */
export const sceneOf = (
  office: Pick<ReturnType<typeof fakeOffice>, 'day' | 'now'>,
  more: Partial<Scene> = {},
): Scene => ({
  day: office.day,
  site: exampleSite,
  desk: '1',
  at: office.now(),
  language: 'de',
  texts: textsFor(more.language ?? 'de'),
  signs: signsFor(false),
  screenReader: false,
  columns: 80,
  ...more,
});
