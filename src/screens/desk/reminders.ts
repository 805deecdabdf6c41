import { concernOf } from '../../routing/catalogue.js';

/** Tasks of Anlage 3 that a desk is reminded of, German, to the letter. */
export interface Reminders {
  /** To be done before any information is given (R154). */
  readonly before: readonly string[];
  /** Only after somebody else was consulted (R153). */
  readonly consult: readonly string[];
}

const powerOfAttorney = /Vollmacht/;
const afterConsultation = /\bn\. R\.|nach Rücksprache|nach Grundsatz-?entscheidung/;

/** What to think of before a contact with these concerns is finished. */
export function remindersFor(concerns: readonly string[]): Reminders {
  const tasks = [...new Set(concerns)].flatMap((id) => concernOf(id)?.tasks.frontOffice ?? []);
  return {
    // The check of "einer Vollmacht" is a row of its own; giving information to whoever holds one is not it.
    before: tasks.filter((task) => powerOfAttorney.test(task)),
    consult: tasks.filter((task) => afterConsultation.test(task)),
  };
}
