import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { protocolVersion } from '../protocol/messages.js';
import { cleanUp } from './cleanUp.js';
import { deskCommand, pick, receptionCommand, type Random } from './fuzzedOffice.js';
import type { Day } from '../queue/day.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A message that a client of this site might send. */
export function validMessage(random: Random, site: string, day: Day): object {
  const uuid = `5e0e7f0a-6d3f-4a53-9b30-${String(Math.floor(random() * 1e12)).padStart(12, '0')}`;
  const ask = (command: object) => ({ type: 'ask', askId: uuid, day: day.day, command });
  return pick<() => object>(random, [
    () => ask(receptionCommand(random, day)),
    () => ask(receptionCommand(random, day)),
    () => ask(deskCommand(random, day)),
    () => ask(deskCommand(random, day)),
    () => ask({ ...receptionCommand(random, day), openedAt: day.lastAt }),
    () => ({
      type: 'hello',
      protocol: protocolVersion,
      site,
      role: 'desk',
      place: '1',
      claim: 'take',
      screen: uuid,
    }),
    () => ({ type: 'query', queryId: uuid, from: '2015-06-01', to: '2015-06-30' }),
    () => ({ type: 'showing', numbers: ['E001', 'E002'] }),
  ])();
}

const strangeValues: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  8.64e15,
  '',
  '__proto__',
  'constructor',
  '\u0000\u001B[2J',
  'ä'.repeat(500),
  [],
  {},
  [[[]]],
  { toString: null, valueOf: 1 },
];

const strangeKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'type', 'length', ''];

/** The message with something of it replaced, taken away or added, still JSON. */
function otherShape(random: Random, message: object): string {
  const copy = JSON.parse(JSON.stringify(message)) as Json;
  const objects: { [key: string]: Json }[] = [];
  const collect = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) objects.push(value);
    for (const each of Object.values(value)) collect(each);
  };
  collect(copy);
  const object = pick(random, objects);
  const key = pick(random, [...Object.keys(object), 'more']);
  const value = pick(random, strangeValues);
  if (random() < 0.25) Reflect.deleteProperty(object, key);
  else if (random() < 0.6) object[key] = value;
  else
    Object.defineProperty(object, pick(random, strangeKeys), { value, enumerable: true, configurable: true });
  return JSON.stringify(copy);
}

/** The bytes with some dropped, doubled, changed or put in between, perhaps no UTF-8 any more. */
function otherBytes(random: Random, bytes: Buffer): Buffer {
  const at = Math.floor(random() * bytes.length);
  const to = at + 1 + Math.floor(random() * 8);
  const [before, middle, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  return Buffer.concat(
    pick(random, [
      [before, after],
      [before, middle, middle, after],
      [before],
      [before, Buffer.from([0xff, 0xfe, 0xc0, 0x80]), after],
      [before, Buffer.from([Math.floor(random() * 256)]), after],
      [bytes, bytes],
    ]),
  );
}

/** A frame that something is wrong with, most likely. */
export function hostileFrame(random: Random, message: object): Buffer {
  const text = JSON.stringify(message);
  const deep = 1 + Math.floor(random() * 7000);
  return pick<() => Buffer>(random, [
    () => Buffer.from(otherShape(random, message)),
    () => Buffer.from(otherShape(random, message)),
    () => otherBytes(random, Buffer.from(text)),
    () => otherBytes(random, Buffer.from(text)),
    () => Buffer.from('['.repeat(deep) + ']'.repeat(deep)),
    () => Buffer.from(text.replace('{', `{"a":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)},`)),
    () => Buffer.from(text.replace(/:"[^"]*"/, `:${'9'.repeat(400)}`)),
    () => Buffer.alloc(Math.floor(random() * 40_000), 'x'),
    () => Buffer.alloc(0),
  ])();
}

/** Speaks WebSocket as far as the handshake, then sends bytes that are no frames, or broken ones. */
export async function brokenPeer(url: string, random: Random): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  cleanUp(() => socket.destroy());
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(
    [
      'GET / HTTP/1.1',
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  await new Promise((resolve) => {
    socket.once('data', resolve);
    socket.once('close', resolve);
  });
  const any = () => Math.floor(random() * 256);
  socket.write(
    Buffer.from(
      pick<() => number[]>(random, [
        () => Array.from({ length: 1 + any() }, any),
        // Not masked; reserved bits; a length of 2^63; a ping that is too long; half a frame; a bad code to close with.
        () => [0x81, 0x02, 0x7b, 0x7d],
        () => [0xf1, 0x80, 0, 0, 0, 0],
        () => [0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
        () => [0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0],
        () => [0x81, 0x85, 1, 2],
        () => [0x88, 0x82, 0, 0, 0, 0, 0x03, 0x00],
        () => [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28],
      ])(),
    ),
  );
  return socket;
}
