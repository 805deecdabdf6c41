import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../queue/events.js';
import { diceOfADay, liveThrough } from '../testing/randomDay.js';
import type { OfficeDay } from '../testing/officeDay.js';
import { quartersOf } from './clockTimes.js';
import {
  allConcerns,
  concernsIn,
  contactsIn,
  countersIn,
  firstCallWaitsIn,
  groupRow,
  servicesIn,
  visitsIn,
  waitsByBookedConcern,
  waitsIn,
} from './combine.js';
import { factsOf } from './contacts.js';
import { dailyFigures, type DailyFigures } from './dailyFigures.js';
import { groupOf } from './figures.js';
import { sumOf } from './grouping.js';
import { countOf } from './quantile.js';
import { hourSums } from './weekdaySums.js';
import { deskTimesIn, filters, hoursIn, servedVisitsIn } from './kpis.js';
import { liveFigures } from './live.js';

const zone = 'Europe/Berlin';
const figuresOf = ({ day }: OfficeDay) => dailyFigures(day, { zone, halfDayAt: '12:00' });

const checkDays = (check: (figures: DailyFigures, office: OfficeDay) => void) =>
  fc.assert(
    fc.property(diceOfADay, (dice) => {
      const office = liveThrough(dice, () => undefined);
      check(figuresOf(office), office);
    }),
    { numRuns: 60, seed: 8 },
  );

