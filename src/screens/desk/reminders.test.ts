import { expect, test } from 'vitest';
import { selectableConcerns } from '../../routing/catalogue.js';
import { remindersFor } from './reminders.js';

test('the power of attorney is checked before information is given to third parties (R154)', () => {
  expect(remindersFor(['3.14'])).toEqual({
    before: ['Prüfung einer Vollmacht / Bestellung (Betreuer)'],
    consult: [],
  });
});

test('advances and vouchers only after a consultation (R153), in the words of Anlage 3', () => {
  expect(remindersFor(['3.6']).consult).toEqual([
    'Bewilligung und Gewährung von Vorschusszahlungen / Barzahlungen n. R. mit der Sachbearbeitung',
    'Gewährung von Wertgutscheinen nach Rücksprache mit der Sachbearbeitung',
  ]);
});

test('which concerns remind of a consultation', () => {
  const reminding = selectableConcerns().filter(({ id }) => remindersFor([id]).consult.length > 0);
  expect(reminding.map(({ id }) => id)).toEqual(['3.1', '3.2', '3.4', '3.6']);
});

test('further concerns remind too, each once', () => {
  expect(remindersFor(['3.14', '3.9', '3.14']).before).toHaveLength(1);
  expect(remindersFor(['3.9', '9.99'])).toEqual({ before: [], consult: [] });
});
