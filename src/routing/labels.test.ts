import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { routing as german } from '../texts/de/routing.js';
import { catalogue, selectableConcerns } from './catalogue.js';
import { concernTitle, destinationLabel, modeLabel, questionText, shortTitle, visitTitle } from './labels.js';
import { destinations } from './onward.js';
import { routingFile, type FactName } from './shipped.js';

const factNames = Object.keys(routingFile.facts) as FactName[];
const ids = selectableConcerns().map(({ id }) => id);

describe.each(['de', 'en'] as const)('labels in %s', (language) => {
  it.each(ids)('give %s a short name of at most 34 columns', (id) => {
    expect(Object.keys(german.shortTitles)).toContain(id);
    expect(stringWidth(shortTitle(id, language))).toBeLessThanOrEqual(34);
  });

  it.each(factNames)('ask for %s in at most 60 columns', (fact) => {
    const question = questionText(fact, language);
    expect(question).toMatch(/\?$/);
    expect(stringWidth(question)).toBeLessThanOrEqual(60);
  });

  it('tell the short names, the questions and the places apart', () => {
    for (const texts of [
      ids.map((id) => shortTitle(id, language)),
      factNames.map((fact) => questionText(fact, language)),
      destinations.map((destination) => destinationLabel(destination, language)),
    ]) {
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts).not.toContain('');
    }
  });

  it('name a visit by its concern or, without one, by its rule', () => {
    expect(visitTitle('3.2', '3.2/default', language)).toBe(shortTitle('3.2', language));
    for (const rule of ['G1', 'auskunft']) expect(visitTitle(null, rule, language)).not.toBe(rule);
  });
});

describe('titles', () => {
  it('are the catalogue’s own in German', () => {
    for (const { id, title } of catalogue.entries) expect(concernTitle(id, 'de')).toBe(title);
  });

  it('are English for every concern that can be chosen', () => {
    for (const { id, title } of selectableConcerns()) expect(concernTitle(id, 'en')).not.toBe(title);
  });

  it('[R128] fall back to what there is', () => {
    expect(concernTitle('4.1', 'en')).toBe('Datenpflege und Korrekturlisten');
    expect(shortTitle('4.1', 'de')).toBe('Datenpflege und Korrekturlisten');
    expect(shortTitle('7.1', 'en')).toBe('7.1');
  });

  it('say how a visit goes on', () => {
    expect(modeLabel('QUEUE', 'de')).toBe('Nummer für die Eingangszone');
    expect(modeLabel('FORWARD', 'en')).toBe('forward at once');
  });
});
