import { expect, test } from 'vitest';
import { parseServerMessage } from './parseServer.js';

const welcome = {
  type: 'welcome',
  site: { id: 'west', name: 'West' },
  day: '2026-09-14',
  epoch: 'e',
  seq: 1,
  serverTime: 1,
};
const entry = { seq: 2, at: 1, by: 'lead', events: [{ type: 'DayClosed' }] };
const board = {
  type: 'board',
  site: { name: 'West' },
  serverTime: 1,
  calls: [{ number: 'E001', place: '1', calledAt: 1 }],
};
const presence = { type: 'presence', desks: ['1'], receptions: [], displays: 0, shown: ['E001'] };

test.each([
  [welcome],
  [{ ...welcome, state: { seq: 1, tickets: {} }, entries: [entry] }],
  [{ type: 'events', day: '2026-09-14', entries: [entry] }],
  [{ type: 'answer', askId: 'a', ok: false, rejection: { name: 'notConnected' } }],
  [{ type: 'figures', queryId: 'q', ok: true, days: [] }],
  [{ type: 'settingChanged', queryId: 'q', ok: true }],
  [presence],
  [board],
  [{ type: 'notice', final: true, rejection: { name: 'stopping' } }],
])('takes what a server says as it is, with all its fields: %j', (message) => {
  expect(parseServerMessage(JSON.stringify(message))).toEqual({ message });
});

test.each([
  ['no JSON', '{"type":'],
  ['type: invalid', 'null'],
  ['type: invalid', '[]'],
  ['type: invalid', '{"type":"toString"}'],
  ['type: invalid', '{"type":["welcome"]}'],
  ['site: invalid', JSON.stringify({ ...welcome, site: 'west' })],
  ['site.id: invalid', JSON.stringify({ ...welcome, site: {} })],
  ['seq: invalid', JSON.stringify({ ...welcome, seq: '1' })],
  ['serverTime: invalid', JSON.stringify(welcome).replace('"serverTime":1', '"serverTime":1e999')],
  ['state: invalid', JSON.stringify({ ...welcome, state: null })],
  ['entries: invalid', JSON.stringify({ ...welcome, entries: {} })],
  ['entries.1: invalid', JSON.stringify({ ...welcome, entries: [entry, 7] })],
  ['entries.0.events: invalid', JSON.stringify({ ...welcome, entries: [{ ...entry, events: 'none' }] })],
  ['shown.1: invalid', JSON.stringify({ ...presence, shown: ['E001', 2] })],
  ['calls.0.number: invalid', JSON.stringify({ ...board, calls: [{ place: '1', calledAt: 1 }] })],
])('refuses with the path, never the value: %s', (problem, frame) => {
  expect(parseServerMessage(frame)).toEqual({ problem });
});
