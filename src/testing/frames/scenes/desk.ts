import { key, type ScreenOptions } from '../../screen.js';
import { minutes, seconds } from '../../officeDay.js';
import { busyOffice, type FakeOffice } from '../morning.js';
import { opened, pressed, type Scene } from '../scene.js';

/** Everybody is there, and the display shows what desk 1 calls first. */
function joined(office: FakeOffice) {
  const line = office.line('desk/1');
  const [first = ''] = office.day.waiting;
  const open = office.day.desks['1']?.number ?? first;
  line.change({
    presence: { type: 'presence', desks: ['1', '2', '3'], receptions: ['E1'], displays: 1, shown: [open] },
  });
  return line;
}

const at = (options: ScreenOptions, keys: readonly string[] = [], office: FakeOffice = busyOffice()) =>
  opened({ screen: 'desk', place: '1' }, joined(office), options, ...keys);

/** A ticket that this desk has called and begun with a while ago. */
async function inContact(options: ScreenOptions, ...keys: readonly string[]) {
  const office = busyOffice();
  office.ask('desk/1', { type: 'call', desk: '1' });
  office.pass(seconds(25));
  office.ask('desk/1', { type: 'start', desk: '1' });
  office.pass(minutes(3));
  return at(options, keys, office);
}

export const deskScenes: readonly Scene[] = [
  {
    name: 'desk-free',
    about: 'Who is next and why, the line behind, and one key: Enter calls.',
    play: (options) => at(options),
  },
  {
    name: 'desk-called',
    about:
      'Called, and what the reception noted. The same key begins; the display is asked whether it shows the number.',
    play: async (options) => {
      const office = busyOffice();
      const screen = await at(options, [key.enter], office);
      office.pass(seconds(12));
      return pressed(screen, 'r', 'r');
    },
  },
  {
    name: 'desk-contact',
    about: 'In contact: Enter finishes as settled, every other end is two keys away.',
    play: (options) => inContact(options),
  },
  {
    name: 'desk-outcome',
    about: 'How the contact ends. A digit picks at once.',
    play: (options) => inContact(options, 'e'),
  },
  {
    name: 'desk-transfer',
    about: 'Passing a ticket on asks for the reason; the place in the line is kept.',
    play: (options) => inContact(options, 'u'),
  },
  {
    name: 'desk-parked',
    about: 'What was parked and may be taken up again.',
    play: (options) => at(options, ['f']),
  },
  {
    name: 'desk-missed',
    about: 'Who was called and did not come; who turns up after all goes back into the line.',
    play: (options) => at(options, ['v']),
  },
  {
    name: 'desk-help',
    about: 'The keys of the desk.',
    play: (options) => at(options, ['?']),
  },
  {
    name: 'desk-signal',
    about: 'A silent call for help from another place, in the rules where nothing moves; two keys answer it.',
    play: async (options) => {
      const office = busyOffice();
      const screen = await at(options, [], office);
      office.ask('reception/E1', { type: 'callHelp' });
      return pressed(screen);
    },
  },
  {
    name: 'desk-cut',
    about:
      'The connection is lost: what is known stays in sight with its age, and the screen says what cannot be done now.',
    play: async (options) => {
      const office = busyOffice();
      const line = joined(office);
      const screen = await opened({ screen: 'desk', place: '1' }, line, options);
      line.change({ phase: 'lost', lostAt: office.now() - minutes(1) });
      return pressed(screen);
    },
  },
];
