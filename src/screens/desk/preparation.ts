import { currentContact, type Ticket } from '../../queue/day.js';
import { concernTitle, shortTitle } from '../../routing/labels.js';
import { width } from '../parts/cells.js';
import { emptyDraft, finalConcern, type Draft } from './draft.js';
import { listColumns } from './panes.js';
import { remindersFor } from './reminders.js';
import { wordFor, type Scene } from './scene.js';
import { ticketMarks } from './ticketMarks.js';

/** What a desk reads about a visitor before and during the contact; each text is one line. */
export interface Preparation {
  readonly title: string;
  /** Marks, what the reception has done, what was before. Nothing of it has to be asked or entered again (R14). */
  readonly facts: readonly string[];
  readonly reminders: readonly string[];
  /** What is noted for the end of the contact; null if nothing is. */
  readonly draft: string | null;
}

export function preparationFor(scene: Scene, ticket: Ticket, draft: Draft = emptyDraft): Preparation {
  const { signs, texts } = scene;
  const words = texts.desk.panel;
  const joined = (parts: readonly string[]): readonly string[] =>
    parts.length === 0 ? [] : [parts.join(` ${signs.dot} `)];
  return {
    title: headline(scene, ticket),
    facts: [
      ...joined([...ticketMarks(scene, ticket), ...history(scene, ticket)]),
      ...joined(doneAtReception(scene, ticket)),
    ],
    reminders: reminderNotes(scene, ticket, draft),
    draft: joined(draftParts(scene, draft)).map((parts) => `${words.draft} ${parts}`)[0] ?? null,
  };
}

/** With the catalogue's own wording where there is room for all of it, else with the short one that the list has too. */
function headline({ texts, language, columns, screenReader }: Scene, ticket: Ticket): string {
  const { concern } = currentContact(ticket);
  const titled = (title: typeof concernTitle): string =>
    `${ticket.number}  ${concernWithTitle(concern, title, language)}`;
  const full = titled(concernTitle);
  const before = Math.max(width(texts.desk.panel.next), width(texts.desk.panel.open)) + 1;
  return screenReader || before + width(full) <= listColumns(columns) ? full : titled(shortTitle);
}

/** What to think of before the outcome is set (R153, R154). */
export function reminderNotes(
  { texts }: Pick<Scene, 'texts'>,
  ticket: Ticket,
  draft: Draft,
): readonly string[] {
  const words = texts.desk.panel;
  const { before, consult } = remindersFor([finalConcern(ticket, draft), ...draft.furtherConcerns]);
  return [...before.map(words.reminderBefore), ...consult.map(words.reminderConsult)];
}

const concernWithTitle = (id: string, titleOf: typeof concernTitle, language: Scene['language']): string =>
  `${id} ${titleOf(id, language)}`;

function doneAtReception({ texts, language }: Scene, { booking, alsoSettled }: Ticket): readonly string[] {
  const words = texts.desk.panel;
  const { identityChecked, consulted, copies, documents, handouts } = booking;
  const settled = alsoSettled.map(({ concern }) => concernWithTitle(concern, shortTitle, language));
  return [
    identityChecked ? words.identityChecked : words.identityNotChecked,
    consulted && words.consulted,
    copies && words.copies,
    documents !== undefined && words.documents,
    handouts !== undefined && handouts.length > 0 && words.handouts(handouts.join(', ')),
    settled.length > 0 && words.alsoSettled(settled.join(', ')),
  ].filter((part) => typeof part === 'string');
}

/** Earlier legs of the same visit: their concern, and why they were passed on (R35). */
function history({ site, texts, language }: Scene, ticket: Ticket): readonly string[] {
  const words = texts.desk.panel;
  return ticket.contacts
    .slice(0, -1)
    .map(({ concern, transferReason }) =>
      transferReason === null
        ? words.before(concernWithTitle(concern, shortTitle, language))
        : words.transferred(wordFor(site.transferReasons, transferReason, language)),
    );
}

function draftParts({ texts }: Scene, draft: Draft): readonly string[] {
  const words = texts.desk.panel;
  return [
    draft.concern !== null && words.finalConcern(draft.concern),
    draft.furtherConcerns.length > 0 && words.further(draft.furtherConcerns.join(', ')),
    draft.consulted && words.withConsultation,
    draft.papInformed && words.withPapInformed,
    draft.masterData && words.withMasterData,
  ].filter((part) => typeof part === 'string');
}
