import { describe, expect, it, test } from 'vitest';
import { emptyDay } from '../../queue/day.js';
import { decide } from '../../queue/decide.js';
import { selectableConcerns } from '../../routing/catalogue.js';
import { questionsFor, routeFor } from '../../routing/routes.js';
import { rulebook } from '../../routing/rulebook.js';
import { fieldWith } from '../../testing/fieldWith.js';
import { exampleOpening } from '../../testing/officeDay.js';
import {
  another,
  answered,
  booked,
  chose,
  commandOf,
  consulted,
  newCheckIn,
  openGates,
  routeOf,
  typed,
  withDone,
  wentBack,
  type Routing,
} from './checkInFlow.js';

const at = exampleOpening.startsAt + 1000;
const day = emptyDay(exampleOpening);
const decided = (state: Routing) =>
  decide(day, commandOf(state), { at: at + 5000, by: 'reception/E1', catalogue: rulebook });

/** Nothing answered, and each question alone and with each other one answered with yes. */
function answersOf(concern: string): Routing[] {
  const facts = questionsFor(concern).map(({ fact }) => fact);
  const plain = chose(newCheckIn, concern, at);
  const pairs = facts.flatMap((a, i) => facts.slice(i + 1).map((b) => answered(answered(plain, a), b)));
  return [plain, ...facts.map((fact) => answered(plain, fact)), ...pairs];
}

test.each(selectableConcerns().map(({ id }) => id))(
  '%s: whatever is answered, the form asks for its gates and the booking is accepted',
  (concern) => {
    for (const state of answersOf(concern)) {
      const route = routeFor(concern, state.answers);
      expect(routeOf(state)).toEqual(route);
      expect(openGates(state)).toEqual({
        identity: route.identityCheck,
        consult: route.consultFirst ?? null,
      });
      const ready = openGates(state).consult === null ? state : consulted(state);
      expect(openGates(ready).consult).toBeNull();
      const decision = decided(ready);
      const [event] = 'events' in decision ? decision.events : [];
      expect(event?.type, JSON.stringify(decision)).toBe(
        route.way === 'ticket' ? 'TicketCheckedIn' : 'VisitEnded',
      );
    }
  },
);

describe('one check-in', () => {
  it('is opened with its first key, and not while the form is empty', () => {
    const first = typed(newCheckIn, fieldWith('w'), at);
    expect(first.openedAt).toBe(at);
    expect(typed(first, fieldWith('wb'), at + 900).openedAt).toBe(at);
    expect(typed(first, fieldWith(''), at + 900).openedAt).toBeNull();
    expect(chose(newCheckIn, '3.2', at).openedAt).toBe(at);
  });

  it('goes back one level: the search with what was typed, then an empty form', () => {
    const search = typed(newCheckIn, fieldWith('wba'), at);
    const back = wentBack(chose(search, '3.2', at));
    expect(back).toMatchObject({ step: 'search', query: { value: 'wba' }, highlighted: '3.2', openedAt: at });
    expect(wentBack(back)).toEqual(newCheckIn);
  });

  it('asks again when the one to be consulted is another', () => {
    const state = consulted(chose(newCheckIn, '1.7', at));
    expect(openGates(state).consult).toBeNull();
    expect(openGates({ ...state, concern: '3.6' }).consult).toBe('SACHBEARBEITUNG');
  });

  it('keeps nothing of the answers once it is booked', () => {
    const state = answered(chose(newCheckIn, '3.10', at), 'vermittlungsrelevant');
    const done = booked(state, 'V001', null);
    expect(JSON.stringify(done)).not.toContain('vermittlungsrelevant');
    expect(done.left).toEqual(['Historienvermerk', 'Wv (unterminiert)']);
  });

  it('carries what was settled before to the next concern, and gives it back on Esc', () => {
    const first = withDone(chose(newCheckIn, '3.9', at), { identityChecked: true, copies: true });
    const search = another(first);
    expect(search.done).toMatchObject({ copies: true, identityChecked: true, also: [{ concern: '3.9' }] });
    const second = chose(typed(search, fieldWith('32'), at + 500), '3.2', at + 900);
    expect(commandOf(second)).toMatchObject({
      concern: '3.2',
      openedAt: at,
      alsoSettled: [{ concern: '3.9' }],
    });
    const backInSearch = wentBack(second);
    expect(backInSearch).toMatchObject({ step: 'search', done: search.done });
    expect(wentBack(wentBack(backInSearch))).toEqual(first);
  });

  it('sends marks only with a number', () => {
    const marks = { assisted: true } as const;
    expect(commandOf({ ...chose(newCheckIn, '3.2', at), marks })).toMatchObject({ marks });
    expect(commandOf({ ...chose(newCheckIn, '3.13', at), marks })).not.toHaveProperty('marks');
  });
});
