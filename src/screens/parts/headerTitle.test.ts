import { expect, it } from 'vitest';
import { headerTitle } from './headerTitle.js';
import { signsFor } from './signs.js';

const signs = signsFor(false);

it('cuts the name of the site, never the place', () => {
  expect(headerTitle('Jobcenter Herford', 'Platz 1', 40, signs)).toBe('Jobcenter Herford · Platz 1');
  expect(headerTitle('Jobcenter Herford', 'Platz 1', 20, signs)).toBe('Jobcenter… · Platz 1');
  expect(headerTitle('Jobcenter Herford', 'Platz 1', 5, signs)).toBe('Platz 1');
  expect(headerTitle('', 'Platz 1', 40, signs)).toBe('Platz 1');
});
