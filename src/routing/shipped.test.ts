import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { selectableConcerns } from './catalogue.js';
import { isDestination } from './onward.js';
import { isFact } from './routes.js';
import { catalogueFile, routingFile, synonyms } from './shipped.js';

const fileOf = (name: string) => readFileSync(new URL(`../../data/catalogue/${name}`, import.meta.url));

describe('the shipped papers', () => {
  it.each([
    ['catalogue.json', 'fa7d4d40893be705be99d3d3e36ac7e7f6eaa81828548d990d6d0daad542b9ab'],
    ['routing.json', 'f842107717d0b3905a8e0c11c7989ca801d6ffe2c0952d716769a066799bc082'],
  ])('%s is unchanged to the byte', (name, expected) => {
    expect(createHash('sha256').update(fileOf(name)).digest('hex')).toBe(expected);
  });

  it('list the same concerns, each once', () => {
    const ids = catalogueFile.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(routingFile.concerns.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  it('name every rule once', () => {
    const ids = routingFile.concerns.flatMap(({ routes }) => routes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('use only known facts and destinations', () => {
    const rows = routingFile.concerns.flatMap(({ routes, followUp }) => [...routes, ...followUp]);
    const facts = [...rows, ...routingFile.globalRules].flatMap(({ when }) => Object.keys(when ?? {}));
    expect(facts.filter((fact) => !isFact(fact))).toEqual([]);

    const places = [
      ...Object.keys(routingFile.destinations),
      ...routingFile.frontOfficeOnward.map(({ destination }) => destination),
      ...routingFile.concerns.flatMap(({ routes }) =>
        routes.flatMap(({ destination, consultFirst, inform }) => [
          destination,
          consultFirst ?? destination,
          ...(inform ?? []),
        ]),
      ),
    ];
    expect(places.filter((place) => !isDestination(place))).toEqual([]);
  });

  it('give each selectable concern a default rule, and it comes last', () => {
    const wrong = routingFile.concerns.filter(({ selectable, routes }) => {
      const first = routes.findIndex(({ when }) => Object.keys(when).length === 0);
      return selectable && (first < 0 || first !== routes.length - 1);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the synonyms', () => {
  const selectable = new Set(selectableConcerns().map(({ id }) => id));

  it.each(['de', 'en'] as const)('in %s mean selectable concerns only', (language) => {
    const meant = Object.values(synonyms[language]).flat();
    expect(meant.filter((id) => !selectable.has(id))).toEqual([]);
  });

  it.each(['de', 'en'] as const)('in %s give every concern several words', (language) => {
    const wordsFor = (id: string) => Object.values(synonyms[language]).filter((ids) => ids.includes(id));
    expect([...selectable].filter((id) => wordsFor(id).length < 2)).toEqual([]);
  });
});
