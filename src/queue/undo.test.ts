import { describe, expect, test } from 'vitest';
import { noticedOf } from '../testing/dayInvariants.js';
import { officeDay, seconds, type OfficeDay } from '../testing/officeDay.js';

/** Two visitors of 08:00 and 08:01; now it is 08:10. */
function twoWaiting() {
  const office = officeDay();
  office.at('08:00');
  office.reception().checkIn('3.1');
  office.at('08:01');
  office.reception().checkIn('3.2');
  office.at('08:10');
  return office;
}

/** What went before an action of desk 1, and the action. */
type Story = (office: OfficeDay) => readonly [steps: readonly (() => unknown)[], action: () => unknown];

const stories: Readonly<Record<string, Story>> = {
  open: ({ desk }) => [[], desk('1').open],
  close: ({ desk }) => [[desk('1').open], desk('1').close],
  pause: ({ desk }) => [[desk('1').open], desk('1').pause],
  activity: ({ desk }) => [[], () => desk('1').activity('4.1', '703')],
  'urgent mark': ({ desk }) => [[], () => desk('1').mark('E002', { urgent: 'mobility' })],
  leave: ({ desk }) => [[], () => desk('1').leave('E001')],
  call: ({ desk }) => [[], desk('1').call],
  'call out of order': ({ desk }) => [[desk('1').open], () => desk('1').call('E002', 'emergency')],
  recall: ({ desk }) => [[desk('1').call], desk('1').recall],
  withdrawal: ({ desk }) => [[desk('1').call], desk('1').withdraw],
  start: ({ desk }) => [[desk('1').call], desk('1').start],
  'no-show': ({ desk }) => [[desk('1').call], desk('1').noShow],
  finish: ({ desk }) => [
    [desk('1').call],
    () => desk('1').finish({ concern: '3.9', furtherConcerns: ['6.3'] }),
  ],
  requeue: ({ desk }) => [[desk('1').call], () => desk('1').requeue('6.3')],
  transfer: ({ desk }) => [[desk('1').call], () => desk('1').transfer('language', '2')],
  park: ({ desk }) => [[desk('1').call, desk('1').start], desk('1').park],
  'resume into service': ({ desk }) => [
    [desk('1').call, desk('1').park, desk('1').pause],
    () => desk('1').resume('E001'),
  ],
  'resume into the line': ({ desk }) => [
    [desk('1').call, desk('1').park],
    () => desk('1').resume('E001', { toQueue: true }),
  ],
};

