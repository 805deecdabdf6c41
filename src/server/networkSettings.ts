import { z } from 'zod';
import { reason } from './settingWords.js';

/** What the server's door lets through; `limits.ts` has what no office needs to change. */
export const network = z.strictObject({
  connections: z
    .number()
    .int()
    .min(10)
    .max(100_000)
    .default(500)
    .describe('connections that the server takes at once, from all stations together'),
  connectionsPerAddress: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(60)
    .describe('the same from one address; those of the server’s own machine do not count'),
  messagesPerSecond: z
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(100)
    .describe('messages that a connection may send in the long run; one that sends more is read more slowly'),
  origins: z
    .array(z.string().max(200).refine(isOrigin, reason('origin')))
    .max(20)
    .default([])
    .describe('web pages that may connect: "https://board.example"; beo’s own stations need none'),
});

export type NetworkSettings = z.infer<typeof network>;

/** As browsers send it: scheme, host and port in lower case, and nothing behind. */
function isOrigin(word: string): boolean {
  const parsed = URL.parse(word);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.origin === word;
}
