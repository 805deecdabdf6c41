import { expect, test } from 'vitest';
import { nothingYet, type OfficeView } from '../../client/officeView.js';
import { textsFor } from '../../texts/texts.js';
import { connectionText } from './connectionText.js';
import { signsFor } from './signs.js';

const now = Date.UTC(2015, 5, 8, 8, 41, 12);
const text = (view: Partial<OfficeView>, age = 0, isSteady = false): string =>
  connectionText(
    { view: { ...nothingYet, ...view }, now: () => now, age: () => age },
    'Europe/Berlin',
    textsFor('de').screens,
    signsFor(false),
    isSteady,
  );

test.each<[string, Partial<OfficeView>, number]>([
  ['● verbunden', { phase: 'joined' }, 1900],
  ['● verbunden, Stand vor 3 s', { phase: 'joined' }, 3400],
  ['○ Verbindung wird aufgebaut …', { phase: 'connecting' }, 0],
  ['○ getrennt seit 0:12 · Stand 10:41', { phase: 'lost', lostAt: now - 12_000 }, 12_000],
])('%s', (expected, view, age) => {
  expect(text(view, age)).toBe(expected);
});

test('for a screen reader nothing in it changes every second', () => {
  expect(text({ phase: 'joined' }, 1900, true)).toBe('● verbunden');
  expect(text({ phase: 'joined' }, 14_000, true)).toBe('● verbunden, Stand 10:40');
  expect(text({ phase: 'lost', lostAt: now - 12_000 }, 0, true)).toBe('○ getrennt · Stand 10:41');
});
