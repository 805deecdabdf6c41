import type { ClientMessage } from './messages.js';
import { clientMessage } from './schema.js';

export type Parsed<T> = { readonly message: T } | { readonly problem: string };

/** Reads a frame from a client; trusts nothing. The problem names the path, never the value. */
export function parseClientMessage(frame: string): Parsed<ClientMessage> {
  let content: unknown;
  try {
    content = JSON.parse(frame);
  } catch {
    return { problem: 'no JSON' };
  }
  const result = clientMessage.safeParse(content);
  if (result.success) return { message: result.data };
  const issue = result.error.issues[0];
  return { problem: `${issue?.path.join('.') || 'message'}: ${issue?.code ?? 'invalid'}` };
}
