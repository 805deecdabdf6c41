import { display as german } from '../de/display.js';

export const display: typeof german = {
  ...german,
  fetchedShort: 'is fetched',
  newest: 'Latest call:',
  connecting: 'Connecting …',
  lost: 'No connection',
  lostSince: (time) => `No connection since ${time}`,
};
