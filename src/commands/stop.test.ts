import { expect, test, vi } from 'vitest';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { AskReply } from '../client/officeView.js';
import { journalFile, readJournal } from '../server/journal.js';
import { verifyStore } from '../server/verify.js';
import { cleanUp } from '../testing/cleanUp.js';
import { Program } from '../testing/program.js';
import { until } from '../testing/staffedServer.js';
import { queued } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

async function started(store: string, port: string) {
  const server = Program.start(['server', '--port', port], { env: { BEO_DATA: store } });
  const [, url = ''] = await server.until(/^beo listening on (ws:\S+)$/);
  return { server, url };
}

async function station(url: string, reconnect: boolean): Promise<Connection> {
  const connection = new Connection({ url, hello: { role: 'reception', place: 'E1' }, reconnect });
  cleanUp(() => connection.close());
  await joined(connection);
  return connection;
}

const outcomesOf = (replies: readonly AskReply[]): Record<string, number> => {
  const outcomes: Record<string, number> = {};
  for (const reply of replies) {
    const name = reply.ok ? 'done' : reply.rejection.name;
    outcomes[name] = (outcomes[name] ?? 0) + 1;
  }
  return outcomes;
};

test('a server told to stop while hundreds ask leaves nobody without a true answer, and who stays comes back', async () => {
  const store = temporaryFolder();
  const { server, url } = await started(store, '0');
  const commands = await Promise.all([0, 1, 2].map(() => station(url, false)));
  const screen = await station(url, true);
  const asks = 300;
  const replies = [...commands, screen].map((each) => Array.from({ length: asks }, () => each.ask(queued())));
  await replies[0]?.[0];
  server.signal('SIGTERM');
  const ofCommands = await Promise.all(replies.slice(0, -1).flat());
  expect((await server.finished).exitCode).toBe(0);

  const again = await started(store, new URL(url).port);
  await until(screen, () => screen.view.phase === 'joined');
  const ofScreen = await Promise.all(replies.at(-1) ?? []);
  const all = [...ofCommands, ...ofScreen];
  expect(all).toHaveLength(4 * asks);
  const { done = 0, stopping = 0, ...others } = outcomesOf(all);
  // Not even doubt: the server says that it goes after its last answer.
  expect(others).toEqual({});
  expect(done + stopping).toBe(4 * asks);

  const { day } = screen.view;
  if (!day) throw new Error('the screen has no state');
  await until(screen, () => day.lastNumber >= done);
  await again.server.stop();
  const { entries } = await readJournal(journalFile(store, day.site, day.day));
  const acknowledged = all.flatMap((reply) => (reply.ok ? [reply.entry] : []));
  const bySeq = acknowledged.toSorted((a, b) => a.seq - b.seq);
  // The first entry opens the day; all others were acknowledged, and nothing else was done.
  expect(entries.slice(1)).toEqual(bySeq);
  expect((await verifyStore(store)).findings).toEqual([]);
});
