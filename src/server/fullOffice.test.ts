/** A gap scenario of its own, for its size; how long it takes is the bench's (../../BENCHMARKS.md). */
import { expect, test } from 'vitest';
import type { ServerMessage } from '../protocol/messages.js';
import { RawStation } from '../testing/rawStation.js';
import { queued, startedServer, Station, unhurried } from '../testing/startedServer.js';

const today = '2015-06-08';

const numbersOn = (message: ServerMessage | undefined): string[] =>
  message?.type === 'board' ? message.calls.map(({ number }) => number) : [];

test('G9: with 10,000 tickets and 50 clients a call costs each of them one small frame, and everybody has it', async () => {
  const server = await startedServer({ network: unhurried });
  const reception = await Station.join(server, 'reception', 'E1');
  for (let n = 0; n < 10_000; n += 500) {
    await Promise.all(Array.from({ length: 500 }, () => reception.ask(queued())));
  }
  const join = (count: number, hello: Parameters<typeof RawStation.join>[1]) =>
    Promise.all(Array.from({ length: count }, () => RawStation.join(server, hello)));
  const displays = await join(44, { role: 'display' });
  const leads = await join(5, { role: 'lead' });
  const desk = await RawStation.join(server, { role: 'desk', place: '1' });
  const everybody = [...displays, ...leads, desk];
  // Who is there is told as they come; from here on they are all there.
  await desk.until(() => desk.received.some((each) => each.type === 'presence' && each.displays === 44));

  const newsOf = ({ received }: RawStation) => received.filter(isNews);
  const before = everybody.map((one) => newsOf(one).length);
  /** What each of them was sent since, once that is so many frames. */
  const told = async (frames: number) => {
    const news = everybody.map((one, i) => () => newsOf(one).slice(before[i]));
    await Promise.all(everybody.map((one, i) => one.until(() => (news[i]?.().length ?? 0) >= frames)));
    return news.map((since) => since());
  };
  for (const [n, number] of ['E001', 'E002', 'E003'].entries()) {
    expect(await desk.ask(today, { type: 'call', desk: '1' })).toMatchObject({ ok: true });
    const called = await told(2 * n + 1);
    expect(called.slice(0, displays.length).map((news) => numbersOn(news.at(-1)))).toEqual(
      displays.map(() => [number]),
    );
    await desk.ask(today, { type: 'finish', desk: '1' });
    const finished = await told(2 * n + 2);
    // A call and a finish each, nothing twice, and nothing that grows with the line.
    expect(finished.map(({ length }) => length)).toEqual(everybody.map(() => 2 * n + 2));
    expect(Math.max(...finished.flat().map((each) => JSON.stringify(each).length))).toBeLessThan(600);
  }
});

const isNews = ({ type }: ServerMessage): boolean => type === 'board' || type === 'events';
