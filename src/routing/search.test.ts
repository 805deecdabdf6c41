import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../texts/language.js';
import { selectableConcerns } from './catalogue.js';
import { searchConcerns } from './search.js';
import { synonyms } from './shipped.js';

fc.configureGlobal({ seed: 20150601 });

const found = (query: string, language: Language = 'de') =>
  searchConcerns(query, language).map(({ id }) => id);
const all = selectableConcerns().map(({ id }) => id);

describe('searching by number', () => {
  it.each([
    ['3.2', ['3.2']],
    ['32', ['3.2']],
    ['3,2', ['3.2']],
    ['3.1', ['3.1', '3.10', '3.11', '3.13', '3.14']],
    ['31', ['3.1', '3.10', '3.11', '3.13', '3.14']],
    ['3.4', ['3.4', '3.4b']],
    ['3.4B', ['3.4b']],
    ['34b', ['3.4b']],
    ['5', ['5']],
    ['6.', ['6.1', '6.2', '6.3']],
    ['3.12', []],
    ['4.1', []],
  ])('%s finds %o', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});

describe('searching by word', () => {
  it.each([
    ['WBA', '3.2'],
    ['Weiterbewilligung', '3.2'],
    ['Umzug', '3.4'],
    ['Miete', '3.4'],
    ['Kaution', '3.4'],
    ['Krankmeldung', '6.1'],
    ['AU', '6.1'],
    ['Bewerbung', '6.1'],
    ['Neuantrag', '2.1'],
    ['ALG II', '2.1'],
    ['alg i', '3.10'],
    ['Mittellos', '3.6'],
    ['Stromschulden', '3.7'],
    ['Erstausstattung', '3.8'],
    ['Kündigung', '3.9'],
    ['Widerspruch', '3.13'],
    ['Niederschrift', '6.2'],
    ['Betreuer', '3.14'],
    ['P-Konto', '6.3'],
    ['pkonto', '6.3'],
    ['Beschwerde', '1.7'],
    ['Sanktion', '3.5'],
    ['BuT', '5'],
    ['§ 44 SGB X', '3.13'],
    ['Post', '3.1'],
  ])('%s finds %s first', (query, expected) => {
    expect(found(query)[0]).toBe(expected);
  });

  it('does not care for case, umlauts and sharp s', () => {
    for (const query of ['KÜNDIGUNG', 'kuendigung', 'kundigung'])
      expect(found(query)).toEqual(found('Kündigung'));
    expect(found('massarbeit')).toEqual(found('Maßarbeit'));
    expect(found('möbel')).toEqual(['3.8']);
  });

  it('is content with the start of a word', () => {
    expect(found('weiterb')[0]).toBe('3.2');
    expect(found('selbstst')[0]).toBe('3.11');
  });

  it('wants every word to match', () => {
    expect(found('heizung öl')).toEqual(['3.4b']);
    expect(found('miete xyz')).toEqual([]);
    expect(found('3.4 umzug')).toEqual(['3.4']);
  });

  it('puts names and daily words before the words of the tasks', () => {
    const [first, ...rest] = found('umzug');
    expect(first).toBe('3.4');
    expect(rest).toEqual(['6.1', '2.1']);
  });

  it('finds nothing where nothing fits', () => {
    for (const query of ['Müll', 'Müllabfuhr', 'Brot', 'Fahrkarte', 'hallo', 'qwertz'])
      expect(found(query)).toEqual([]);
  });
});

describe('one slip of the finger', () => {
  it.each([
    ['Umzuk', '3.4'],
    ['Kranckmeldung', '6.1'],
    ['Weiterbewiligung', '3.2'],
    ['Darlehn', '3.7'],
    ['Widersrpuch', '3.13'],
    ['Kuendigugn', '3.9'],
  ])('%s still finds %s', (query, expected) => {
    expect(found(query)).toContain(expected);
  });

  it('is not guessed at in short words', () => {
    expect(found('Lohm')).toEqual([]);
    expect(found('umzg')).toEqual([]);
  });

  it('changes nothing where something matches to the letter', () => {
    // "Mietschulden" (3.7) starts with one letter's difference.
    expect(found('Miete')).toEqual(['3.4']);
  });
});

describe('searching in English', () => {
  it.each([
    ['rent', '3.4'],
    ['sick note', '6.1'],
    ['appeal', '3.13'],
    ['advance', '3.6'],
    ['complaint', '1.7'],
    ['self-employed', '3.11'],
    ['WBA', '3.2'],
    ['Umzug', '3.4'],
  ])('%s finds %s first', (query, expected) => {
    expect(found(query, 'en')[0]).toBe(expected);
  });

  it('keeps English words out of German', () => {
    expect(found('landlord')).toEqual([]);
  });
});

describe('every search', () => {
  it('without words shows all 21 in the catalogue’s order', () => {
    for (const query of ['', '   ', '!?', '–']) expect(found(query)).toEqual(all);
  });

  it.each(['de', 'en'] as const)(
    'finds what each word of daily speech means (%s), likeliest first',
    (language) => {
      const missed = Object.entries(synonyms[language]).filter(([word, ids]) => {
        const results = found(word, language);
        return results[0] !== ids[0] || !ids.every((id) => results.includes(id));
      });
      expect(missed).toEqual([]);
    },
  );

  it.each(all)('finds %s by its number, and by a word', (id) => {
    expect(found(id)[0]).toBe(id);
    const [word] = Object.entries(synonyms.de).find(([, ids]) => ids[0] === id) ?? [];
    expect(found(word ?? 'no word')[0]).toBe(id);
  });

  it('names each concern at most once and gives the same answer twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('de' as const, 'en' as const),
        (query, language) => {
          const results = found(query, language);
          expect(new Set(results).size).toBe(results.length);
          expect(found(query, language)).toEqual(results);
        },
      ),
    );
  });

  it('with more letters of a matching word finds no more concerns', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(synonyms.de)), fc.nat(), (word, cut) => {
        const start = word.slice(0, 1 + (cut % word.length));
        expect(found(start)).toEqual(expect.arrayContaining(found(word)));
      }),
    );
  });
});
