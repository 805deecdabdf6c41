import { key, type ScreenOptions } from '../../screen.js';
import { busyOffice, type FakeOffice } from '../morning.js';
import { opened, pressed, type Scene } from '../scene.js';

const at = (options: ScreenOptions, keys: readonly string[] = [], office: FakeOffice = busyOffice()) =>
  opened({ screen: 'checkin', place: 'E1' }, office.line('reception/E1'), options, ...keys);

/** Two visitors have been checked in before the picture. */
const twoBefore = ['3', '2', key.enter, key.enter, key.ctrl('n')];

export const receptionScenes: readonly Scene[] = [
  {
    name: 'checkin-empty',
    about:
      'Waiting for the next visitor. Typing begins a search; the concerns that come most often stand there already.',
    play: (options) => at(options, twoBefore),
  },
  {
    name: 'checkin-search',
    about:
      'Four letters, one of them wrong: the search knows numbers, titles, tasks and the words that visitors use, and forgives slips.',
    play: (options) => at(options, ['k', 'a', 'u', 't', 'o']),
  },
  {
    name: 'checkin-route',
    about:
      'The questions of the concern are one list to tick. Below stands where the visitor goes and why, and what is still to be confirmed; Enter books.',
    play: (options) => at(options, ['3', '4', key.enter, '1']),
  },
  {
    name: 'checkin-number',
    about: 'The number to hand out, and how long the visitor may expect to wait.',
    play: (options) => at(options, ['3', '2', key.enter, key.enter]),
  },
  {
    name: 'checkin-visitors',
    about:
      'Tab lists everybody for whom something may still be done: correct a concern, set a mark, resume, cancel.',
    play: (options) => at(options, [key.tab]),
  },
  {
    name: 'checkin-cover',
    about: 'One key hides everything while somebody stands too near. What was entered stays.',
    play: (options) => at(options, ['w', 'b', key.ctrl('b')]),
  },
  {
    name: 'checkin-help',
    about: 'Every screen lists its keys under ?, those that work now first. A key that is off says why.',
    play: (options) => at(options, ['?']),
  },
  {
    name: 'checkin-answer',
    about:
      'The silent question whether somebody has a moment, and its answer, in the rules where nothing moves.',
    play: async (options) => {
      const office = busyOffice();
      const screen = await at(options, [key.ctrl('p')], office);
      office.ask('desk/1', { type: 'answerZone', from: 'reception/E1', answer: 'yes' });
      return pressed(screen);
    },
  },
];
