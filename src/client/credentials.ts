/** How a client shows who it is, and whom it takes for the server. */
export interface Credentials {
  /** See `Hello`. */
  readonly token?: string;
  /** Certificates that alone vouch for the server, PEM; else those that the system knows. */
  readonly authority?: string;
  /** The server's own certificate, PEM: this one and no other, whatever its name. */
  readonly certificate?: string;
}

/** The part of Node's options for TLS that says whom to trust. */
interface Trust {
  readonly ca?: string;
  /** A certificate that is trusted itself needs no chain above it. */
  readonly allowPartialTrustChain?: boolean;
  /** What is wrong with the name in the certificate; false: nothing. */
  readonly checkServerIdentity?: () => false;
}

/** What a WebSocket needs to know of them. */
export function trustOf({ authority, certificate }: Credentials): Trust {
  if (certificate === undefined) return authority === undefined ? {} : { ca: authority };
  return { ca: certificate, allowPartialTrustChain: true, checkServerIdentity: () => false };
}

/** Codes of OpenSSL and Node that say: there is a server, and nobody vouches for it. */
const untrusted =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|INVALID_(?:CA|PURPOSE))/;

/** The code of an error if the server's certificate caused it. */
export function trustProblem(error: Error): string | undefined {
  const code = 'code' in error ? String(error.code) : '';
  return untrusted.test(code) ? code : undefined;
}
