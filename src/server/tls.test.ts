import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { certificateOf, hasOpenssl, makeCertificates } from '../testing/certificates.js';
import { cleanUp } from '../testing/cleanUp.js';
import { hasNginx, startedNginx } from '../testing/nginx.js';
import { Program } from '../testing/program.js';
import { until } from '../testing/staffedServer.js';
import { queued, startedServer } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { connectedWith, tokenFor } from '../testing/tokens.js';

vi.setConfig({ testTimeout: 60_000 });

describe.skipIf(!hasOpenssl())('a server that speaks TLS (needs openssl)', () => {
  test('is spoken to by whoever trusts its authority, and by nobody else', async () => {
    const store = temporaryFolder();
    const certificates = makeCertificates();
    const { text: token } = await tokenFor(store, 'reception', 'E1');
    const server = await startedServer({ store, host: '0.0.0.0', certificate: certificateOf(certificates) });
    expect(server.url).toMatch(/^wss:\/\/0\.0\.0\.0:\d+$/);
    expect(server.logged.map(({ event }) => event)).not.toContain('notEncrypted');
    const url = server.url.replace('0.0.0.0', 'localhost');
    const authority = readFileSync(certificates.ca, 'utf8');
    const trusting = await connectedWith({ url }, { role: 'reception' }, { token, authority }, true);
    expect(await trusting.ask(queued())).toMatchObject({ ok: true });
    const strangers = readFileSync(makeCertificates().ca, 'utf8');
    for (const credentials of [{ token }, { token, authority: strangers }]) {
      const { view } = await connectedWith({ url }, { role: 'reception' }, credentials, true);
      expect(view.refusal).toMatchObject({ name: 'serverNotTrusted', url });
    }
    // Another name than the certificate's.
    const renamed = url.replace('localhost', '127.0.0.2');
    const { view } = await connectedWith({ url: renamed }, { role: 'reception' }, { token, authority });
    expect(view.refusal).toMatchObject({
      name: 'serverNotTrusted',
      problem: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    const plain = await connectedWith({ url: url.replace('wss', 'ws') }, { role: 'reception' }, { token });
    expect(plain.view.refusal).toMatchObject({ name: 'serverUnreachable' });
  });

  test('as a program: two flags, --ca for stations, nothing for commands on its own machine', async () => {
    const store = join(temporaryFolder(), 'store');
    const { ca, cert, key } = makeCertificates();
    const beo = (...args: readonly string[]) => Program.run(args, { env: { BEO_DATA: store } });
    const half = await beo('server', '--port', '0', '--tls-cert', cert);
    expect(half).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--tls-key') as string });
    const mixed = await beo('server', '--port', '0', '--tls-cert', cert, '--tls-key', ca);
    expect(mixed).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--tls-cert') as string });
    const { stdout } = await beo('token', 'add', 'desk', '1');
    const server = Program.start(['server', '--port', '0', '--tls-cert', cert, '--tls-key', key], {
      env: { BEO_DATA: store },
    });
    const [, url = ''] = await server.until(/^beo listening on (wss:\S+)$/);
    expect((await beo('desk', '1', 'open')).exitCode).toBe(0);
    const env = { BEO_DATA: join(temporaryFolder(), 'none'), BEO_SERVER: url, BEO_TOKEN: stdout.trim() };
    const station = (...args: readonly string[]) => Program.run(['desk', '1', 'pause', ...args], { env });
    expect(await station('--ca', ca)).toMatchObject({ exitCode: 0 });
    const distrusted = await station();
    expect(distrusted).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--ca') as string });
    expect(await station('--ca', key)).toMatchObject({ exitCode: 1 });
  });
});

describe.skipIf(!hasOpenssl() || !hasNginx())('behind nginx with TLS (needs openssl and nginx)', () => {
  test('stations work, and each address counts for itself', async () => {
    const store = temporaryFolder();
    const certificates = makeCertificates();
    const authority = readFileSync(certificates.ca, 'utf8');
    const { text: token } = await tokenFor(store, 'reception', 'E1');
    const display = (await tokenFor(store, 'display')).text;
    const network = { connectionsPerAddress: 3 };
    const server = await startedServer({ store, behindProxy: true, network });
    const { url } = await startedNginx(certificates, server.url);
    const reception = await connectedWith({ url }, { role: 'reception' }, { token, authority }, true);
    const board = await connectedWith({ url }, { role: 'display' }, { token: display, authority }, true);
    expect(await reception.ask(queued())).toMatchObject({ ok: true });
    await until(board, () => board.view.board !== null);
    // nginx adds whom it saw behind what was written there before; the address 127.0.0.66 is this machine's too.
    const from = (localAddress: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url, {
          ca: authority,
          localAddress,
          headers: { 'X-Forwarded-For': '192.0.2.1' },
        });
        cleanUp(() => socket.terminate());
        socket.once('open', () => {
          socket.send(JSON.stringify({ type: 'hello', protocol: 2, role: 'display', token: display }));
        });
        socket.once('message', () => resolve('joined'));
        socket.once('error', (error) => resolve(error.message));
      });
    const three = [await from('127.0.0.66'), await from('127.0.0.66'), await from('127.0.0.66')];
    expect(three).toEqual(['joined', 'joined', 'joined']);
    expect(await from('127.0.0.66')).toContain('503');
    expect(await from('127.0.0.67')).toBe('joined');
    expect(await reception.ask(queued())).toMatchObject({ ok: true });
    expect(server.logged.map(({ event }) => event)).toContain('connectionRefused');
  });
});
