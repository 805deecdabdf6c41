import type { Marks } from '../queue/events.js';
import { textsFor, type Language } from '../texts/texts.js';
import { Failure } from './fail.js';

/** Marks from words: assisted, interpreter, confidential, urgent=REASON, team=703|704|unknown. */
export function readMarks(words: readonly string[], language: Language): Marks {
  return Object.assign({}, ...words.map((word) => readMark(word, language))) as Marks;
}

function readMark(word: string, language: Language): Marks {
  const [name, value = ''] = word.split('=', 2);
  if (name === 'assisted' || name === 'interpreter' || name === 'confidential') return { [name]: true };
  if (name === 'urgent' && value) return { urgent: value };
  if (name === 'team' && (value === '703' || value === '704' || value === 'unknown')) return { team: value };
  throw new Failure('badMark', textsFor(language).failures.badMark({ word }), 2);
}
