/** Finds concerns by what a receptionist types: a number, the start of a word, a word of daily speech, one slip of the finger. */
import type { Language } from '../texts/language.js';
import { selectableConcerns, type ConcernEntry } from './catalogue.js';
import { fold, isOneTypoApart } from './fold.js';
import { concernTitle, shortTitle } from './labels.js';
import { synonyms as shippedSynonyms, type Synonyms } from './shipped.js';

/** A word that leads to a concern; the lower the weight, the surer. */
interface Keyword {
  readonly text: string;
  readonly weight: number;
}

interface Indexed {
  readonly entry: ConcernEntry;
  readonly keywords: readonly Keyword[];
}

/** What a hit costs. A synonym's place in its list is added (a word means fewer than 10 concerns), so that no sort overtakes another. */
const weights = { exactId: 0, idStart: 1, synonym: 10, name: 19, wordStart: 20, task: 40, typo: 80 };

/** A shorter word has too many neighbours to guess at. */
const shortestWithTypo = 5;

const indexes = new Map<Language, readonly Indexed[]>();

/**
 * Selectable concerns that match every word of the query, best first, equals in the catalogue's order. English searches the
 * German words too. Only if nothing matches, words of five letters and more may contain one typo. Empty query: all concerns.
 */
export function searchConcerns(query: string, language: Language): readonly ConcernEntry[] {
  const index = indexOf(language);
  const tokens = tokensOf(query);
  const exact = rank(index, tokens, false);
  return exact.length > 0 ? exact : rank(index, tokens, true);
}

function rank(index: readonly Indexed[], tokens: readonly string[], withTypos: boolean): ConcernEntry[] {
  return index
    .map((row) => ({ entry: row.entry, cost: sum(tokens.map((token) => costOf(token, row, withTypos))) }))
    .filter(({ cost }) => cost < Infinity)
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ entry }) => entry);
}

/** Cost of the best hit of one word of the query, Infinity for none. */
function costOf(token: string, { entry, keywords }: Indexed, withTypos: boolean): number {
  const variants = fold(token);
  return Math.min(
    idCost(token.toLowerCase(), entry.id),
    ...keywords.map(({ text, weight }) => {
      if (variants.includes(text)) return weight;
      if (variants.some((variant) => text.startsWith(variant))) return weight + weights.wordStart;
      return withTypos && variants.some((variant) => startsWithTypo(text, variant))
        ? weight + weights.typo
        : Infinity;
    }),
  );
}

/** "3.2" and, for fast fingers, "32". */
function idCost(token: string, id: string): number {
  const spelled = token.includes('.') ? id : id.replaceAll('.', '');
  if (token === spelled) return weights.exactId;
  return spelled.startsWith(token) ? weights.idStart : Infinity;
}

function startsWithTypo(text: string, token: string): boolean {
  if (token.length < shortestWithTypo) return false;
  return [-1, 0, 1].some((more) => isOneTypoApart(token, text.slice(0, token.length + more)));
}

/** Built at the first search of a language and kept: the catalogue does not change while the program runs. */
function indexOf(language: Language): readonly Indexed[] {
  const known = indexes.get(language);
  if (known) return known;
  const languages: readonly Language[] = language === 'de' ? ['de'] : ['en', 'de'];
  const index = selectableConcerns().map((entry) => ({
    entry,
    keywords: [
      ...languages.flatMap((each) => [
        ...keywordsOf(concernTitle(entry.id, each), weights.name),
        ...keywordsOf(shortTitle(entry.id, each), weights.name),
        ...synonymKeywords(shippedSynonyms[each], entry.id),
      ]),
      ...Object.values(entry.tasks).flatMap((tasks) =>
        tasks.flatMap((task) => keywordsOf(task, weights.task)),
      ),
    ],
  }));
  indexes.set(language, index);
  return index;
}

/** Also written in one: "P-Konto" is found by "pkonto", "ALG II" by "algii". */
function synonymKeywords(words: Synonyms, id: string): Keyword[] {
  return Object.entries(words).flatMap(([word, ids]) => {
    const place = ids.indexOf(id);
    if (place < 0) return [];
    const joined = wordsOf(word).join('');
    return [...keywordsOf(word, weights.synonym + place), ...keywordsOf(joined, weights.synonym + place)];
  });
}

function keywordsOf(text: string, weight: number): Keyword[] {
  return wordsOf(text).flatMap((word) => fold(word).map((folded) => ({ text: folded, weight })));
}

/** A lone digit is half of another row's number ("vgl. 3.4"), no word to search by. */
function wordsOf(text: string): string[] {
  const words: readonly string[] = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => !/^\p{N}$/u.test(word));
}

/** Like words, but numbers keep what belongs to them: "3.4b", also typed "3,4b". */
function tokensOf(query: string): string[] {
  const tokens = query.match(/\p{N}[\p{L}\p{M}\p{N}.,]*|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return tokens.map((token) => token.replace(/[.,]+$/, '').replaceAll(',', '.'));
}

function sum(costs: readonly number[]): number {
  return costs.reduce((total, cost) => total + cost, 0);
}
