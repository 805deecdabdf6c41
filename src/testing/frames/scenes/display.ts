import type { Board, BoardCall } from '../../../protocol/messages.js';
import { fakeDisplayLine } from '../../fakeConnection.js';
import type { ScreenOptions } from '../../screen.js';
import { minutes } from '../../officeDay.js';
import { opened, pressed, type Scene } from '../scene.js';

const now = Date.UTC(2015, 5, 8, 7, 48);

const call = (number: number, place: number, more: Partial<BoardCall> = {}): BoardCall => ({
  number: `E${String(number).padStart(3, '0')}`,
  place: `Platz ${place}`,
  fetched: false,
  calledAt: now - minutes(5) + number * 1000,
  ...more,
});

const lineOf = (...calls: readonly BoardCall[]) => {
  const site = { id: 'herford', name: 'Jobcenter Herford', zone: 'Europe/Berlin' };
  const board: Board = { type: 'board', site, serverTime: now, calls };
  return fakeDisplayLine(board, () => now);
};

const showing = (options: ScreenOptions, ...calls: readonly BoardCall[]) =>
  opened({ screen: 'display' }, lineOf(...calls), options);

const several = [call(14, 3), call(15, 1), call(16, 2), call(17, 3)];

/** Nobody chose a language in the waiting room: both stand there, whatever the program speaks. */
export const displayScenes: readonly Scene[] = [
  { name: 'display-nobody', about: 'Nobody is called.', play: (options) => showing(options) },
  {
    name: 'display-one',
    about: 'One call, as large as it fits.',
    play: (options) => showing(options, call(17, 3)),
  },
  {
    name: 'display-several',
    about: 'The newest call is large between two bars; those before stand below.',
    play: (options) => showing(options, ...several),
  },
  {
    name: 'display-twelve',
    about: 'Twelve at once: none is dropped.',
    play: (options) => showing(options, ...Array.from({ length: 12 }, (_, i) => call(14 + i, (i % 12) + 1))),
  },
  {
    name: 'display-fetched',
    about: 'Visitors of this place are fetched in the waiting area.',
    play: (options) => showing(options, call(16, 2), call(17, 3, { fetched: true })),
  },
  {
    name: 'display-cut',
    about: 'The connection is lost: the last calls stay, and since when they are old is said.',
    play: async (options) => {
      const line = lineOf(...several);
      const screen = await opened({ screen: 'display' }, line, options);
      line.change({ phase: 'lost', lostAt: now - minutes(2) });
      return pressed(screen);
    },
  },
];
