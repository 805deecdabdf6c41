import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../texts/texts.js';

/** Options that every command understands. */
export interface Globals {
  readonly data?: string;
  /** One, or for a report several with commas between them. */
  readonly site?: string;
  readonly server?: string;
  /** Where the station's token is. */
  readonly tokenFile?: string;
  /** Who vouches for the server. */
  readonly ca?: string;
  readonly lang?: Language;
  readonly json?: boolean;
  readonly ascii?: boolean;
  readonly screenReader?: boolean;
  readonly highContrast?: boolean;
}

/** The language of the person: as asked for, else German unless the environment speaks another language. */
export function languageOf({ lang }: Pick<Globals, 'lang'>, env = process.env): Language {
  if (lang) return lang;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean) ?? '';
  return /^en/i.test(locale) ? 'en' : 'de';
}

/** Where the store is: `--data`, `$BEO_DATA`, data/store in a checkout, else the platform's folder for such things. */
export function storeOf({ data }: Pick<Globals, 'data'>, env = process.env): string {
  const named = data ?? env.BEO_DATA;
  if (named) return resolve(named);
  const root = packageRoot();
  // An installed package has neither.
  if (existsSync(join(root, 'src')) && existsSync(join(root, 'package-lock.json')))
    return join(root, 'data', 'store');
  if (process.platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'beo');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'beo');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'beo');
}

export const namedServer = ({ server }: Pick<Globals, 'server'>): string | undefined =>
  server ?? (process.env.BEO_SERVER === '' ? undefined : process.env.BEO_SERVER);

/** Whether the person named a server; then no other will do. */
export const isNamed = (globals: Pick<Globals, 'server'>): boolean => namedServer(globals) !== undefined;

/** The folder with package.json, above this file: in src/ or, built, somewhere in dist/. */
export function packageRoot(folder = dirname(fileURLToPath(import.meta.url))): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : packageRoot(above);
}

/** Whether a person sits in front of it. */
export const hasTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;
