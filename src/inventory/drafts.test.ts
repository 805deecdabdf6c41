import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleOfSettings } from '../server/firstSettings.js';
import { limitsOf } from './inventory.js';

test('the pages in docs/ name the retention and the minimum numbers that beo begins with', () => {
  const sites = limitsOf(exampleOfSettings());
  const { rowsDays = 0, figuresMonths = 0, minContacts = 0, minDesks = 0 } = sites[0] ?? {};
  const read = (name: string) =>
    readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
  const notice = read('datenschutz-aushang');
  const purposes = read('dienstvereinbarung-zwecke');
  for (const said of [
    `${rowsDays} Tage`,
    `${rowsDays} days`,
    `${figuresMonths} Monate`,
    `${figuresMonths} months`,
  ]) {
    expect(notice).toContain(said);
  }
  for (const said of [
    `${rowsDays} Tage`,
    `${figuresMonths} Monate`,
    `${minContacts} Kontakte`,
    `${minDesks} Platz-Tage`,
  ]) {
    expect(purposes).toContain(said);
  }
  const administration = read('administration');
  expect(administration).toContain(`${rowsDays} Tagen`);
  expect(administration).toContain(`${figuresMonths} Monate`);
  // No other number of days or months stands in them.
  const counts = [...`${notice} ${purposes}`.matchAll(/(\d+) (?:Tagen?|Monaten?|days|months)\b/g)];
  expect(new Set(counts.map(([, count]) => Number(count)))).toEqual(new Set([rowsDays, figuresMonths]));
});
