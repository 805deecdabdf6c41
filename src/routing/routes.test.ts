import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import routingJson from '../../data/catalogue/routing.json' with { type: 'json' };
import { selectableConcerns } from './catalogue.js';
import { checklistFor } from './checklist.js';
import { questionsFor, routeFor, routeOfRule, type Route } from './routes.js';
import type { Answers } from './shipped.js';
import { routingFile } from './shipped.js';

fc.configureGlobal({ seed: 20150601 });

interface Vector {
  readonly concern: string;
  readonly facts: Answers;
  readonly expect: {
    readonly rule: string;
    readonly destination: string;
    readonly mode: string;
    readonly consultFirst?: string;
    readonly followUp?: readonly string[];
  };
}

const factNames = Object.keys(routingJson.facts);
const vectors = routingJson.testVectors as readonly Vector[];
const concerns = selectableConcerns().map(({ id }) => id);

const factsOf = (concern: string) => questionsFor(concern).map(({ fact }) => fact);
const named = (facts: Answers) => Object.keys(facts).join(' + ') || 'nothing said';

const everyRoute: readonly Route[] = routingFile.concerns.flatMap(({ id, routes }) =>
  routes.flatMap((rule) => routeOfRule(id, rule.id) ?? []),
);

const anyConcern = fc.constantFrom(...concerns);
const anyAnswers = fc.dictionary(fc.constantFrom(...factNames), fc.boolean()) as fc.Arbitrary<Answers>;

describe('[R26] the vectors of the routing table', () => {
  it('are 75 and use every rule', () => {
    expect(vectors).toHaveLength(75);
    const used = new Set(vectors.map((vector) => vector.expect.rule));
    expect(everyRoute.filter(({ rule }) => !used.has(rule))).toEqual([]);
  });

  it.each(vectors.map((vector) => [`${vector.concern}, ${named(vector.facts)}`, vector] as const))(
    '%s',
    (_title, { concern, facts, expect: { followUp, ...wanted } }) => {
      const kinds = checklistFor(concern, facts).followUps.map(({ kind }) => kind);
      expect(routeFor(concern, facts)).toMatchObject(wanted);
      expect(kinds).toEqual(followUp ?? kinds);
    },
  );
});

describe('[S08] moving requests under 25', () => {
  it.each([
    ['3.4', { umzug: true, u25: true }, '3.4/u25', 'SACHBEARBEITUNG', 'appointment'],
    ['2.1', { u25: true }, '2.1/u25', 'SACHBEARBEITUNG', 'appointment'],
    ['3.4', { umzug: true, umzugKreisgebiet: true }, '3.4/umzug-kreis', 'EINGANGSZONE', 'ticket'],
  ] as const)('%s %o', (concern, facts, rule, destination, way) => {
    expect(routeFor(concern, facts)).toMatchObject({ rule, destination, way });
  });
});

describe('[S11] complaints', () => {
  it.each([
    [{ beschwerdeEmpfang: true }, '1.7/empfang', 'TEAMLEITUNG', []],
    [{ beschwerdeEingangszone: true }, '1.7/ez-fachlich', 'SACHBEARBEITUNG', ['TEAMLEITUNG']],
    [
      { beschwerdeEingangszone: true, beschwerdeVerhalten: true },
      '1.7/ez-verhalten',
      'TEAMLEITUNG_ORIGINAER',
      ['TEAMLEITUNG'],
    ],
    [{}, '1.7/default', 'TEAMLEITUNG', []],
  ] as const)('%o', (facts, rule, destination, inform) => {
    expect(routeFor('1.7', facts)).toMatchObject({ rule, destination, inform, consultFirst: 'TEAMLEITUNG' });
  });
});

