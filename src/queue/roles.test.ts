import { describe, expect, test } from 'vitest';
import { officeDay } from '../testing/officeDay.js';
import type { Command, CommandType } from './commands.js';
import type { By, Role } from './events.js';

/** One ask of each kind. */
const commands: { readonly [T in CommandType]: Extract<Command, { type: T }> } = {
  checkIn: { type: 'checkIn', concern: '3.1', rule: '3.1/ticket' },
  mark: { type: 'mark', number: 'E001', marks: {} },
  leave: { type: 'leave', number: 'E001' },
  correct: { type: 'correct', visit: 'E001', concern: '3.2' },
  cancel: { type: 'cancel', visit: 'E001' },
  call: { type: 'call', desk: '1' },
  recall: { type: 'recall', desk: '1' },
  withdraw: { type: 'withdraw', desk: '1' },
  start: { type: 'start', desk: '1' },
  finish: { type: 'finish', desk: '1' },
  park: { type: 'park', desk: '1' },
  resume: { type: 'resume', number: 'E001' },
  requeue: { type: 'requeue', desk: '1', nextConcern: '6.3' },
  transfer: { type: 'transfer', desk: '1', reason: 'language' },
  noShow: { type: 'noShow', desk: '1' },
  openDesk: { type: 'openDesk', desk: '1' },
  closeDesk: { type: 'closeDesk', desk: '1' },
  pause: { type: 'pause', desk: '1' },
  startActivity: { type: 'startActivity', desk: '1', activity: '4.2' },
  callHelp: { type: 'callHelp' },
  answerHelp: { type: 'answerHelp', from: 'desk/2' },
  endHelp: { type: 'endHelp' },
  askZone: { type: 'askZone' },
  answerZone: { type: 'answerZone', from: 'reception/E1', answer: 'yes' },
  dropQuestion: { type: 'dropQuestion' },
  decideExtraDesks: { type: 'decideExtraDesks', answer: 'yes', extraDesks: 1 },
  undo: { type: 'undo' },
  closeDay: { type: 'closeDay', force: true },
};

/** Who may ask what, as the office sees it: + yes, - no. */
const table = `
                reception desk lead display
  checkIn           +      -    +      -
  mark              +      +    +      -
  leave             +      +    +      -
  correct           +      -    +      -
  cancel            +      -    +      -
  call              -      +    +      -
  recall            -      +    +      -
  withdraw          -      +    +      -
  start             -      +    +      -
  finish            -      +    +      -
  park              -      +    +      -
  resume            +      +    +      -
  requeue           -      +    +      -
  transfer          -      +    +      -
  noShow            -      +    +      -
  openDesk          -      +    +      -
  closeDesk         -      +    +      -
  pause             -      +    +      -
  startActivity     -      +    +      -
  callHelp          +      +    +      -
  answerHelp        +      +    +      -
  endHelp           +      +    +      -
  askZone           +      -    -      -
  answerZone        -      +    +      -
  dropQuestion      +      -    -      -
  decideExtraDesks  -      -    +      -
  undo              +      +    +      -
  closeDay          -      -    +      -
`;

const roles = ['reception', 'desk', 'lead', 'display'] as const satisfies readonly Role[];
const places: Readonly<Record<Role, By>> = {
  reception: 'reception/E1',
  desk: 'desk/1',
  lead: 'lead',
  display: 'display',
};

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([command = '', ...signs]) =>
  roles.map((role, column) => ({ command: command as CommandType, role, allowed: signs[column] === '+' })),
);

function refusalOf(command: Command, by: By): string {
  const office = officeDay();
  office.reception('E2').checkIn('3.1');
  const answer = office.tryAsk(by, command);
  return 'entry' in answer ? 'none' : answer.name;
}

describe('roles', () => {
  test('[A1] the table names every kind of ask', () => {
    expect(rows.map(([command]) => command)).toEqual(Object.keys(commands));
  });

  test.each(cells)('[A1] $command by $role: $allowed', ({ command, role, allowed }) => {
    expect(refusalOf(commands[command], places[role]) === 'notAllowed').toBe(!allowed);
  });

  test.each(Object.keys(commands) as CommandType[])('[A1] %s by the server itself', (command) => {
    expect(refusalOf(commands[command], 'server')).not.toBe('notAllowed');
  });

  test('[A2] a desk asks for itself, the lead for all', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    const forDesk2: Command = { type: 'call', desk: '2' };
    expect(office.tryAsk('desk/1', forDesk2)).toEqual({ name: 'notYourDesk', desk: '2' });
    expect(office.lead.desk('2').call().number).toBe('E001');
  });

  test('[A3] a place that is none has no say', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    expect(office.reception('E9').refused.checkIn('3.1')).toEqual({ name: 'unknownReception', place: 'E9' });
    expect(office.desk('9').refused.leave('E001')).toEqual({ name: 'unknownDesk', desk: '9' });
    expect(office.desk('9').refused.call()).toEqual({ name: 'unknownDesk', desk: '9' });
  });

  test('[A4] where there is no reception, the desks check in', () => {
    const office = officeDay({ rules: { receptions: [] } });
    office.desk('1').checkIn('3.1');
    expect(office.line).toEqual(['E001']);
    expect(officeDay().desk('1').refused.checkIn('3.1')).toEqual({
      name: 'notAllowed',
      role: 'desk',
      command: 'checkIn',
    });
  });

  test('[A5] the reception sends people back into the line, never to a desk', () => {
    const office = officeDay();
    office.reception().checkIn('3.1');
    office.desk('1').call();
    office.desk('1').park();
    expect(office.reception().refused.resume('E001')).toEqual({ name: 'notYourDesk', desk: '1' });
    expect(office.reception().refused.resume('E001', { desk: '1' }).name).toBe('notYourDesk');
    office.reception().resume('E001', { toQueue: true });
    expect(office.line).toEqual(['E001']);
  });
});
