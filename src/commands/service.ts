import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textsFor } from '../texts/texts.js';
import { languageOf, packageRoot, type Globals } from './globals.js';
import { displayUnit, serverUnit, unitText, type ServiceKind, type Start } from './units.js';

export interface ServiceOptions {
  readonly user?: string;
}

/** `beo service`: a unit for systemd that starts this very program, with what stands after `--`. */
export function runService(
  kind: ServiceKind,
  further: readonly string[],
  options: ServiceOptions & Globals,
): void {
  const language = languageOf(options);
  const { service } = textsFor(language).commands;
  const line = asked(kind, further, options);
  const command = [process.execPath, join(packageRoot(), 'bin', 'beo.js'), ...line];
  const user = options.user ?? (kind === 'server' ? 'beo' : 'beo-display');
  const locale = language === 'de' ? 'de_DE.UTF-8' : 'en_GB.UTF-8';
  const start: Start = { command, user, locale, description: service.descriptions[kind] };
  const port = Number(valueOf('--port', line));
  const unit =
    kind === 'display'
      ? displayUnit(start)
      : serverUnit({
          ...start,
          isLocal: isLocal(valueOf('--host', line)),
          isLowPort: port > 0 && port < 1024,
          ...(options.data === undefined ? {} : { store: resolve(options.data) }),
        });
  const name = kind === 'server' ? 'beo' : 'beo-display';
  process.stdout.write(unitText(unit, service.notes({ kind, name, user })));
  const program = command.slice(0, 2).map((file) => realpathSync(file));
  const hidden = program.find(isHidden);
  if (hidden !== undefined) process.stderr.write(`beo: ${service.hidden({ file: hidden })}\n`);
  for (const option of fileOptions) {
    const file = valueOf(option, line);
    if (file !== undefined && isHidden(file)) {
      process.stderr.write(`beo: ${service.hiddenFile({ file, option, user })}\n`);
    }
  }
}

/** Options that name a file. A service starts in no folder of the person's, so each is named in full. */
const fileOptions = ['--token-file', '--ca', '--tls-cert', '--tls-key'] as const;

function asked(kind: ServiceKind, further: readonly string[], options: Globals): string[] {
  const { server, site, tokenFile, ca, ascii } = options;
  const ofStation = [
    '--server',
    server ?? 'ws://127.0.0.1:7717',
    ...(tokenFile === undefined ? [] : ['--token-file', resolve(tokenFile)]),
    ...(ca === undefined ? [] : ['--ca', resolve(ca)]),
  ];
  const globals = [
    ...(kind === 'server' ? [] : ofStation),
    ...(site === undefined ? [] : ['--site', site]),
    ...(ascii ? ['--ascii'] : []),
  ];
  return [kind, ...globals, ...further.map(inFull)];
}

/** A word of a line, with its file named in full if it is one. */
function inFull(word: string, i: number, line: readonly string[]): string {
  if (fileOptions.some((option) => line[i - 1] === option)) return resolve(word);
  const joined = fileOptions.find((option) => word.startsWith(`${option}=`));
  return joined === undefined ? word : `${joined}=${resolve(word.slice(joined.length + 1))}`;
}

/** The value of an option in a line that is passed on as it is. */
function valueOf(option: string, line: readonly string[]): string | undefined {
  const at = line.lastIndexOf(option);
  const joined = line.findLast((word) => word.startsWith(`${option}=`));
  return at < 0 ? joined?.slice(option.length + 1) : line[at + 1];
}

const isLocal = (host = '127.0.0.1'): boolean => /^(127\.|::1$|localhost$)/.test(host);

/** What the unit's own walls would keep from it. */
const isHidden = (file: string): boolean => /^\/(home|root|run\/user|tmp|var\/tmp)\//.test(file);
