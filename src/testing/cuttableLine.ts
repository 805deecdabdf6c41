import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { cleanUp } from './cleanUp.js';

/** The wire between a client and a server: it can be cut, kept cut, and can swallow what the server says. */
export interface CuttableLine {
  /** Where the client connects instead. */
  readonly url: string;
  /** Cuts what is connected; whoever comes next gets through again. */
  drop(): void;
  /** Cuts what is connected, and whoever comes until `mend`. */
  cut(): void;
  /** From now on nothing that the server says arrives, until the line is dropped or cut. */
  deafen(): void;
  mend(): void;
}

/** A line to a server on this machine; gone when the test is over. */
export async function cuttableLine(server: { readonly url: string }): Promise<CuttableLine> {
  const port = Number(new URL(server.url).port);
  const open = new Set<Socket>();
  let isCut = false;
  let isDeaf = false;
  const proxy = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    const both = [client, upstream];
    for (const socket of both) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        for (const each of both) each.destroy();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (!isDeaf) client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    isDeaf = false;
    for (const socket of open) socket.destroy();
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
    mend: () => {
      isCut = false;
    },
  };
}
