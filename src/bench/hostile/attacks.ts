import { deflateRawSync } from 'node:zlib';
import { protocolVersion } from '../../protocol/messages.js';
import { frame, handshake, opcodes, Peer, type Random, type Target } from './peer.js';

/** One thing that somebody might try. Ends by itself within a moment or a few, whatever the server does. */
export type Attack = (target: Target, random: Random) => Promise<void>;

const whole = (random: Random, below: number): number => Math.floor(random() * below);

const pick = <T>(random: Random, of: readonly T[]): T => of[whole(random, of.length)] as T;

const hello = (more: object): string => JSON.stringify({ type: 'hello', protocol: protocolVersion, ...more });

const ask = (day: string, command: object, random: Random): string => {
  const tail = String(whole(random, 1e12)).padStart(12, '0');
  return JSON.stringify({ type: 'ask', askId: `5e0e7f0a-6d3f-4a53-9b30-${tail}`, day, command });
};

const checkIn = { type: 'checkIn', concern: '3.7', rule: '3.7/default', identityChecked: true };

/** Opens a connection, says something, and waits to be thrown out. */
const say =
  (words: (target: Target, random: Random) => readonly (string | Buffer)[]): Attack =>
  async (target, random) => {
    const peer = await Peer.open(target);
    for (const bytes of words(target, random)) await peer.write(bytes);
    await peer.end();
  };

/** Joins with a token first. */
const asDisplay = ({ display, site }: Target): Buffer =>
  frame(hello({ role: 'display', site, token: display }));
