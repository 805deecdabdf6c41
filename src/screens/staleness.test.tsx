import { describe, expect, test } from 'vitest';
import { Connection } from '../client/connection.js';
import { joined } from '../client/joined.js';
import type { Language } from '../texts/texts.js';
import { cleanUp } from '../testing/cleanUp.js';
import { cuttableLine } from '../testing/cuttableLine.js';
import { fakeDisplayLine, fakeOffice, type FakeLine } from '../testing/fakeConnection.js';
import { mountScreen } from '../testing/screen.js';
import { startedServer } from '../testing/startedServer.js';
import type { Choice } from './choice.js';

const noon = Date.UTC(2015, 5, 8, 10);

const displayLine = (): FakeLine =>
  fakeDisplayLine(
    {
      type: 'board',
      site: { id: 'herford', name: 'Jobcenter Herford', zone: 'Europe/Berlin' },
      serverTime: noon,
      calls: [{ number: 'E017', place: 'Platz 4', fetched: false, calledAt: noon }],
    },
    () => noon,
  );

const screens: readonly (readonly [string, Choice, () => FakeLine])[] = [
  ['reception', { screen: 'checkin', place: 'E1' }, () => fakeOffice().line('reception/E1')],
  ['desk', { screen: 'desk', place: '1' }, () => fakeOffice().line('desk/1')],
  ['statistics', { screen: 'statistics' }, () => fakeOffice().line('lead')],
  ['display', { screen: 'display' }, displayLine],
];

const ages: Record<Language, RegExp> = { de: /Stand vor (\d+) s/, en: /(\d+) s old/ };

describe.each(screens)('on a stalled line the screen of the %s', (_, choice, lineOf) => {
  test.each(['de', 'en'] as const)(
    'says by itself how old it is after two seconds (%s)',
    async (language) => {
      const line = lineOf();
      const screen = mountScreen(choice, line, { language });
      line.stall(2000);
      await screen.until((frame) => frame.includes('Herford'), 'the site');
      expect(screen.frame()).not.toMatch(ages[language]);
      line.stall(2001);
      await screen.until((frame) => ages[language].exec(frame)?.[1] === '2', 'two seconds');
      line.stall(61_500);
      await screen.until((frame) => ages[language].exec(frame)?.[1] === '61', 'a minute');
      line.stall(0);
      await screen.until((frame) => !ages[language].test(frame), 'no age');
      expect(screen.size()).toMatchObject({ rows: 24 });
    },
  );

  test('names the address that it tries once that takes three seconds', async () => {
    const line = lineOf();
    line.change({
      phase: 'connecting',
      day: null,
      site: null,
      board: null,
      url: 'ws://10.0.0.9:7717',
      lostAt: line.now() - 2999,
    });
    const screen = mountScreen(choice, line);
    await screen.shows('Verbindung wird aufgebaut');
    expect(screen.frame()).not.toContain('10.0.0.9');
    line.change({ lostAt: line.now() - 3000 });
    await screen.shows('Gesucht wird der Server ws://10.0.0.9:7717.');
  });

  test('says to a screen reader as of when it is, once', async () => {
    const line = lineOf();
    const screen = mountScreen(choice, line, { screenReader: true });
    const asOf = /Stand \d\d:\d\d/;
    await screen.until((frame) => frame !== '' && !asOf.test(frame), 'no age');
    line.stall(70_000);
    await screen.until((frame) => asOf.test(frame), 'its time');
    expect(screen.frame()).not.toContain('Stand vor');
  });
});

test('a line on which nothing arrives any more ages, is given up, and is young again once mended', async () => {
  const line = await cuttableLine(await startedServer());
  const connection = new Connection({ url: line.url, hello: { role: 'desk', place: '1' }, reconnect: true });
  cleanUp(() => connection.close());
  await joined(connection);
  const screen = mountScreen({ screen: 'desk', place: '1' }, connection);
  await screen.shows('● verbunden');
  line.freeze();
  await screen.shows('● verbunden, Stand vor', 'getrennt seit');
  line.mend();
  await screen.until(
    (frame) => frame.includes('● verbunden') && !frame.includes('Stand vor'),
    'the line again',
  );
});
