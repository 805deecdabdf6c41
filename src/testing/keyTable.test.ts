import { expect, test } from 'vitest';
import { keyTable } from './keyTable.js';

test('the check-in keys as README shows them', () => {
  const rows = keyTable('checkin', 'de');
  expect(rows).toContainEqual({ keys: 'Eingabe', does: 'Weiter: wählen, einbuchen' });
  expect(rows).toContainEqual({ keys: 'Strg+F, Tab', does: 'Wartende' });
  expect(rows).toContainEqual({ keys: 'Strg+Q', does: 'Bildschirm verlassen' });
  expect(keyTable('checkin', 'en')).toHaveLength(rows.length);
});
