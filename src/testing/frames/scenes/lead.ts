import { key, mountApp, type ScreenOptions } from '../../screen.js';
import { exampleSite, fakeOffice } from '../../fakeConnection.js';
import { busyOffice } from '../morning.js';
import { opened, pressed, type Scene } from '../scene.js';

const at = (options: ScreenOptions, ...keys: readonly string[]) =>
  opened({ screen: 'statistics' }, busyOffice().line('lead'), options, ...keys);

export const menuScene: Scene = {
  name: 'menu',
  about: 'What `beo` alone shows. Without a server in sight it has started one.',
  play: (options) =>
    pressed(
      mountApp(
        {
          menu: {
            server: { url: 'ws://127.0.0.1:7717', startedHere: true },
            places: { receptions: exampleSite.receptions, desks: exampleSite.desks },
            othersConnected: () => 0,
          },
          connect: () => fakeOffice().line('lead'),
        },
        options,
      ),
    ),
};

export const leadScenes: readonly Scene[] = [
  {
    name: 'statistics-now',
    about:
      'The answer first: who is here and how long the longest waits; then what it would take, the hours and the waits.',
    play: (options) => at(options),
  },
  {
    name: 'statistics-rest',
    about: 'The second page: filters, desks, deviations and where visitors were sent in the house.',
    play: (options) => at(options, key.tab),
  },
  {
    name: 'statistics-urgent',
    about: 'What the lead may do is chosen from a list, as everywhere.',
    play: (options) => at(options, 'd'),
  },
  {
    name: 'statistics-close',
    about: 'The one thing that cannot be undone is asked about, with what it means.',
    play: (options) => at(options, 'a'),
  },
];
