import { describe, expect, test } from 'vitest';
import { selectableConcerns } from '../../routing/catalogue.js';
import { bookTicket } from '../../testing/bookings.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { seconds } from '../../testing/officeDay.js';
import { key, mountScreen } from '../../testing/screen.js';
import { outcomeChoices } from './outcomes.js';

/** The concern has rows of every kind in its list of outcomes. */
const concern = '3.2';

function openDesk() {
  const office = fakeOffice();
  bookTicket(office, concern);
  bookTicket(office, concern);
  office.ask('desk/1', { type: 'openDesk', desk: '1' });
  const screen = mountScreen({ screen: 'desk', place: '1' }, office.line('desk/1'));
  return { office, screen };
}

const direct = (of: string) => outcomeChoices(of).filter((choice) => choice.kind === 'outcome');

describe('at most two keys', () => {
  test('call, call again and start take one each', async () => {
    const { office, screen } = openDesk();
    await screen.shows('Platz 1 ist frei');
    screen.press(key.enter);
    await screen.shows('E001 aufgerufen seit');
    office.pass(seconds(5));
    screen.press('w');
    await screen.shows('2. Aufruf');
    screen.press(key.enter);
    await screen.shows('E001 in Bearbeitung');
  });

  test('a number out of turn, with its reason', async () => {
    const { office, screen } = openDesk();
    await screen.shows('Platz 1 ist frei');
    // To move to the row is no part of the call.
    screen.press(key.down);
    await screen.shows('▶    E002');
    screen.press('d');
    await screen.shows('E002 ist nicht an der Reihe');
    screen.press('1');
    await screen.shows('E002 aufgerufen');
    expect(office.day.desks['1']?.number).toBe('E002');
  });

  test.each(direct(concern).map((choice, row) => ({ ...choice, row: row + 1 })))(
    'finish: $outcome $destination',
    async ({ outcome, destination, row }) => {
      const { office, screen } = openDesk();
      office.ask('desk/1', { type: 'call', desk: '1' });
      office.ask('desk/1', { type: 'start', desk: '1' });
      await screen.shows('E001 in Bearbeitung');
      screen.press('e');
      await screen.shows('Womit endet E001?');
      screen.press(String(row));
      await screen.shows('Platz 1 ist frei');
      expect(office.day.tickets['E001']?.contacts[0]).toMatchObject({
        outcome,
        ...(destination ? { destination } : {}),
      });
    },
  );

  test('whatever the concern, each outcome has a digit', () => {
    for (const { id } of selectableConcerns()) {
      const all = new Set(direct(id).map(({ outcome }) => outcome));
      const withDigit = new Set(
        direct(id)
          .slice(0, 9)
          .map(({ outcome }) => outcome),
      );
      expect(withDigit, id).toEqual(all);
    }
  });
});
