import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Role } from '../queue/events.js';
import { isMissing, openLow, UnreadableFile } from './durableFile.js';
import { lockStore, StoreInUse, type StoreLock } from './lock.js';

/** What a station's token may be used for. */
export interface TokenScope {
  readonly role: Role;
  readonly site: string;
  /** Id of the desk or of the reception's place; null for roles without one. */
  readonly place: string | null;
}

/** A station's token as the store keeps it: never the secret, only its hash. Instants are ms since the epoch. */
export interface StoredToken extends TokenScope {
  /** Names the token; no secret. */
  readonly id: string;
  /** SHA-256 of the secret, in hex. The secret is 32 random bytes, so there is nothing to try out. */
  readonly hash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

export interface Access {
  readonly version: 1;
  readonly tokens: readonly StoredToken[];
}

export const accessFile = (store: string): string => join(store, 'access.json');

const nothing: Access = { version: 1, tokens: [] };

/** As the settings have them. */
const name = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/);

const instant = z.number().int().nonnegative();

const accessSchema: z.ZodType<Access> = z.strictObject({
  version: z.literal(1),
  tokens: z.array(
    z.strictObject({
      id: z.string().regex(/^[0-9a-f]{12}$/),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      role: z.enum(['reception', 'desk', 'lead', 'display']),
      site: name,
      place: name.nullable(),
      createdAt: instant,
      expiresAt: instant,
      revokedAt: instant.nullable(),
    }),
  ),
});

/** The tokens of a store, none where it has no such file. Rejects with `UnreadableFile` where it is not what it should be. */
export async function readAccess(store: string): Promise<Access> {
  return (await openAccess(store)).data;
}

async function openAccess(store: string) {
  const file = accessFile(store);
  const low = await openLow<Access>(file, nothing);
  const checked = accessSchema.safeParse(low.data);
  if (checked.success) return low;
  const [issue] = checked.error.issues;
  throw new UnreadableFile(file, `${issue?.path.join('.') ?? ''}: ${issue?.code ?? 'invalid'}`);
}

/** A new token. `text` is what the station shows, and is told this once. */
export interface NewToken {
  readonly text: string;
  readonly stored: StoredToken;
}

/** Makes a token and stores its hash, also while a server runs on the store. */
export async function addToken(
  store: string,
  scope: TokenScope,
  { now, expiresAt }: { readonly now: number; readonly expiresAt: number },
): Promise<NewToken> {
  const secret = randomBytes(32).toString('base64url');
  return changeAccess(store, (access) => {
    const id = newId(access);
    const stored: StoredToken = {
      id,
      hash: hashOf(secret).toString('hex'),
      ...scope,
      createdAt: now,
      expiresAt,
      revokedAt: null,
    };
    return [{ text: `beo_${id}_${secret}`, stored }, [...access.tokens, stored]];
  });
}

/** Ends a token for good; undefined where no token has this id. One that was revoked before stays as it is. */
export async function revokeToken(store: string, id: string, now: number): Promise<StoredToken | undefined> {
  return changeAccess(store, ({ tokens }) => {
    const revoked = tokens.map((token) =>
      token.id === id && token.revokedAt === null ? { ...token, revokedAt: now } : token,
    );
    return [revoked.find((token) => token.id === id), revoked];
  });
}

/**
 * Brings the tokens of a store into the copy that is to take its place: who was locked out since the copy was made stays
 * so, and who was let in may stay. A store whose tokens can't be read has none to bring.
 */
export async function keepAccess(store: string, copy: string): Promise<void> {
  const now = await readAccess(store).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return nothing;
    throw error;
  });
  if (now.tokens.length === 0) return;
  const low = await openAccess(copy);
  const known = new Set(now.tokens.map(({ id }) => id));
  low.data = { version: 1, tokens: [...low.data.tokens.filter(({ id }) => !known.has(id)), ...now.tokens] };
  await low.write();
}

/** One change at a time, by whichever process: the server only reads this file. */
async function changeAccess<T>(
  store: string,
  change: (access: Access) => readonly [result: T, tokens: readonly StoredToken[]],
): Promise<T> {
  const lock = await lockAccess(store);
  try {
    const low = await openAccess(store);
    const [result, tokens] = change(low.data);
    low.data = { version: 1, tokens };
    await low.write();
    return result;
  } finally {
    await lock.release();
  }
}

/** A change takes milliseconds: whoever finds another one on its way waits for its end. */
async function lockAccess(store: string): Promise<StoreLock> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await lockStore(store, { part: 'access' });
    } catch (error) {
      if (!(error instanceof StoreInUse) || attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

function newId({ tokens }: Access): string {
  for (;;) {
    const id = randomBytes(6).toString('hex');
    if (!tokens.some((token) => token.id === id)) return id;
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const tokenText = /^beo_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** Stands in for the hash of a token that is not there, so that looking for one takes as long as finding it. */
const nobodysHash = Buffer.alloc(32);

/** The token that a text is, whether or not it still counts; undefined where it is none of the store's. */
export function findToken({ tokens }: Access, text: string): StoredToken | undefined {
  const [, id, secret = ''] = tokenText.exec(text) ?? [];
  const stored = tokens.find((token) => token.id === id);
  const expected = stored ? Buffer.from(stored.hash, 'hex') : nobodysHash;
  return timingSafeEqual(hashOf(secret), expected) ? stored : undefined;
}

/** What tells one version of the file from another; it is always replaced as a whole. */
export async function accessVersion(store: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(accessFile(store), { bigint: true });
    return `${ino}-${size}-${mtimeNs}`;
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}
