import { expect, onTestFinished, test, vi } from 'vitest';
import type { Board, BoardCall } from '../../protocol/messages.js';
import { textsFor } from '../../texts/texts.js';
import { fakeDisplayLine } from '../../testing/fakeConnection.js';
import { key, mountScreen, type ScreenOptions } from '../../testing/screen.js';
import { bigSentence } from '../parts/bigSentence.js';

const noon = Date.UTC(2015, 5, 8, 10);
const call = (number: string, calledAt = noon, more: Partial<BoardCall> = {}): BoardCall => ({
  number,
  place: `Platz ${Number(number.slice(1)) % 13}`,
  fetched: false,
  calledAt,
  ...more,
});
const boardOf = (...calls: readonly BoardCall[]): Board => ({
  type: 'board',
  site: { id: 'herford', name: 'Jobcenter Herford', zone: 'Europe/Berlin' },
  serverTime: noon,
  calls,
});

function open(board: Board, options: ScreenOptions = {}) {
  let now = noon;
  const line = fakeDisplayLine(board, () => now);
  const screen = mountScreen({ screen: 'display' }, line, options);
  const bells = () => screen.written.filter((text) => text === '\u0007').length;
  const pass = (ms: number) => {
    now += ms;
    line.change({});
  };
  return { line, screen, bells, pass };
}

/** The languages take turns when the test says so. */
function holdTurns(): () => void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  return () => vi.advanceTimersByTime(6000);
}

test('nobody is called: what to do until then, and the time', async () => {
  const { screen } = open(boardOf());
  await screen.shows(
    'Bitte warten Sie, bis Ihre Nummer erscheint.',
    'Please wait until',
    '12:00',
    'Jobcenter Herford',
  );
  expect(screen.size().rows).toBe(24);
});

test('a new call stands large, sounds once, and the desk is told', async () => {
  const { line, screen, bells } = open(boardOf());
  await screen.shows('Bitte warten');
  line.change({ board: boardOf(call('E017')) });
  await screen.shows('Bitte zu Platz 4', 'Please go to Platz 4', '█');
  expect(bells()).toBe(1);
  expect(line.shown.at(-1)).toEqual(['E017']);
  expect(
    screen
      .frame()
      .split('\n')
      .filter((each) => /[█▀▄]/.test(each)).length,
  ).toBeGreaterThanOrEqual(5);
});

test('what was called before the start is shown without a sound', async () => {
  const { line, screen, bells } = open(boardOf(call('E017')));
  await screen.shows('Bitte zu Platz 4');
  expect(bells()).toBe(0);
  expect(line.shown).toEqual([['E017']]);
});

test('several at once: each is announced in its turn, and all are there from the start', async () => {
  const { line, screen, bells, pass } = open(boardOf());
  await screen.shows('Bitte warten');
  line.change({ board: boardOf(...[14, 15, 16].map((i) => call(`E0${i}`, noon + i))) });
  await screen.shows('Bitte zu Platz 1');
  pass(6000);
  await screen.shows('Bitte zu Platz 2');
  pass(6000);
  await screen.shows('Bitte zu Platz 3');
  expect(bells()).toBe(3);
});

test('twelve at once on 80 × 24: none is dropped', async () => {
  const { line, screen } = open(boardOf());
  await screen.shows('Bitte warten');
  const calls = Array.from({ length: 12 }, (_, i) => call(`E0${i + 14}`, noon + i));
  line.change({ board: boardOf(...calls) });
  await screen.shows(
    'Bitte zu Platz 1',
    ...calls.slice(1).map(({ number, place }) => `${number} → ${place}`),
  );
  expect(screen.size()).toEqual({ columns: 80, rows: 24 });
  expect(line.shown.at(-1)).toHaveLength(12);
});

