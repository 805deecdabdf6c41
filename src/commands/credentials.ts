import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from '../client/connectionOptions.js';
import type { Credentials } from '../client/credentials.js';
import { readServerPlace } from '../server/store.js';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { isNamed, languageOf, storeOf, type Globals } from './globals.js';

/**
 * How a client shows who it is: by the token of `--token-file`, `$BEO_TOKEN_FILE` or `$BEO_TOKEN`; without one by the
 * key of the store's server, which lies where only the store's owner can read it. Never from the command line, which
 * every user of the machine can see.
 */
export function credentialsOf(globals: Globals): Required<Pick<ConnectionOptions, 'credentials'>> {
  const token = tokenOf(globals);
  const authority = authorityOf(globals);
  const given: Credentials = {
    ...(token === undefined ? {} : { token }),
    ...(authority === undefined ? {} : { authority }),
  };
  return {
    credentials: async () => {
      if (isNamed(globals)) return given;
      const place = await readServerPlace(storeOf(globals));
      return {
        ...(place?.key === undefined ? {} : { token: place.key }),
        ...(place?.certificate === undefined ? {} : { certificate: place.certificate }),
        ...given,
      };
    },
  };
}

/** Whether a station's own token was given, which is good for one place only. */
export const hasToken = (globals: Globals): boolean => tokenOf(globals) !== undefined;

/** The file that the token is read from, if it is. */
export const tokenFileOf = (globals: Globals): string | undefined =>
  named(globals.tokenFile) ?? named(process.env.BEO_TOKEN_FILE);

function tokenOf(globals: Globals): string | undefined {
  const { failures } = textsFor(languageOf(globals));
  const file = tokenFileOf(globals);
  if (file === undefined) {
    const token = environmentToken();
    if (token !== undefined && !isToken(token)) throw new Failure('badToken', failures.badToken());
    return token;
  }
  const token = textOf(file, globals).trim();
  if (!isToken(token)) throw new Failure('badTokenFile', failures.badTokenFile({ file }));
  return token;
}

function authorityOf(globals: Globals): string | undefined {
  const file = named(globals.ca) ?? named(process.env.BEO_CA);
  if (file === undefined) return undefined;
  const content = textOf(file, globals);
  if (content.includes('-----BEGIN CERTIFICATE-----')) return content;
  throw new Failure('badAuthority', textsFor(languageOf(globals)).failures.badAuthority({ file }));
}

let fromEnvironment: string | undefined;

/** Taken out of the environment: the programs that beo starts have no use for it. */
function environmentToken(): string | undefined {
  fromEnvironment = named(process.env.BEO_TOKEN?.trim()) ?? fromEnvironment;
  delete process.env.BEO_TOKEN;
  return fromEnvironment;
}

/** Anything that could be a token: one line of visible characters. Whether it is one, the server knows. */
const isToken = (text: string): boolean => /^[\x21-\x7e]{1,200}$/.test(text);

function textOf(file: string, globals: Globals): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Failure('noFile', textsFor(languageOf(globals)).failures.noFile({ file }));
  }
}

const named = (word: string | undefined): string | undefined => (word === '' ? undefined : word);