describe('whatever happens on a day', () => {
  test('every ticket is in exactly one place, and every visit in one row', () => {
    checkDays((figures, { day }) => {
      const days = [figures];
      const counted = Object.values(day.tickets).filter(({ ending }) => ending !== 'cancelled');
      expect(visitsIn(days, { way: 'ticket' })).toBe(counted.length);
      const ended = (ending: string) => counted.filter((ticket) => ticket.ending === ending).length;
      const open = countersIn(days).open;
      expect(visitsIn(days, { outcome: 'open' })).toBe(
        open.waiting + open.called + open.inService + open.parked,
      );
      expect(visitsIn(days, { outcome: 'flagged' })).toBe(ended('dayClosed'));
      expect(visitsIn(days, { outcome: 'left' })).toBe(ended('left'));
      expect(visitsIn(days, { outcome: 'noShow' })).toBe(
        ended('noShow') + counted.filter(({ state }) => state === 'missed').length,
      );
      expect(sumOf(figures.reception, ({ n }) => n)).toBe(visitsIn(days));
      expect(
        hoursIn(hourSums(quartersOf(figures, zone)))
          .map(({ served }) => served)
          .reduce((a, b) => a + b, 0),
      ).toBe(ended('finished'));
    });
  });

  test('rows add up to totals: contacts, waits, shares of service, quarters and halves', () => {
    checkDays((figures, { day }) => {
      const days = [figures];
      const { contacts, visits } = factsOf(day);
      const concerns = concernsIn(days);
      const groups = [...new Set(concerns.map(groupOf))].map(groupRow);
      expect(contactsIn(days)).toBe(contacts.length);
      for (const rows of [concerns, groups]) {
        expect(sumOf(rows, (row) => contactsIn(days, row))).toBe(contacts.length);
        expect(sumOf(rows, (row) => waitsIn(days, row).sum)).toBe(waitsIn(days).sum);
        expect(sumOf(rows, (row) => servicesIn(days, row).sum)).toBeCloseTo(servicesIn(days).sum, 3);
      }
      expect(waitsIn(days).sum).toBe(sumOf(contacts, ({ waitTime }) => waitTime));
      expect(firstCallWaitsIn(days).sum).toBe(sumOf(contacts, ({ firstCallWait }) => firstCallWait));
      expect(sumOf(waitsByBookedConcern(days), ([, { n }]) => n)).toBe(contacts.length);
      const tally = waitsIn(days, allConcerns);
      expect(countOf(tally.histogram)).toBe(tally.n);
      const rows = Object.values(figures.quarters);
      expect(sumOf(rows, ({ visits: n = 0 }) => n)).toBe(visits.length);
      expect(sumOf(rows, ({ waits }) => waits?.sum ?? 0)).toBe(tally.sum);
      expect(servedVisitsIn(days)).toBeLessThanOrEqual(visitsIn(days, { way: 'ticket' }));
    });
  });

  test('signals and decisions are as many as the journal has that were not taken back', () => {
    checkDays((figures, { entries }) => {
      const undone = new Set(
        entries.flatMap(({ events: [event] }) => (event?.type === 'ActionUndone' ? event.undoes : [])),
      );
      const events = entries.filter(({ seq }) => !undone.has(seq)).flatMap((entry) => entry.events);
      const count = (...types: readonly Event['type'][]) =>
        events.filter(({ type }) => types.includes(type)).length;
      const answered = (type: 'ZoneAnswered' | 'ExtraDesksDecided', answer: 'yes' | 'no') =>
        events.filter((event) => event.type === type && event.answer === answer).length;
      expect(figures.signals).toEqual({
        days: 1,
        questions: {
          asked: count('ZoneAsked'),
          yes: answered('ZoneAnswered', 'yes'),
          no: answered('ZoneAnswered', 'no'),
        },
        helpCalls: { called: count('HelpCalled'), answered: count('HelpAnswered') },
      });
      expect(figures.deskDecisions).toEqual({
        days: 1,
        yes: answered('ExtraDesksDecided', 'yes'),
        no: answered('ExtraDesksDecided', 'no'),
        desks: sumOf(events, (event) => (event.type === 'ExtraDesksDecided' ? event.extraDesks : 0)),
      });
    });
  });

  test("desk time adds up to the length of the desks' sessions", () => {
    checkDays((figures, { day }) => {
      const open = Object.entries(day.desks).flatMap(([desk, now]) =>
        [...(day.spans[desk] ?? []), { ...now, from: now.since, to: figures.asOf }].filter(
          ({ state }) => state !== 'closed',
        ),
      );
      const quarters = quartersOf(figures, zone);
      const times = deskTimesIn(quarters);
      const all = times.staffed + times.caseWork + times.activity + times.reinforcement + times.pause;
      expect(all).toBe(sumOf(open, ({ from, to }) => Math.max(0, to - from)));
      expect(times.idle + times.idleWhileWaiting).toBe(times.staffed - times.busy);
      const [am, pm] = (['am', 'pm'] as const).map((wanted) =>
        deskTimesIn(quarters.filter(({ half }) => half === wanted)),
      );
      expect((am?.staffed ?? 0) + (pm?.staffed ?? 0)).toBe(times.staffed);
    });
  });

  test('shares stay shares, and durations are never negative', () => {
    checkDays((figures, { day }) => {
      const { first, second, together } = filters([figures], true);
      for (const share of [first, second, together]) {
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
      }
      for (const contact of factsOf(day).contacts) {
        expect(
          Math.min(contact.waitTime, contact.firstCallWait, contact.serviceTime, contact.wayTime ?? 0),
        ).toBeGreaterThanOrEqual(0);
        expect(contact.firstCallWait).toBeLessThanOrEqual(contact.waitTime);
      }
    });
  });

  test('the figures survive a file, name no desk and no ticket, and are the same again', () => {
    checkDays((figures, office) => {
      expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
      expect(JSON.stringify(figuresOf(office))).toBe(JSON.stringify(figures));
      expect(JSON.stringify(figures)).not.toMatch(/E\d{3}|V\d{3}|"desk\//);
    });
  });

  test('the live figures are those of the day', () => {
    checkDays((figures, { day }) => {
      const live = liveFigures(day, figures.asOf, { zone });
      expect(live.current).toBe(live.waiting + live.called + live.inService);
      expect(live.arrived).toBe(visitsIn([figures], { way: 'ticket' }));
      expect(sumOf(live.byHour, ({ arrived }) => arrived)).toBe(live.arrived);
      expect(sumOf(live.byHour, ({ served }) => served)).toBe(live.served);
      expect(live.missed).toBe(Object.values(day.tickets).filter(({ state }) => state === 'missed').length);
      expect(live.waiting).toBe(day.waiting.length);
    });
  });
});