describe('undo', () => {
  test('[U1] within a minute, and not a moment longer', () => {
    const office = twoWaiting();
    expect(office.desk('1').refused.undo()).toEqual({ name: 'nothingToUndo' });
    office.desk('1').call();
    office.at('08:11:00.001');
    expect(office.desk('1').refused.undo()).toEqual({ name: 'undoTooLate' });

    const inTime = twoWaiting();
    inTime.desk('1').call();
    inTime.at('08:11');
    inTime.desk('1').undo();
    expect(inTime.line).toEqual(['E001', 'E002']);
  });

  test.each(Object.keys(stories))('[U2] %s at a desk, taken back, leaves nothing behind', (name) => {
    const office = twoWaiting();
    const [steps, action] = stories[name]?.(office) ?? [[], () => undefined];
    for (const step of steps) {
      step();
      office.pass(seconds(200));
    }
    const before = noticedOf(office.day);
    action();
    expect(noticedOf(office.day)).not.toEqual(before);
    office.pass(seconds(30));
    office.desk('1').undo();
    expect(noticedOf(office.day)).toEqual(before);
  });

  test('[U2] corrections and cancellations are taken back with their log', () => {
    const office = twoWaiting();
    office.reception().checkIn('6.1', { rule: '6.1/sickNote' });
    const before = noticedOf(office.day);
    const reception = office.reception();
    for (const action of [
      () => reception.correct('E001', '6.3'),
      () => reception.correct('V001', '3.2'),
      () => reception.cancel('E001'),
      () => reception.cancel('V001'),
    ]) {
      action();
      expect(noticedOf(office.day)).not.toEqual(before);
      reception.undo();
      expect(noticedOf(office.day)).toEqual(before);
    }
  });

  test('[U3] who has been called by another desk meanwhile is not taken away from it', () => {
    const office = twoWaiting();
    office.desk('1').call();
    office.desk('1').withdraw();
    office.desk('2').call();
    expect(office.desk('1').refused.undo()).toEqual({ name: 'overtaken' });
    expect(office.ticket('E001')).toMatchObject({ state: 'called', desk: '2' });
  });

  test('[U3] an action that was itself taken back counts as a touch', () => {
    const office = twoWaiting();
    office.reception().mark('E001', { interpreter: true });
    office.desk('1').call();
    office.desk('1').undo();
    expect(office.reception().refused.undo()).toEqual({ name: 'overtaken' });
  });

  test('[U3] a desk that the lead has closed stays closed', () => {
    const office = twoWaiting();
    office.desk('1').pause();
    office.lead.desk('1').close();
    expect(office.desk('1').refused.undo()).toEqual({ name: 'overtaken' });
    expect(office.stateOfDesk('1').state).toBe('closed');
  });

  test('[U3] a visit that was corrected is not taken back', () => {
    const office = twoWaiting();
    office.reception('E1').checkIn('6.1', { rule: '6.1/sickNote' });
    office.reception('E2').correct('V001', '3.2');
    expect(office.reception('E1').refused.undo()).toEqual({ name: 'overtaken' });
  });

  test('[U3] what another desk does with others is no hindrance', () => {
    const office = twoWaiting();
    office.desk('1').call();
    office.desk('1').park();
    office.reception().resume('E001', { toQueue: true });
    office.desk('1').call('E002', 'emergency');
    office.reception().undo();
    expect(office.ticket('E001')).toMatchObject({ state: 'parked', desk: '1' });
    expect(office.stateOfDesk('1')).toMatchObject({ state: 'contact', number: 'E002' });
  });

  test('[U4] a call taken back was no first call', () => {
    const office = twoWaiting();
    office.desk('1').call();
    office.at('08:10:30');
    office.desk('1').undo();
    expect(office.contact('E001').firstCalledAt).toBeNull();
    expect(office.ticket('E001')).toMatchObject({ state: 'waiting', calledAt: null, soundedAt: null });
    expect(office.stateOfDesk('1').state).toBe('closed');
    office.at('08:20');
    office.desk('1').call();
    expect(office.contact('E001').firstCalledAt).toBe(office.instant('08:20'));
  });

  test('[U5] a slip at the reception ends as cancelled, and the next visitor has the next number', () => {
    const office = twoWaiting();
    office.reception().checkIn('3.1');
    office.reception().undo();
    expect(office.ticket('E003')).toMatchObject({ state: 'ended', ending: 'cancelled' });
    expect(office.line).toEqual(['E001', 'E002']);

    const visit = office.reception().checkIn('6.1', { rule: '6.1/talk' }).number;
    office.reception().undo();
    expect(office.visit(visit).cancelled).toBe(true);
    expect(office.reception().checkIn('3.1').number).toBe('E004');
  });

  test('[U6] nobody takes back what another place did, nor anything twice', () => {
    const office = twoWaiting();
    office.lead.desk('1').call();
    expect(office.desk('1').refused.undo()).toEqual({ name: 'nothingToUndo' });
    office.lead.undo();
    expect(office.lead.refused.undo()).toEqual({ name: 'nothingToUndo' });

    office.desk('2').call();
    office.desk('2').start();
    office.desk('2').undo();
    expect(office.ticket('E001').state).toBe('called');
    expect(office.desk('2').refused.undo()).toEqual({ name: 'nothingToUndo' });
  });
});
