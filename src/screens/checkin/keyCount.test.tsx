import { expect, test } from 'vitest';
import { exampleSite, fakeOffice } from '../../testing/fakeConnection.js';
import { key, mountApp } from '../../testing/screen.js';
import { slipLines, type Slip } from '../../texts/slip.js';

/** What a receptionist types who knows the program: the shortest word or number that leads to the concern. */
const typed: Readonly<Record<string, string>> = {
  '3.2': '32',
  '3.9': '39',
  '3.1': '31',
  '3.4': '34',
  '2.1': '2',
  '3.7': '37',
  '3.8': '38',
  '6.1': '6',
  '3.10': 'ki',
  '5': 'bi',
};

test('the ten most frequent concerns are those of the shipped settings', () => {
  expect(Object.keys(typed).toSorted()).toEqual(exampleSite.frequentConcerns.toSorted());
});

test.each(exampleSite.frequentConcerns)(
  '%s by its usual route takes four keys at the most, Enter and the printed number included',
  async (concern) => {
    const office = fakeOffice();
    const slips: Slip[] = [];
    const printSlip = (slip: Slip): Promise<void> => {
      slips.push(slip);
      return Promise.resolve();
    };
    const screen = mountApp({
      choice: { screen: 'checkin', place: 'E1' },
      connect: () => office.line('reception/E1'),
      printerAt: () => printSlip,
    });
    await screen.shows('Anliegen:');
    const letters = Array.from(typed[concern] ?? '');
    screen.press(...letters);
    await screen.shows(`▶ ${concern}`);
    screen.press(key.enter);
    await screen.shows('→ Eingabe:');
    screen.press(key.enter);
    await screen.shows(' eingetragen.');
    expect(letters.length + 2).toBeLessThanOrEqual(4);
    const [ticket] = Object.values(office.day.tickets);
    const [visit] = Object.values(office.day.visits);
    expect(ticket?.concern ?? visit?.concern).toBe(concern);
    expect(slips.map(({ number }) => number)).toEqual(ticket ? [ticket.number] : []);
    for (const slip of slips) expect(slipLines(slip).join(' ')).not.toContain(concern);
  },
);

test('before anything is typed the frequent ones come first, so that the first takes two keys', async () => {
  const office = fakeOffice();
  const line = office.line('reception/E1');
  const screen = mountApp({ choice: { screen: 'checkin', place: 'E1' }, connect: () => line });
  await screen.shows('▶ 3.2');
  expect(screen.frame()).toMatch(/3\.2 .*\n.*3\.9 .*\n.*3\.1 .*\n.*3\.4 /);
  screen.press(key.enter);
  await screen.shows('Was trifft zu? 1–9; nichts davon: Eingabe');
  screen.press(key.enter);
  await screen.shows('Nummer E001');
  screen.press(key.ctrl('d'));
  await screen.shows('! Für diesen Empfangsplatz ist kein Drucker eingestellt.');
});

test('the printer is asked again by one key, and one that fails is named without losing the number', async () => {
  const office = fakeOffice();
  let isBroken = true;
  const printed: string[] = [];
  const printSlip = ({ number }: Slip): Promise<void> => {
    if (isBroken) return Promise.reject(new Error('no paper'));
    printed.push(number);
    return Promise.resolve();
  };
  const screen = mountApp(
    {
      choice: { screen: 'checkin', place: 'E1' },
      connect: () => office.line('reception/E1'),
      printerAt: () => printSlip,
    },
    { language: 'en' },
  );
  await screen.shows('Concern:');
  screen.press(key.ctrl('d'));
  await screen.shows('! No number has been given here yet.');
  screen.press(key.enter);
  await screen.shows('Enter: ');
  screen.press(key.enter);
  await screen.shows('! The slip for E001 was not printed.', 'number E001');
  isBroken = false;
  screen.press(key.ctrl('d'));
  await screen.shows('Slip for E001 printed.');
  expect([printed, office.day.waiting]).toEqual([['E001'], ['E001']]);
});
