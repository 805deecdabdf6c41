import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { textsFor } from '../texts/texts.js';
import { Failure } from './fail.js';
import { languageOf, type Globals } from './globals.js';
import type { ServerCommandOptions } from './server.js';

/** Certificate and key of a server that speaks TLS, once they are known to go together; undefined without the flags. */
export function certificateOf(
  options: ServerCommandOptions & Globals,
): { readonly cert: string; readonly key: string } | undefined {
  const { tlsCert, tlsKey } = options;
  const { failures } = textsFor(languageOf(options));
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new Failure('tlsNeedsBoth', failures.tlsNeedsBoth(), 2);
  }
  const certificate = { cert: textOf(tlsCert, options), key: textOf(tlsKey, options) };
  try {
    createSecureContext(certificate);
  } catch (error) {
    // OpenSSL's codes name neither the files nor what is in them.
    const problem = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Failure('badCertificate', failures.badCertificate({ problem }));
  }
  return certificate;
}

function textOf(file: string, options: Globals): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Failure('noFile', textsFor(languageOf(options)).failures.noFile({ file }));
  }
}
