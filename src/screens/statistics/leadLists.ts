import type { Command } from '../../queue/commands.js';
import { standingDecision } from '../../queue/extraDesks.js';
import type { PickItem } from '../parts/PickList.js';
import type { Scene } from './scene.js';
import { visitsToCancel, visitsToCorrect, visitsToHurry } from './visitList.js';

/** What the lead is being asked to choose, or to confirm. */
export type Choosing =
  | { readonly kind: 'correct' }
  | { readonly kind: 'correctTo'; readonly visit: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'urgent' }
  | { readonly kind: 'urgentReason'; readonly number: string }
  | { readonly kind: 'desk' }
  /** As many more desks as the advice calls for. */
  | { readonly kind: 'extraDesks'; readonly extraDesks: number }
  | { readonly kind: 'closeDay' };

/** A list to choose from, and what each row leads to: something to ask, or the next list. */
export interface LeadList {
  readonly title: string;
  readonly items: readonly PickItem[];
  readonly empty: string;
  readonly pick: (id: string) => Command | Choosing | undefined;
}

/** Stands in the list of reasons for taking the mark away; no reason has an empty code. */
const notUrgent = '';

/** The list for what is being chosen; undefined for the search and the question. */
export function leadList(scene: Scene, choosing: Choosing): LeadList | undefined {
  const { day, site, language, texts } = scene;
  const words = texts.statistics.choose;
  switch (choosing.kind) {
    case 'correct':
      return {
        title: words.correct,
        items: visitsToCorrect(scene),
        empty: words.noVisits,
        pick: (visit) => ({ kind: 'correctTo', visit }),
      };
    case 'cancel':
      return {
        title: words.cancel,
        items: visitsToCancel(scene),
        empty: words.noVisits,
        pick: (visit) => ({ type: 'cancel', visit }),
      };
    case 'urgent':
      return {
        title: words.urgent,
        items: visitsToHurry(scene),
        empty: texts.statistics.now.nobodyWaits,
        pick: (number) => ({ kind: 'urgentReason', number }),
      };
    case 'urgentReason': {
      const { number } = choosing;
      const { urgent: given, ...others } = day.tickets[number]?.marks ?? {};
      const reasons = site.deviationReasons.filter(({ code }) => code !== given);
      return {
        title: words.urgentReason(number),
        items: [
          ...reasons.map((reason) => ({ id: reason.code, text: reason[language] })),
          ...(given === undefined ? [] : [{ id: notUrgent, text: words.notUrgent }]),
        ],
        empty: '',
        pick: (urgent) => ({
          type: 'mark',
          number,
          marks: urgent === notUrgent ? others : { ...others, urgent },
        }),
      };
    }
    case 'desk':
      return deskList(scene);
    case 'extraDesks':
      return decisionList(scene, choosing.extraDesks);
    case 'correctTo':
    case 'closeDay':
      return undefined;
  }
}

/** Yes or no, without what is decided already. */
function decisionList({ day, at, texts }: Scene, extraDesks: number): LeadList {
  const { choose, answers } = texts.statistics;
  const given = standingDecision(day, extraDesks, at)?.answer;
  return {
    title: choose.extraDesks(extraDesks),
    items: deskAnswers.filter((answer) => answer !== given).map((id) => ({ id, text: answers[id] })),
    empty: '',
    pick: (id) => ({ type: 'decideExtraDesks', answer: id === 'yes' ? 'yes' : 'no', extraDesks }),
  };
}

const deskAnswers = ['yes', 'no'] as const;

/** Opens a closed desk and closes any other. */
function deskList({ day, site, language, texts }: Scene): LeadList {
  const { choose, desks } = texts.statistics;
  const stateOf = (desk: string) => day.desks[desk]?.state ?? 'closed';
  return {
    title: choose.desk,
    items: site.desks.map(({ id, label }) => ({
      id,
      text: `${label[language]}: ${desks.states[stateOf(id)]}`,
    })),
    empty: desks.none,
    pick: (desk) => ({ type: stateOf(desk) === 'closed' ? 'openDesk' : 'closeDesk', desk }),
  };
}