test('a recall sounds again; an answered call goes', async () => {
  const { line, screen, bells, pass } = open(boardOf());
  await screen.shows('Bitte warten');
  line.change({ board: boardOf(call('E017')) });
  await screen.shows('Bitte zu Platz 4');
  pass(7000);
  line.change({ board: boardOf(call('E017', noon + 7000)) });
  await screen.until(() => bells() === 2, 'a second bell');
  line.change({ board: boardOf() });
  await screen.shows('Bitte warten Sie, bis Ihre Nummer erscheint.');
  expect(line.shown.at(-1)).toEqual([]);
});

test('who is fetched reads that, and no place', async () => {
  const { line, screen } = open(boardOf());
  await screen.shows('Bitte warten');
  line.change({ board: boardOf(call('E017', noon, { fetched: true })) });
  await screen.shows('Bitte warten, Sie werden abgeholt.', 'you will be fetched');
  expect(screen.frame()).not.toContain('Platz');
});

test('a cut leaves the last calls and says since when; what came meanwhile sounds once afterwards', async () => {
  const { line, screen, bells } = open(boardOf(call('E017')));
  await screen.shows('Bitte zu Platz 4');
  line.change({ phase: 'lost', lostAt: noon - 60_000 });
  await screen.shows('Verbindung unterbrochen seit 11:59', 'Bitte zu Platz 4');
  line.change({ phase: 'joined', lostAt: null, board: boardOf(call('E017'), call('E018', noon + 5)) });
  await screen.showsNot('unterbrochen');
  await screen.until(() => line.shown.at(-1)?.length === 2, 'both told');
  expect(bells()).toBe(1);
});

test('it runs without a keyboard, and with one only Ctrl+C does anything', async () => {
  const blind = open(boardOf(call('E017')), { keyboard: false });
  await blind.screen.shows('Bitte zu Platz 4');
  const { screen } = open(boardOf(call('E017')));
  await screen.shows('Bitte zu Platz 4');
  screen.press('q', key.enter, '?', key.ctrl('q'), key.tab);
  expect(screen.exits()).toBe(0);
  screen.press(key.ctrl('c'));
  await screen.until(() => screen.exits() === 1, 'the end');
});

test.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 20, rows: 4 },
  { columns: 40, rows: 12 },
])('fills $columns × $rows exactly, also in ASCII', async (size) => {
  for (const ascii of [false, true]) {
    const { screen, line } = open(boardOf(), { ...size, ascii });
    line.change({ board: boardOf(...[14, 15, 16].map((i) => call(`E0${i}`, noon + i))) });
    await screen.until(
      (frame) => frame.split('\n').length === size.rows && !frame.includes('Bitte warten Sie'),
      'calls',
    );
    expect(screen.size().columns).toBeLessThanOrEqual(size.columns);
    if (ascii) expect(screen.frame()).toMatch(/^[\x20-\x7E\n]*$/);
  }
});

test('for a screen reader it is a line a call', async () => {
  const { screen, line } = open(boardOf(), { screenReader: true });
  line.change({ board: boardOf(call('E017'), call('E018', noon + 1)) });
  await screen.shows('Neuester Aufruf: E017 Platz 4', 'E018 Platz 5');
  expect(screen.frame()).not.toMatch(/[█▀▄]/);
});

test('refused for good, it ends, so that whoever started it can say why', async () => {
  const { screen, line } = open(boardOf());
  await screen.shows('Bitte warten');
  line.refuse({ name: 'unknownSite', site: 'x', known: [] });
  await screen.until(() => screen.exits() === 1, 'the end');
});

test('who is fetched reads so in large letters, in one language after the other', async () => {
  const turn = holdTurns();
  const { line, screen } = open(boardOf());
  await screen.shows('Bitte warten');
  line.change({ board: boardOf(call('E017', noon, { fetched: true })) });
  await screen.shows('Sie werden abgeholt');
  const firstRow = (language: 'de' | 'en'): string =>
    bigSentence(textsFor('de').display.large.fetched[language], {
      columns: 78,
      rows: 9,
      style: 'blocks',
    })[0]?.trim() ?? '';
  expect(firstRow('de')).not.toBe('');
  expect(screen.frame()).toContain(firstRow('de'));
  expect(screen.frame()).not.toContain(firstRow('en'));
  turn();
  await screen.shows(firstRow('en'));
});

