import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { cleanUp } from './cleanUp.js';

/** The wire between a client and a server: it can be cut, kept cut, freeze, and swallow what the server says. */
export interface CuttableLine {
  /** Where the client connects instead. */
  readonly url: string;
  /** Cuts what is connected; whoever comes next gets through again. */
  drop(): void;
  /** Cuts what is connected, and whoever comes until `mend`. */
  cut(): void;
  /** From now on nothing that the server says arrives, until the line is dropped or cut. */
  deafen(): void;
  /**
   * As if the path were gone without a word: until `mend` nothing passes in either direction, not even that one end has
   * hung up, and who comes is not answered. What is connected now stays dead.
   */
  freeze(): void;
  mend(): void;
}

/** One connection through the line. */
interface Path {
  readonly client: Socket;
  readonly upstream: Socket | undefined;
  isDead: boolean;
}

/** A line to a server on this machine; gone when the test is over. */
export async function cuttableLine(server: { readonly url: string }): Promise<CuttableLine> {
  const port = Number(new URL(server.url).port);
  const paths = new Set<Path>();
  let isCut = false;
  let isDeaf = false;
  let isFrozen = false;
  const destroy = (path: Path) => {
    paths.delete(path);
    path.client.destroy();
    path.upstream?.destroy();
  };
  const proxy = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const upstream = isFrozen ? undefined : connect(port, '127.0.0.1');
    const path: Path = { client, upstream, isDead: isFrozen };
    paths.add(path);
    for (const socket of [client, upstream]) {
      socket?.on('error', () => undefined);
      socket?.on('close', () => {
        if (!path.isDead) destroy(path);
      });
    }
    client.on('data', (bytes) => {
      if (!path.isDead) upstream?.write(bytes);
    });
    upstream?.on('data', (bytes) => {
      if (!path.isDead && !isDeaf) client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    isDeaf = false;
    for (const path of paths) destroy(path);
  };
  cleanUp(() => {
    proxy.close();
    drop();
  });
  return {
    url: `ws://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    drop,
    cut: () => {
      isCut = true;
      drop();
    },
    deafen: () => {
      isDeaf = true;
    },
    freeze: () => {
      isFrozen = true;
      for (const path of paths) path.isDead = true;
    },
    mend: () => {
      isCut = false;
      isFrozen = false;
    },
  };
}
