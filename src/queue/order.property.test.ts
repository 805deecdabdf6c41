import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutes, officeDay, plainDesk } from '../testing/officeDay.js';

const seed = 20150608;

describe('the order of calling, at random', () => {
  test('[O1] 10,000 random tickets are called in exactly the order of their check-in', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 10_000, maxLength: 10_000 });
    const turns = fc.array(fc.nat(9), { minLength: 500, maxLength: 500 });
    const property = fc.property(gaps, turns, (arrivals, desksTurns) => {
      const desks = Object.fromEntries(['1', '2', '3', '4', '5'].map((name) => [name, plainDesk]));
      const office = officeDay({ rules: { desks } });
      const booked: string[] = [];
      const called: string[] = [];
      const turnOf = (name: string) => {
        const desk = office.desk(name);
        if (office.stateOfDesk(name).number !== null) desk.finish();
        else if (office.line.length > 0) called.push(desk.call().number);
      };
      for (const [i, gap] of arrivals.entries()) {
        office.pass(gap);
        booked.push(office.reception(gap % 2 === 0 ? 'E1' : 'E2').checkIn('3.1').number);
        const turn = desksTurns[i % desksTurns.length] ?? 0;
        if (turn > 0) turnOf(String((turn % 5) + 1));
      }
      for (let i = 0; called.length < booked.length; i += 1) turnOf(String((i % 5) + 1));

      expect(called).toEqual(booked);
      expect(office.day.deviations).toEqual([]);
    });
    // A failing line of this length would take hours to shorten; the shorter properties below do that.
    fc.assert(property, { seed, numRuns: 1, endOnFailure: true });
  });

  test('[O9] n tickets and m desks: each ticket once, the oldest first, the rest hears that nobody waits', () => {
    const counts = fc.record({ tickets: fc.nat(40), desks: fc.integer({ min: 1, max: 20 }) });
    const interleaving = counts.chain(({ tickets, desks }) =>
      fc.record({
        tickets: fc.constant(tickets),
        turns: fc.array(fc.integer({ min: 1, max: desks }), { minLength: 1, maxLength: 120 }),
      }),
    );
    const property = fc.property(interleaving, ({ tickets, turns }) => {
      const names = [...new Set(turns)].map(String);
      const office = officeDay({
        rules: { desks: Object.fromEntries(names.map((name) => [name, plainDesk])) },
      });
      for (let i = 0; i < tickets; i += 1) office.reception().checkIn('3.1');
      const expected = office.line;
      const called: string[] = [];
      for (const name of turns.map(String)) {
        const { number } = office.stateOfDesk(name);
        if (number !== null) {
          expect(office.desk(name).refused.call()).toEqual({ name: 'deskStillBusy', desk: name, number });
          office.desk(name).finish();
        } else if (called.length < tickets) {
          called.push(office.desk(name).call().number);
        } else {
          expect(office.desk(name).refused.call()).toEqual({ name: 'nobodyWaiting' });
        }
      }
      expect(called).toEqual(expected.slice(0, called.length));
      expect(new Set(called).size).toBe(called.length);
    });
    fc.assert(property, { seed, numRuns: 300 });
  });

  test('[C2] twenty desks call in the same instant, twice each: nobody gets a second ticket', () => {
    const names = Array.from({ length: 20 }, (_, i) => String(i + 1));
    const twice = fc.shuffledSubarray([...names, ...names], { minLength: 40 });
    const property = fc.property(twice, fc.nat(30), (turns, tickets) => {
      const office = officeDay({
        rules: { desks: Object.fromEntries(names.map((name) => [name, plainDesk])) },
      });
      for (let i = 0; i < tickets; i += 1) office.reception().checkIn('3.1');
      office.pass(minutes(30));
      const answers = turns.map((name) => ({
        name,
        answer: office.tryAsk(`desk/${name}`, { type: 'call', desk: name }),
      }));
      const served = new Map<string, string>();
      for (const { name, answer } of answers) {
        const before = served.get(name);
        if ('entry' in answer) served.set(name, answer.number);
        else if (before === undefined) expect(answer).toEqual({ name: 'nobodyWaiting' });
        else expect(answer).toEqual({ name: 'deskStillBusy', desk: name, number: before });
      }
      expect(served.size).toBe(Math.min(tickets, names.length));
      expect(new Set(served.values()).size).toBe(served.size);
    });
    fc.assert(property, { seed, numRuns: 200 });
  });
});
