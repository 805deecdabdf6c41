import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hello, Refusal } from '../protocol/messages.js';
import { accessVersion, findToken, readAccess, type Access, type StoredToken } from './access.js';

/** By what a connection was let in. */
export type Pass =
  /** The server asks nobody for a token. */
  | { readonly by: 'trust' }
  /** The run's own key, which only the store's owner can read. */
  | { readonly by: 'localKey' }
  | { readonly by: 'token'; readonly id: string };

/** Why a `hello` is not let in. */
export type AccessRefusal = Extract<
  Refusal,
  { name: 'tokenMissing' | 'tokenUnknown' | 'tokenExpired' | 'tokenRevoked' | 'tokenForAnother' }
>;

export interface AdmissionOptions {
  readonly store: string;
  /** Key of this run, see `ServerPlace`. */
  readonly localKey: string;
  /** The first state of the store's tokens. */
  readonly access: Access;
  /** Whether a `hello` needs a token; decided once, when the server starts. */
  readonly required: boolean;
  /** The file is there and can't be read: the tokens known before go on to count. */
  readonly onUnreadable: (error: unknown) => void;
}

/** Who is let in: knows the store's tokens and follows their changes. */
export class Admission {
  readonly required: boolean;
  readonly #options: AdmissionOptions;
  #access: Access;
  #version: string | undefined;
  #reading: Promise<void> | undefined;

  constructor(options: AdmissionOptions) {
    this.required = options.required;
    this.#options = options;
    this.#access = options.access;
  }

  /** Reads the tokens again if they changed. Cheap when they did not; never rejects. */
  async refresh(): Promise<void> {
    if (!this.required) return;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    const { store, onUnreadable } = this.#options;
    try {
      const version = await accessVersion(store);
      if (version === this.#version) return;
      // One that can't be read is looked at, and complained of, again once it has changed.
      this.#version = version;
      this.#access = await readAccess(store);
    } catch (error) {
      onUnreadable(error);
    }
  }

  /**
   * Whether a `hello` may speak for what it names. What it leaves out, the token fills in; what it names has to be what
   * the token is for.
   */
  admit(hello: Hello, now: number): { readonly hello: Hello; readonly pass: Pass } | AccessRefusal {
    if (!this.required) return { hello, pass: { by: 'trust' } };
    const { token: text } = hello;
    if (text === undefined) return { name: 'tokenMissing' };
    if (this.#isLocalKey(text)) return { hello, pass: { by: 'localKey' } };
    const token = findToken(this.#access, text);
    if (!token) return { name: 'tokenUnknown' };
    const ended = endOf(token, now);
    if (ended) return ended;
    const { role, site, place, id } = token;
    const fits =
      hello.role === role &&
      (hello.site ?? site) === site &&
      (place === null || (hello.place ?? place) === place);
    if (!fits) return { name: 'tokenForAnother', role, site, ...(place === null ? {} : { place }) };
    return {
      hello: { ...hello, site, ...(place === null ? {} : { place }) },
      pass: { by: 'token', id },
    };
  }

  /** Why who was let in by a pass must go now; undefined while it still counts. */
  ended(pass: Pass, now: number): AccessRefusal | undefined {
    if (pass.by !== 'token') return undefined;
    const token = this.#access.tokens.find(({ id }) => id === pass.id);
    return token ? endOf(token, now) : { name: 'tokenRevoked' };
  }

  /** The token's id if a text names one of the store's, whether or not it opens anything. */
  idIn(text: string | undefined): string | undefined {
    const [, id] = /^beo_([0-9a-f]{12})_/.exec(text ?? '') ?? [];
    return this.#access.tokens.find((token) => token.id === id)?.id;
  }

  #isLocalKey(text: string): boolean {
    return timingSafeEqual(digest(text), digest(this.#options.localKey));
  }
}

function endOf({ expiresAt, revokedAt }: StoredToken, now: number): AccessRefusal | undefined {
  if (revokedAt !== null) return { name: 'tokenRevoked' };
  return now >= expiresAt ? { name: 'tokenExpired' } : undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
