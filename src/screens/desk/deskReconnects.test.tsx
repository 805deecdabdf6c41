import { expect, test } from 'vitest';
import { Connection } from '../../client/connection.js';
import { startServer } from '../../server/server.js';
import { cleanUp } from '../../testing/cleanUp.js';
import { key, mountScreen } from '../../testing/screen.js';
import { queued, startedServer, Station } from '../../testing/startedServer.js';

test('a finish pressed while the server is away is handed in with its true time when it is back', async () => {
  const first = await startedServer();
  const reception = await Station.join(first, 'reception', 'E1');
  await reception.ask(queued());
  const connection = new Connection({ url: first.url, hello: { role: 'desk', place: '1' }, reconnect: true });
  cleanUp(() => connection.close());
  const screen = mountScreen({ screen: 'desk', place: '1' }, connection);
  await screen.shows('Platz 1 ist geschlossen');
  screen.press(key.enter);
  await screen.shows('Platz 1 ist frei · 1 wartet');
  screen.press(key.enter);
  await screen.shows('E001 aufgerufen');
  screen.press(key.enter);
  await screen.shows('E001 in Bearbeitung');

  await first.stop();
  await screen.shows('getrennt seit', 'Keine Verbindung.');
  screen.press('k');
  await screen.shows('! Keine Verbindung zum Server. Nichts wurde geändert.');
  screen.press(key.enter);
  await screen.shows('Der Abschluss von E001 ist gemerkt und wird nachgereicht.');
  const pressedAt = connection.now();

  first.clock.pass(600);
  const again = await startServer({
    store: first.store,
    clock: first.clock,
    port: Number(new URL(first.url).port),
    log: () => undefined,
  });
  cleanUp(() => again.stop());
  await screen.shows('E001: erledigt', 'Platz 1 ist frei · niemand wartet');
  const finishedAt = connection.view.day?.tickets['E001']?.contacts[0]?.finishedAt ?? 0;
  expect(finishedAt).toBeLessThanOrEqual(pressedAt);
  expect(finishedAt).toBeLessThan(first.clock.now());
});
