import { isIP, isIPv6 } from 'node:net';

/** Whether a server that listens there is reached from this machine only. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Where this machine itself reaches a server that listens on an address, on all of them too. */
export function localUrl(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

/** Whether a peer is a program of this machine that uses the usual address. */
export const isThisMachine = (address: string | undefined): boolean =>
  ['127.0.0.1', '::1'].includes(plainAddress(address ?? ''));

/**
 * What stands for a peer when its connections are counted: its address; for IPv6 the network, since a single machine has
 * as many addresses as it likes. undefined for this machine: who runs programs on it needs no socket to be a nuisance.
 */
export function addressOf(address: string | undefined): string | undefined {
  if (address === undefined || isThisMachine(address)) return undefined;
  const plain = plainAddress(address);
  return isIPv6(plain) ? networkOf(plain) : plain;
}

/**
 * Whom a proxy says it brings: the last address of `X-Forwarded-For`, which the proxy itself saw; what stands before it
 * anybody may have written. Some proxies add a port. undefined where it is no address.
 */
export function broughtBy(header: string | readonly string[] | undefined): string | undefined {
  const told = [header ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  const plain =
    /^\[([^\]]+)\](?::\d+)?$/.exec(told)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(told)?.[1] ?? told;
  return isIP(plain) === 0 ? undefined : plain;
}

/** An IPv4 address without the IPv6 around it. */
const plainAddress = (address: string): string =>
  /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

/** The first 64 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => (Number.parseInt(group, 16) || 0).toString(16))
    .join(':');
}
