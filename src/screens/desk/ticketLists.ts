import type { Command } from '../../queue/commands.js';
import type { Ticket } from '../../queue/day.js';
import { destinationLabel } from '../../routing/labels.js';
import type { OnwardOutcome } from '../../routing/onward.js';
import type { Destination } from '../../routing/shipped.js';
import type { PickItem } from '../parts/PickList.js';
import type { Choosing } from './choosing.js';
import { outcomeText } from './doneText.js';
import { endingOf, finalConcern, type Draft } from './draft.js';
import { otherDestinations, outcomeChoices, outcomeId, type OutcomeChoice } from './outcomes.js';
import { reminderNotes } from './preparation.js';
import type { Scene } from './scene.js';

/** A list to choose from, and what each row leads to: something to ask, or the next list. */
export interface DeskList {
  readonly title: string;
  readonly notes?: readonly string[];
  readonly items: readonly PickItem[];
  readonly empty: string;
  readonly pick: (id: string) => Command | Choosing | undefined;
}

/** The list about the open ticket; undefined where a concern is searched for instead. */
export function listOfTicket(
  scene: Scene,
  choosing: Extract<Choosing, { about: string }>,
  ticket: Ticket,
  draft: Draft,
): DeskList | undefined {
  switch (choosing.kind) {
    case 'outcome':
      return outcomeList(scene, ticket, draft);
    case 'destination':
      return destinationList(scene, choosing.outcome, ticket, draft);
    case 'transfer':
      return transferList(scene, ticket);
    case 'transferDesk':
      return transferDeskList(scene, choosing.reason);
    case 'concern':
    case 'further':
    case 'requeue':
      return undefined;
  }
}

function outcomeList(scene: Scene, ticket: Ticket, draft: Draft): DeskList {
  const { desk, texts } = scene;
  const choices = outcomeChoices(finalConcern(ticket, draft));
  return {
    title: texts.desk.choose.outcome(ticket.number),
    notes: reminderNotes(scene, ticket, draft),
    items: choices.map((choice) => ({ id: outcomeId(choice), text: choiceText(scene, choice) })),
    empty: '',
    pick(id) {
      const choice = choices.find((each) => outcomeId(each) === id);
      if (!choice) return undefined;
      const { outcome } = choice;
      if (choice.kind === 'elsewhere')
        return { kind: 'destination', about: ticket.number, outcome: choice.outcome };
      const { destination } = choice;
      return { type: 'finish', desk, ...endingOf(draft), outcome, ...(destination ? { destination } : {}) };
    },
  };
}

function choiceText(scene: Scene, choice: OutcomeChoice): string {
  const { outcomes } = scene.texts.desk;
  if (choice.kind === 'elsewhere') return `${outcomes[choice.outcome]}: ${outcomes.elsewhere}`;
  const text = outcomeText(scene, choice.outcome, choice.destination);
  return choice.destination ? withPlace(scene, text, choice.destination) : text;
}

/** With room and telephone of whoever is there (R52). */
function withPlace({ site, signs }: Scene, text: string, destination: Destination): string {
  const found = site.destinations[destination];
  return [text, found?.room, found?.phone].filter(Boolean).join(` ${signs.dot} `);
}

function destinationList(scene: Scene, outcome: OnwardOutcome, ticket: Ticket, draft: Draft): DeskList {
  const { desk, texts, language } = scene;
  return {
    title: `${texts.desk.outcomes[outcome]}: ${texts.desk.choose.destination}`,
    notes: reminderNotes(scene, ticket, draft),
    items: otherDestinations(finalConcern(ticket, draft), outcome).map((id) => ({
      id,
      text: withPlace(scene, destinationLabel(id, language), id),
    })),
    empty: '',
    pick: (destination) => ({ type: 'finish', desk, ...endingOf(draft), outcome, destination }),
  };
}

function transferList({ site, texts, language }: Scene, { number }: Ticket): DeskList {
  return {
    title: texts.desk.choose.transfer(number),
    items: site.transferReasons.map((reason) => ({ id: reason.code, text: reason[language] })),
    empty: '',
    pick: (reason) => ({ kind: 'transferDesk', about: number, reason }),
  };
}

/** Anybody, or a certain desk; of another desk no more is said than whether it is free. */
function transferDeskList({ site, day, desk, texts, language }: Scene, reason: string): DeskList {
  const words = texts.desk;
  const others = site.desks.filter(({ id }) => id !== desk);
  return {
    title: words.choose.transferDesk,
    items: [
      { id: '', text: words.choose.anyDesk },
      ...others.map(({ id, label }) => ({
        id,
        text: `${label[language]} (${words.otherDesk[day.desks[id]?.state ?? 'closed']})`,
      })),
    ],
    empty: '',
    pick: (toDesk) => ({ type: 'transfer', desk, reason, ...(toDesk === '' ? {} : { toDesk }) }),
  };
}
