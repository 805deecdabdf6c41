import { z } from 'zod';
import { parseInert } from './inert.js';
import type { ClientMessage, ServerMessage } from './messages.js';
import { clientMessage } from './schema.js';

export type Parsed<T> = { readonly message: T } | { readonly problem: string };

/** Reads a frame from a client; trusts nothing. The problem names the path, never the value. */
export function parseClientMessage(frame: string): Parsed<ClientMessage> {
  return parse(frame, clientMessage, JSON.parse);
}

/**
 * Reads a frame from the server: its kind and what the client needs to tell whether it may use the rest. Its words go to
 * screens, and so lose what a terminal would obey.
 */
export function parseServerMessage(frame: string): Parsed<ServerMessage> {
  return parse(frame, serverMessage, parseInert);
}

const rejection = z.looseObject({ name: z.string() });
const entries = z.array(z.looseObject({ seq: z.number(), at: z.number(), events: z.array(z.unknown()) }));

const serverMessage: z.ZodType<ServerMessage> = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('welcome'),
    site: z.looseObject({ id: z.string() }),
    day: z.string(),
    epoch: z.string(),
    seq: z.number(),
    serverTime: z.number(),
    state: z.looseObject({ seq: z.number() }).optional(),
    entries: entries.optional(),
  }),
  z.looseObject({ type: z.literal('events'), day: z.string(), entries }),
  z.looseObject({ type: z.literal('answer'), askId: z.string(), ok: z.boolean() }),
  z.looseObject({ type: z.literal('figures'), queryId: z.string(), ok: z.boolean() }),
  z.looseObject({ type: z.literal('settingChanged'), queryId: z.string(), ok: z.boolean() }),
  z.looseObject({
    type: z.literal('presence'),
    desks: z.array(z.string()),
    receptions: z.array(z.string()),
    displays: z.number(),
    shown: z.array(z.string()),
  }),
  z.looseObject({
    type: z.literal('board'),
    site: z.looseObject({ name: z.string() }),
    serverTime: z.number(),
    calls: z.array(z.looseObject({ number: z.string(), place: z.string(), calledAt: z.number() })),
  }),
  z.looseObject({ type: z.literal('notice'), final: z.boolean(), rejection }),
]) as unknown as z.ZodType<ServerMessage>;

function parse<T>(frame: string, schema: z.ZodType<T>, read: (json: string) => unknown): Parsed<T> {
  let content: unknown;
  try {
    content = read(frame);
  } catch {
    return { problem: 'no JSON' };
  }
  const result = schema.safeParse(content);
  if (result.success) return { message: result.data };
  const issue = result.error.issues[0];
  return { problem: `${issue?.path.join('.') || 'message'}: ${issue?.code ?? 'invalid'}` };
}
