import { expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { fakeOffice } from '../../testing/fakeConnection.js';
import { minutes } from '../../testing/officeDay.js';
import { key, mountScreen, type ScreenOptions } from '../../testing/screen.js';

/** Three wait and one desk serves: two more are advised. */
function openStatistics(options: ScreenOptions = {}) {
  const office = fakeOffice();
  for (const concern of ['3.2', '3.9', '3.7', '3.2']) bookTicket(office, concern);
  office.ask('desk/1', { type: 'call', desk: '1' });
  office.pass(minutes(16));
  const screen = mountScreen({ screen: 'statistics' }, office.line('lead'), options);
  const until = async (keys: readonly string[], leadsTo: string): Promise<void> => {
    screen.press(...keys);
    await screen.shows(leadsTo);
  };
  return { office, screen, lead: { until } };
}

const tellsLast = (frame: string): boolean => /weitere Plätze +10:16 nein/.test(frame);

test('[R85] the advice is decided on with one key, stands as decided, and asks again when it calls for more', async () => {
  const { office, screen, lead } = openStatistics();
  await screen.shows('! Noch 2 Plätze öffnen', 'W Weitere Plätze: ja oder nein');
  await lead.until(['w'], 'Noch 2 Plätze öffnen?');
  await screen.shows('Ja, es werden Plätze geöffnet', 'Nein, es bleibt dabei');
  await lead.until(['2'], 'Weitere Plätze: nein – Strg+Z nimmt zurück');
  await screen.shows('✓ 10:16 Weitere Plätze: nein (Rat: noch 2 öffnen)');
  await screen.until(tellsLast, 'the decision among the details');
  expect(screen.frame()).not.toMatch(/! Noch|ja oder nein/);
  expect(office.day.deskDecisions).toMatchObject([{ answer: 'no', extraDesks: 2, desks: 1 }]);
  // Who changes their mind is offered the other answer alone.
  await lead.until(['w'], 'Ja, es werden Plätze geöffnet');
  expect(screen.frame()).not.toContain('Nein, es bleibt dabei');
  await lead.until(['1'], '✓ 10:16 Weitere Plätze: ja (Rat: noch 2 öffnen)');
  await lead.until([key.ctrl('z')], 'Zurückgenommen');
  await screen.shows('✓ 10:16 Weitere Plätze: nein');
  // Nobody serves, and it takes three: more than was decided on.
  office.ask('desk/1', { type: 'finish', desk: '1' });
  office.ask('desk/1', { type: 'closeDesk', desk: '1' });
  await screen.shows('! Noch 3 Plätze öffnen');
  await screen.until(tellsLast, 'the decision among the details');
});

test('a decision in English, in big letters and for a screen reader', async () => {
  const { screen, lead } = openStatistics({ language: 'en', columns: 120, rows: 40 });
  await screen.shows('! open 2 more desks');
  await lead.until(['w'], 'Open 2 more desks?');
  await lead.until([key.enter], '✓ 10:16 More desks: yes (advice: open 2 more)');
  await screen.shows('✓ more desks: yes');
  const spoken = openStatistics({ screenReader: true });
  await spoken.lead.until(['w'], 'Noch 2 Plätze öffnen?');
  await spoken.lead.until(['1'], '10:16 Weitere Plätze: ja (Rat: noch 2 öffnen)');
});

test('nothing is to be decided where there are enough desks', async () => {
  const { office, screen, lead } = openStatistics();
  for (const desk of ['2', '3']) office.ask('lead', { type: 'openDesk', desk });
  await screen.shows('✓ 3 Plätze genügen');
  await lead.until(['w'], '! Weitere Plätze sind gerade nicht nötig.');
});
