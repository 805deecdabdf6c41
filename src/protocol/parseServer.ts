import { parseInert } from './inert.js';
import type { ServerMessage } from './messages.js';
import type { Parsed } from './parse.js';

/** What a field has to be; fields beside those named may be there, and are taken as they are. */
type Shape = 'string' | 'number' | 'boolean' | 'any' | Fields | readonly [each: Shape];
/** A name that ends in `?` may be missing. */
interface Fields {
  readonly [name: string]: Shape;
}

const entries = [{ seq: 'number', at: 'number', events: ['any'] }] as const;

const kinds: Readonly<Record<ServerMessage['type'], Fields>> = {
  welcome: {
    site: { id: 'string' },
    day: 'string',
    epoch: 'string',
    seq: 'number',
    serverTime: 'number',
    'state?': { seq: 'number' },
    'entries?': entries,
  },
  events: { day: 'string', entries },
  answer: { askId: 'string', ok: 'boolean' },
  figures: { queryId: 'string', ok: 'boolean' },
  settingChanged: { queryId: 'string', ok: 'boolean' },
  presence: { desks: ['string'], receptions: ['string'], displays: 'number', shown: ['string'] },
  board: {
    site: { name: 'string' },
    serverTime: 'number',
    calls: [{ number: 'string', place: 'string', calledAt: 'number' }],
  },
  notice: { final: 'boolean', rejection: { name: 'string' } },
};

/**
 * Reads a frame from the server: its kind and what the client needs to tell whether it may use the rest. Its words go to
 * screens, and so lose what a terminal would obey. Checked by hand, since every station loads this before it shows anything.
 */
export function parseServerMessage(frame: string): Parsed<ServerMessage> {
  let content: unknown;
  try {
    content = parseInert(frame);
  } catch {
    return { problem: 'no JSON' };
  }
  const problem = isMessage(content) ? wrongIn(content, kinds[content.type], '') : 'type';
  return problem === null ? { message: content as ServerMessage } : { problem: `${problem}: invalid` };
}

const isObject = (content: unknown): content is Readonly<Record<string, unknown>> =>
  typeof content === 'object' && content !== null && !Array.isArray(content);

const isMessage = (content: unknown): content is { readonly type: ServerMessage['type'] } =>
  isObject(content) && typeof content.type === 'string' && Object.hasOwn(kinds, content.type);

/** The path of the first field that is not of its shape; null where all are. */
function wrongIn(content: unknown, shape: Shape, path: string): string | null {
  if (shape === 'any') return null;
  // JSON has numbers that are none here, such as 1e999.
  if (shape === 'number') return Number.isFinite(content) ? null : path;
  if (typeof shape === 'string') return typeof content === shape ? null : path;
  if (isList(shape)) {
    if (!Array.isArray(content)) return path;
    return firstOf(content.keys(), (i) => wrongIn(content[i], shape[0], `${path}.${i}`));
  }
  if (!isObject(content)) return path;
  return firstOf(Object.keys(shape), (key) => {
    const name = key.replace('?', '');
    const inner = content[name];
    if (inner === undefined && name !== key) return null;
    return wrongIn(inner, shape[key] ?? 'any', path === '' ? name : `${path}.${name}`);
  });
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

function firstOf<T>(all: Iterable<T>, problemOf: (one: T) => string | null): string | null {
  for (const one of all) {
    const problem = problemOf(one);
    if (problem !== null) return problem;
  }
  return null;
}
