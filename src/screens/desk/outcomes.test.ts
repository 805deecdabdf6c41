import { expect, test } from 'vitest';
import { selectableConcerns } from '../../routing/catalogue.js';
import { otherDestinations, outcomeChoices, outcomeId } from './outcomes.js';

test('settled first, then where to, then what is left open', () => {
  expect(outcomeChoices('2.1').map(outcomeId)).toEqual([
    'settled',
    'appointment SACHBEARBEITUNG',
    'appointment PAP',
    'evidenceRequested',
    'forwarded ANDERE_BEHOERDE',
    'forwarded ZUSTAENDIGE_STELLE',
    'forwarded PAP',
    'fieldVisit',
    'abandoned',
    'elsewhere appointment',
    'elsewhere forwarded',
  ]);
});

test('every outcome can be chosen for every concern, each once', () => {
  for (const { id } of selectableConcerns()) {
    const choices = outcomeChoices(id);
    expect(new Set(choices.map(outcomeId)).size).toBe(choices.length);
    expect(new Set(choices.map(({ outcome }) => outcome))).toEqual(
      new Set(['settled', 'appointment', 'forwarded', 'evidenceRequested', 'fieldVisit', 'abandoned']),
    );
  }
});

test('the second list has every destination that the first does not propose', () => {
  expect(otherDestinations('3.2', 'appointment')).not.toContain('SACHBEARBEITUNG');
  expect(otherDestinations('3.2', 'appointment')).toContain('BUT_TEAM');
});
