import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, type Socket } from 'node:net';
import { hostname } from 'node:os';

/** Neither an address nor a network such as 10.1.0.0/16. */
export class BadNetwork extends Error {
  override readonly name = 'BadNetwork';
}

/** What a request tells about who sent it. */
type Asker = Pick<IncomingMessage, 'headers'> & { readonly socket: Pick<Socket, 'remoteAddress'> };

/** Headers by which a proxy says that it speaks for somebody else. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/** Who may look how the server is: this machine itself, and the networks that were named. */
export class Observers {
  readonly #here = new BlockList();
  readonly #named = new BlockList();

  /** @throws BadNetwork */
  constructor(networks: readonly string[] = []) {
    this.#here.addSubnet('127.0.0.0', 8, 'ipv4');
    this.#here.addAddress('::1', 'ipv6');
    for (const network of networks) addTo(this.#named, network);
  }

  /** A proxy on this machine is no reason to answer everybody who asks through it. */
  mayLook({ socket, headers }: Asker): boolean {
    const from = socket.remoteAddress ?? '';
    const family = isIP(from) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(from) === 0) return false;
    if (this.#named.check(from, family)) return true;
    if (!this.#here.check(from, family) || passedOn.some((name) => headers[name] !== undefined)) return false;
    return isOwnName(headers.host);
  }
}

/**
 * Whether a request names this machine as one does. A web page in a browser here may have its own name lead to this
 * machine, and would then read the answer.
 */
function isOwnName(host: string | undefined): boolean {
  const name = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
  return (
    name === 'localhost' || isIP(name.replace(/^\[(.*)\]$/, '$1')) > 0 || name === hostname().toLowerCase()
  );
}

/** Whether a word is an address or a network. */
export function isNetwork(word: string): boolean {
  try {
    addTo(new BlockList(), word);
    return true;
  } catch (error) {
    if (error instanceof BadNetwork) return false;
    throw error;
  }
}

function addTo(list: BlockList, network: string): void {
  const [address = '', length, ...rest] = network.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const longest = family === 'ipv6' ? 128 : 32;
  const bits = length === undefined ? longest : Number(/^\d{1,3}$/.exec(length)?.[0] ?? Number.NaN);
  if (isIP(address) === 0 || rest.length > 0 || !(bits <= longest)) throw new BadNetwork(network);
  list.addSubnet(address, bits, family);
}
