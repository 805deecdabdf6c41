import { expect, test, vi } from 'vitest';
import { Connection } from '../client/connection.js';
import { archiveDays } from '../server/archive.js';
import { dayOfWaits } from '../testing/exampleReports.js';
import { MovableClock } from '../testing/movableClock.js';
import { exampleSite, queued, startedServer, Station } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { askedFigures } from './reportFigures.js';

const site = 'herford';
const waits = [1, 2, 3, 4, 5, 6];

test('of months that the store has sums of a server sends no days', async () => {
  const store = temporaryFolder();
  const days = ['2015-05-29', '2015-06-08', '2015-06-09', '2015-07-01'].map((day) => dayOfWaits(day, waits));
  await archiveDays(store, site, days);
  const server = await startedServer({
    store,
    clock: new MovableClock('2015-08-10T08:00:00+02:00'),
    sites: { [site]: exampleSite() },
  });
  const reception = await Station.join(server, 'reception', 'E1');
  await reception.connection.ask(queued());
  const asked = vi.spyOn(Connection.prototype, 'figures');
  const spans = () => asked.mock.calls.splice(0).map(([from, to]) => `${from} ${to}`);
  const options = { data: store, from: '2015-05-29', to: '2015-08-31' };

  const [summed] = await askedFigures({ ...options, inDays: false });
  expect(spans()).toEqual(['2015-05-25 2015-05-31', '2015-08-01 2015-08-31']);
  expect(summed?.rolled?.map(({ month }) => month)).toEqual(['2015-06', '2015-07']);
  expect(summed?.days.map(({ day }) => day)).toEqual(['2015-05-29', '2015-08-10']);

  const [inDays] = await askedFigures({ ...options, inDays: true });
  expect(spans()).toEqual(['2015-05-25 2015-08-31']);
  expect(summed?.rolled?.flatMap(({ readDays }) => readDays())).toEqual(inDays?.days.slice(1, -1));

  // The store of a server that was named is not at hand.
  await askedFigures({ ...options, server: server.url, inDays: false });
  expect(spans()).toEqual(['2015-05-25 2015-08-31']);
  asked.mockRestore();
});