test('beside the large call it also says who is fetched', async () => {
  const { line, screen } = open(boardOf(), { columns: 60, rows: 14 });
  await screen.shows('Bitte warten');
  line.change({
    board: boardOf(
      call('E014', noon),
      ...[15, 16, 17, 18].map((i) => call(`E0${i}`, noon + i, { fetched: true })),
    ),
  });
  await screen.shows('E018 → wird abgeholt');
});

test('in 40 × 12 the languages take turns', async () => {
  const turn = holdTurns();
  const { screen } = open(boardOf(call('E017')), { columns: 40, rows: 12 });
  await screen.shows('Bitte zu Platz 4');
  expect(screen.frame()).not.toContain('Please');
  turn();
  await screen.shows('Please go to Platz 4');
  expect(screen.frame()).not.toContain('Bitte');
});

test('without a server it says so large, and after a while where it looks', async () => {
  let now = noon;
  const line = fakeDisplayLine(boardOf(), () => now);
  line.change({ phase: 'connecting', board: null, url: 'ws://10.0.0.9:7717', lostAt: noon });
  const screen = mountScreen({ screen: 'display' }, line);
  await screen.shows('Verbindung wird aufgebaut', '█');
  expect(screen.frame()).not.toContain('10.0.0.9');
  now += 3000;
  await screen.shows('Gesucht wird der Server ws://10.0.0.9:7717.');
  line.change({ url: null });
  await screen.shows('Noch läuft kein Server.');
  expect(screen.size().rows).toBe(24);
  line.change({ phase: 'joined', lostAt: null, board: boardOf(call('E017')) });
  await screen.shows('Bitte zu Platz 4');
});

test('on the bare console of Linux: half blocks, and otherwise only ASCII', async () => {
  const { screen } = open(boardOf(call('E017'), call('E018', noon + 1)), { ascii: true, halfBlocks: true });
  await screen.shows('Bitte zu Platz 5');
  expect(screen.frame()).toMatch(/█/);
  expect(screen.frame()).toMatch(/^[\x20-\x7E█▀▄\n]*$/);
});

test('with twelve called at once each is heard to its end before the next, and none that is over', async () => {
  const heard: string[] = [];
  const over: (() => void)[] = [];
  const { line, screen, pass } = open(boardOf(), {
    announce: async ({ number }) => {
      heard.push(number);
      await new Promise<void>((resolve) => over.push(resolve));
    },
  });
  const numberOf = (i: number): string => `E0${i + 14}`;
  const calls = Array.from({ length: 12 }, (_, i) => call(numberOf(i), noon + i));
  await screen.shows('Bitte warten');
  line.change({ board: boardOf(...calls) });
  await screen.until(() => heard.length === 1, 'the first');
  pass(60_000);
  // The second is answered before it was heard, the first while it is.
  line.change({ board: boardOf(...calls.slice(2)) });
  await screen.shows(`Bitte zu ${calls[2]?.place}`);
  expect(heard).toEqual(['E014']);
  for (let i = 2; i < 12; i += 1) {
    over.at(-1)?.();
    await screen.until(() => heard.length === i, numberOf(i));
    pass(6000);
  }
  over.at(-1)?.();
  // A recall is announced again.
  line.change({ board: boardOf({ ...call('E025'), calledAt: noon + 90_000 }) });
  await screen.until(() => heard.length === 12, 'the recall');
  expect(heard).toEqual(['E014', ...calls.slice(2).map(({ number }) => number), 'E025']);
});

test('on the smallest display the site and a lost connection are told whole', async () => {
  const board = boardOf(call('E017'));
  const site = { ...board.site, name: 'Jobcenter Herford (Beispiel)' };
  const { line, screen } = open({ ...board, site }, { columns: 40, rows: 12 });
  await screen.shows(' Jobcenter Herford (Beispiel)     12:00');
  line.change({ phase: 'lost', lostAt: noon });
  await screen.shows('Verbindung unterbrochen  12:00\n');
});
