/** The check-list of a check-in: what to ask, what to hand out, what to do afterwards. */
import { destinationLabel, questionText } from '../../routing/labels.js';
import { documentsGoTo } from '../../routing/onward.js';
import { isFact, questionsFor } from '../../routing/routes.js';
import type { Language, Texts } from '../../texts/texts.js';
import type { CheckItem } from '../parts/CheckList.js';
import {
  answered,
  checklistOf,
  followed,
  handedOut,
  routeOf,
  withDone,
  type Routing,
} from './checkInFlow.js';

/** One row a question, a hand-out, a follow-up; the id says which. */
export function rowsOf(state: Routing, texts: Texts['checkin'], language: Language): readonly CheckItem[] {
  const { concern, answers, done } = state;
  const { handouts, copies, followUps } = checklistOf(state);
  const questions = concern === null ? [] : questionsFor(concern);
  return [
    ...questions.map(({ fact }) => ({
      id: `fact:${fact}`,
      text: questionText(fact, language),
      isOn: answers[fact] ?? false,
    })),
    ...handouts.map(({ item, condition }) => ({
      id: `handout:${item}`,
      text: texts.handout(item, condition),
      isOn: done.handouts.includes(item),
    })),
    {
      id: 'documents',
      text: texts.documentsFor(
        destinationLabel(documentsGoTo(concern, routeOf(state).destination), language),
      ),
      isOn: done.documents,
    },
    {
      id: 'copies',
      text: copies.length > 0 ? texts.copiesOf(copies.join(', ')) : texts.copies,
      isOn: done.copies,
    },
    { id: 'masterData', text: texts.masterData, isOn: done.masterData },
    ...followUps.map(({ kind, system, to }) => ({
      id: `follow:${kind}`,
      text: texts.followUp(kind, system, to && destinationLabel(to, language)),
      isOn: state.followed.includes(kind),
    })),
  ];
}

/** The state after that row was ticked, or unticked. */
export function toggle(state: Routing, id: string): Routing {
  if (id === 'copies') return withDone(state, { copies: !state.done.copies });
  if (id === 'masterData') return withDone(state, { masterData: !state.done.masterData });
  if (id === 'documents') return withDone(state, { documents: !state.done.documents });
  const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  if (kind === 'fact' && isFact(name)) return answered(state, name);
  if (kind === 'handout') return handedOut(state, name);
  return kind === 'follow' ? followed(state, name) : state;
}
