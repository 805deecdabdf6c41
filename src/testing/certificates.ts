import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporaryFolder.js';
import { whyNo } from './tools.js';

/** Files of an authority of the test's own, and of a certificate by it for this machine's loopback name. */
export interface Certificates {
  /** Certificate of the authority. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Whether this machine can make certificates. */
export const hasOpenssl = (): boolean => whyNo('openssl') === undefined;

/** Makes them with openssl; valid for a day, for `localhost` and 127.0.0.1. */
export function makeCertificates(): Certificates {
  const folder = temporaryFolder();
  const [ca, caKey, cert, key, request, extensions] = [
    'ca.pem',
    'ca.key',
    'cert.pem',
    'cert.key',
    'cert.csr',
    'extensions',
  ].map((name) => join(folder, name)) as [string, string, string, string, string, string];
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    caKey,
    '-out',
    ca,
    '-days',
    '1',
    '-subj',
    '/CN=beo test authority',
  );
  openssl('req', ...newKey, '-keyout', key, '-out', request, '-subj', '/CN=localhost');
  writeFileSync(extensions, 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const by = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '1', '-extfile', extensions];
  openssl('x509', '-req', '-in', request, ...by, '-out', cert);
  return { ca, cert, key };
}

/** As the server takes them. */
export const certificateOf = ({ cert, key }: Certificates) => ({
  cert: readFileSync(cert, 'utf8'),
  key: readFileSync(key, 'utf8'),
});