describe('a route', () => {
  it('[R13] is settled at the reception and nowhere else', () => {
    const settled = everyRoute.filter(({ way }) => way === 'settled');
    expect(settled).not.toEqual([]);
    expect(settled.filter(({ destination }) => destination !== 'EMPFANG')).toEqual([]);
  });

  it('[R16] of 6.1 is never a ticket', () => {
    const ways = everyRoute.filter(({ concern }) => concern === '6.1').map(({ way }) => way);
    expect(ways).toHaveLength(8);
    expect(ways).not.toContain('ticket');
  });

  it('is a ticket exactly where it leads to the entrance zone', () => {
    const astray = everyRoute.filter(
      ({ way, destination }) => (destination === 'EINGANGSZONE') !== (way === 'ticket'),
    );
    expect(astray).toEqual([]);
  });

  it('carries the words of its rule', () => {
    expect(routeFor('3.2', { beratungsbedarf: true }).condition).toBe(
      'z.B. bei Beratungsbedarf / Ausfüllhilfe',
    );
  });

  it('does not exist for activities, tasks of the lead and unknown ids', () => {
    for (const id of ['4.1', '1.1', '3.12', '']) {
      expect(() => routeFor(id, {})).toThrow(RangeError);
      expect(routeOfRule(id, `${id}/default`)).toBeUndefined();
      expect(routeOfRule(id, 'G1')).toBeUndefined();
    }
  });

  it('is found again by its rule, whatever was answered', () => {
    fc.assert(
      fc.property(anyConcern, anyAnswers, (concern, answers) => {
        const route = routeFor(concern, answers);
        expect(routeOfRule(concern, route.rule)).toEqual(route);
      }),
    );
  });

  it('depends on nothing but the questions of its concern', () => {
    fc.assert(
      fc.property(anyConcern, anyAnswers, (concern, answers) => {
        const asked = new Set<string>(['termin', ...questionsFor(concern).map(({ fact }) => fact)]);
        const kept = Object.fromEntries(Object.entries(answers).filter(([fact]) => asked.has(fact)));
        expect(routeFor(concern, kept)).toEqual(routeFor(concern, answers));
      }),
    );
  });
});

describe('[R68] a visitor with an appointment', () => {
  const expected = { rule: 'G1', destination: 'TERMIN_INHABER', way: 'forwarded', identityCheck: false };

  it.each(concerns)('is forwarded at once, also with %s', (concern) => {
    expect(routeFor(concern, { termin: true })).toMatchObject({ ...expected, concern });
    expect(routeOfRule(concern, 'G1')).toMatchObject({ ...expected, concern });
  });

  it('needs no concern', () => {
    expect(routeOfRule(null, 'G1')).toEqual({
      ...expected,
      concern: null,
      mode: 'FORWARD',
      condition: 'Kunden mit Termin werden direkt weitergeleitet',
      inform: [],
    });
  });
});

describe('[R8] a short answer', () => {
  it('is settled at the reception without a concern', () => {
    expect(routeOfRule(null, 'auskunft')).toMatchObject({
      concern: null,
      way: 'settled',
      destination: 'EMPFANG',
      identityCheck: false,
    });
    expect(routeOfRule('3.1', 'auskunft')).toBeUndefined();
  });

  it('is the only rule besides G1 without a concern', () => {
    expect(routeOfRule(null, '3.1/default')).toBeUndefined();
    expect(routeOfRule('3.1', '3.2/default')).toBeUndefined();
  });
});

describe('[R130] the identity check', () => {
  it.each(concerns.filter((id) => id !== '3.5'))('is due on every route of %s', (concern) => {
    const routes = everyRoute.filter((route) => route.concern === concern);
    expect(routes).not.toEqual([]);
    expect(routes.every(({ identityCheck }) => identityCheck)).toBe(true);
  });

  it('is due in 3.5 only where the reception hands a voucher out', () => {
    const checks = everyRoute
      .filter(({ concern }) => concern === '3.5')
      .map(({ rule, identityCheck }) => [rule, identityCheck]);
    expect(Object.fromEntries(checks)).toEqual({
      '3.5/beantragung': false,
      '3.5/ausgabe': true,
      '3.5/default': false,
    });
  });
});

describe('[R131] the questions', () => {
  it('of a concern are those its rules and follow-ups use, as they first matter', () => {
    expect(factsOf('3.2')).toEqual(['beratungsbedarf', 'antragVollstaendig']);
    expect(factsOf('3.10')).toEqual(['rueckforderung', 'beratungsbedarf', 'vermittlungsrelevant']);
    expect(factsOf('3.4').slice(0, 3)).toEqual(['umzug', 'u25', 'instandhaltungHauseigentum']);
    expect(factsOf('3.13')).toEqual([]);
    expect(factsOf('9.9')).toEqual([]);
  });

  it('never ask for an appointment again (R32)', () => {
    expect(concerns.flatMap(factsOf)).not.toContain('termin');
  });

  it('together ask for every fact of the table', () => {
    expect(new Set(['termin', ...concerns.flatMap(factsOf)])).toEqual(new Set(factNames));
    expect(factNames).toHaveLength(34);
  });

  it('carry their wording', () => {
    expect(questionsFor('3.2')[1]?.wording).toBe('Ist der Antrag vollständig ausgefüllt?');
  });
});