const asOther = ({ otherSite, other }: Target): Buffer =>
  frame(hello({ role: 'lead', site: other, token: otherSite }));

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** By their names, which a failure prints. */
export const attacks: Readonly<Record<string, Attack>> = {
  garbage: say((_, random) => [Buffer.from(times(1 + whole(random, 400), () => whole(random, 256)))]),

  brokenFrames: say((_, random) => [
    pick(random, [
      frame('{}', { masked: false }),
      frame('{}', { compressed: true }),
      frame('{}', { opcode: 3 }),
      frame('x'.repeat(126), { opcode: opcodes.ping }),
      frame('{}', { opcode: opcodes.ping, final: false }),
      frame('more', { opcode: opcodes.more }),
      frame('', { length: 2n ** 63n }),
      frame('', { length: 2n ** 64n - 1n }),
      frame(Buffer.from([0x03, 0x00]), { opcode: opcodes.close }),
      frame(Buffer.from([0x03]), { opcode: opcodes.close }),
    ]),
  ]),

  invalidText: say((_, random) => [
    frame(
      pick(random, [
        Buffer.from([0xc3, 0x28]),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from([0xf8, 0x88, 0x80, 0x80, 0x80]),
        Buffer.from('{"type":"hello\u0000"}'),
      ]),
    ),
  ]),

  notJson: say((_, random) => [
    frame(
      pick(random, [
        '',
        '{',
        'null',
        '[]',
        '"hello"',
        '1e999',
        '['.repeat(16_000),
        `${'{"a":'.repeat(2700)}1${'}'.repeat(2700)}`,
      ]),
    ),
  ]),

  prototypeKeys: say(({ site, display }, random) => [
    frame(
      pick(random, [
        `{"__proto__":{"type":"hello","protocol":${protocolVersion},"role":"lead"}}`,
        `{"type":"hello","protocol":${protocolVersion},"role":"lead","__proto__":{"token":"x"}}`,
        `{"type":"__proto__"}`,
        `{"type":"constructor","constructor":{"prototype":{"polluted":true}}}`,
        hello({ role: 'desk', place: '__proto__', site }),
        hello({ role: 'display', site: 'constructor', token: display }),
        hello({ role: 'display', site: '__proto__' }),
        hello({ role: 'toString' }),
      ]),
    ),
  ]),

  hugeNumbers: say((target, random) => [
    asOther(target),
    frame(
      pick(random, [
        `{"type":"hello","protocol":${'9'.repeat(400)},"role":"lead"}`,
        `{"type":"query","queryId":"5e0e7f0a-6d3f-4a53-9b30-000000000001","from":"0000-00-00","to":"9999-99-99"}`,
        ask(target.day, { ...checkIn, occurredAt: 1e308 }, random),
        ask(target.day, { ...checkIn, openedAt: -1 }, random),
        ask(target.day, { ...checkIn, occurredAt: 8.64e15 }, random),
        ask('9999-12-31', checkIn, random),
      ]),
    ),
  ]),

  oversized: say((_, random) => [
    pick(random, [
      frame('x'.repeat(17_000)),
      frame('x'.repeat(1_000_000)),
      frame('', { length: 2n ** 40n }),
      frame(`{"type":"hello","role":"${'x'.repeat(16_300)}"}`),
    ]),
  ]),

  tinyFragments: say((_, random) => [
    frame('[', { final: false }),
    Buffer.concat(
      times(20_000, () => frame(random() < 0.5 ? '' : ' ', { opcode: opcodes.more, final: false })),
    ),
  ]),

  compressionBomb: async (target) => {
    const peer = await Peer.open(target, [
      'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits; server_no_context_takeover',
    ]);
    await peer.write(frame(deflateRawSync(Buffer.alloc(8_000_000)), { compressed: true }));
    await peer.end();
  },

  pingFlood: say((target) => [
    asDisplay(target),
    ...times(40, () => Buffer.concat(times(100, () => frame('?', { opcode: opcodes.ping })))),
  ]),

  pongFlood: say(() => [Buffer.concat(times(20_000, () => frame('', { opcode: opcodes.pong })))]),

  guesses: say((_, random) => [
    frame(
      hello({
        role: pick(random, ['lead', 'desk', 'reception', 'display']),
        token: `beo_${whole(random, 2 ** 47)
          .toString(16)
          .padStart(12, '0')}_${'A'.repeat(43)}`,
      }),
    ),
  ]),

  noToken: say(({ site }) => [frame(hello({ role: 'lead', site }))]),

  otherSitesToken: say(({ otherSite, site, day }, random) => [
    frame(hello({ role: 'lead', site, token: otherSite })),
    frame(ask(day, { type: 'closeDay', force: true }, random)),
  ]),

  displayActs: say((target, random) => [
    asDisplay(target),
    frame(ask(target.day, { type: 'call', desk: '1' }, random)),
    frame(ask(target.day, { type: 'closeDay', force: true }, random)),
  ]),

  replay: say((target) => [asOther(target), ...times(5, () => frame(target.captured))]),

  replayUngreeted: say(({ captured }) => [frame(captured)]),

  hellosAgain: say((target) => [asDisplay(target), asDisplay(target), asOther(target)]),

  floodOfAsks: say((target, random) => [
    asOther(target),
    ...times(10, () =>
      Buffer.concat(times(20, () => frame(ask(target.day, { type: 'call', desk: '99' }, random)))),
    ),
  ]),

  floodOfShowing: say((target) => [
    asDisplay(target),
    ...times(10, (n) =>
      Buffer.concat(
        times(20, (i) =>
          frame(JSON.stringify({ type: 'showing', numbers: [`E${100 + ((n * 20 + i) % 900)}`] })),
        ),
      ),
    ),
  ]),

  floodOfQueries: say((target, random) => [
    asOther(target),
    ...times(20, () =>
      frame(
        JSON.stringify({
          type: 'query',
          queryId: `5e0e7f0a-6d3f-4a53-9b30-${String(whole(random, 1e12)).padStart(12, '0')}`,
          from: '2000-01-01',
          to: '2030-12-31',
        }),
      ),
    ),
  ]),

  deaf: async (target) => {
    const peer = await Peer.open(target, [], { reads: false });
    await peer.write(asOther(target));
    await peer.end();
  },

  halfOpen: async (target) => {
    const peers = await Promise.all(times(5, () => Peer.connect(target)));
    await Promise.all(peers.map((peer) => peer.end()));
  },

  slowHandshake: async (target) => {
    const peer = await Peer.connect(target);
    for (const byte of handshake(target).slice(0, 40)) await peer.write(byte);
    await peer.end();
  },

  slowFrame: async (target) => {
    const peer = await Peer.open(target);
    await peer.write(frame('', { length: 16_000n }));
    for (let n = 0; n < 20; n += 1) await peer.write('x');
    await peer.end();
  },

  oddHandshakes: async (target, random) => {
    const peer = await Peer.connect(target);
    await peer.write(
      pick(random, [
        handshake(target, ['Origin: https://evil.example']),
        handshake(target, ['X-Forwarded-For: 127.0.0.1']),
        handshake(target, [`Sec-WebSocket-Protocol: ${'a,'.repeat(3000)}`]),
        handshake(target, [`Sec-WebSocket-Extensions: ${'a;b="'.repeat(1000)}`]),
        handshake(
          target,
          times(500, (n) => `X-${n}: ${n}`),
        ),
        handshake(target, [`X: ${'x'.repeat(20_000)}`]),
        handshake(target).replace('13', '7'),
        handshake(target).replace('GET', 'POST'),
        handshake(target).replace('dGhlIHNhbXBsZSBub25jZQ==', ''),
        'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50),
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        '\u0016\u0003\u0001\u0002\u0000',
      ]),
    );
    await peer.end();
  },

  comeAndGo: async (target) => {
    for (let n = 0; n < 10; n += 1) {
      const peer = await Peer.open(target);
      peer.socket.resetAndDestroy();
    }
  },
};

export const attackNames: readonly string[] = Object.keys(attacks);

/** Attacks one after the other, in an order that the dice decide, until `isOver` says so; each name as it begins. */
export async function attackOn(
  target: Target,
  random: Random,
  isOver: (count: number) => boolean,
  onAttack: (name: string) => void = () => undefined,
): Promise<void> {
  for (let count = 0; !isOver(count); count += 1) {
    // Every one of them once, before the dice decide.
    const name = attackNames[count] ?? pick(random, attackNames);
    onAttack(name);
    await attacks[name]?.(target, random);
  }
}
