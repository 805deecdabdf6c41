import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Board, BoardCall } from '../../protocol/messages.js';
import { fakeDisplayLine } from '../../testing/fakeConnection.js';
import { textsFor } from '../../texts/texts.js';
import { jsonDisplay, plainDisplay } from './plainDisplay.js';

const noon = Date.UTC(2015, 5, 8, 10);
const call = (number: string, calledAt = noon, fetched = false): BoardCall => ({
  number,
  place: `Platz ${Number(number.slice(1)) % 13}`,
  fetched,
  calledAt,
});
const boardOf = (...calls: readonly BoardCall[]): Board => ({
  type: 'board',
  site: { id: 'herford', name: 'Jobcenter Herford', zone: 'Europe/Berlin' },
  serverTime: noon,
  calls,
});
const { display: texts } = textsFor('de');

test('plain: a line a call and a recall, nothing twice', async () => {
  const line = fakeDisplayLine(boardOf(call('E014')), () => noon);
  const out = new PassThrough();
  const done = plainDisplay(line, out, texts);
  line.change({ board: boardOf(call('E014'), call('E015', noon + 1)) });
  line.change({ phase: 'lost', lostAt: noon });
  line.change({ phase: 'joined', board: boardOf(call('E014'), call('E015', noon + 1)) });
  line.change({ board: boardOf(call('E015', noon + 9000)) });
  line.refuse({ name: 'stopping' });
  expect(await done).toEqual({ name: 'stopping' });
  expect(String(out.read())).toBe('E014 Platz 1\nE015 Platz 2\nE015 Platz 2\n');
  expect(line.isClosed).toBe(true);
});

test('plain: who is called to another place is told so, even if no time has passed or the store is an older one', () => {
  const line = fakeDisplayLine(boardOf(call('E014')), () => noon);
  const out = new PassThrough();
  void plainDisplay(line, out, texts);
  // Called by another desk while time stands still, as after a clock was set back; then a backup is put in place.
  line.change({ board: boardOf() });
  line.change({ board: boardOf({ ...call('E014'), place: 'Platz 9' }) });
  line.change({ board: boardOf({ ...call('E014'), place: 'Platz 9' }) });
  line.change({ board: boardOf(call('E014', noon - 60_000)) });
  expect(String(out.read())).toBe('E014 Platz 1\nE014 Platz 9\nE014 Platz 1\n');
});

test('plain: who is fetched is sent to no door', () => {
  const line = fakeDisplayLine(boardOf(call('E014', noon, true)), () => noon);
  const out = new PassThrough();
  void plainDisplay(line, out, texts);
  expect(String(out.read())).toBe('E014 wird abgeholt\n');
});

test('JSON: a line whenever something changed, with every open call, and when the server is gone', () => {
  const line = fakeDisplayLine(boardOf(call('E014')), () => noon);
  const out = new PassThrough();
  void jsonDisplay(line, out);
  line.change({ board: boardOf(call('E014')) });
  line.change({ board: boardOf(call('E014'), call('E015', noon + 1, true)) });
  line.change({ phase: 'lost', lostAt: noon });
  line.change({ phase: 'joined', lostAt: null, board: boardOf() });
  const first = { number: 'E014', place: 'Platz 1', fetched: false, calledAt: '2015-06-08T10:00:00.000Z' };
  const second = { number: 'E015', place: 'Platz 2', fetched: true, calledAt: '2015-06-08T10:00:00.001Z' };
  expect(
    String(out.read())
      .trimEnd()
      .split('\n')
      .map((each): unknown => JSON.parse(each)),
  ).toEqual([
    { connected: true, calls: [first] },
    { connected: true, calls: [second, first] },
    { connected: false, calls: [second, first] },
    { connected: true, calls: [] },
  ]);
});
