import { expect, test } from 'vitest';
import { MovableClock } from '../testing/movableClock.js';
import { jsonLine, lineLog, textLine, type LineLogOptions } from './log.js';

const sentences = { storeUnavailable: 'Der Server kann nicht speichern.' };

function logged(options: Pick<LineLogOptions, 'format' | 'least'>): string[] {
  const lines: string[] = [];
  const clock = new MovableClock('2015-06-08T08:00:00+02:00');
  const log = lineLog({ write: (line) => lines.push(line), clock, ...options });
  log('dayOpened', { site: 'herford', day: '2015-06-08' });
  log('badMessage', { problem: 'site: "x"\u001B[2J\u009B31m' });
  log('storeUnavailable', { site: 'herford', problem: 'ENOSPC: no space' });
  log('stopped');
  return lines;
}

test('a line is one JSON object with time, level, event and fields, and a sentence where there is one', () => {
  const lines = logged({ format: jsonLine(sentences) });
  expect(lines.every((line) => line.endsWith('}\n'))).toBe(true);
  const at = '2015-06-08T06:00:00.000Z';
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { at, level: 'info', event: 'dayOpened', site: 'herford', day: '2015-06-08' },
    { at, level: 'warn', event: 'badMessage', problem: 'site: "x"\u001B[2J\u009B31m' },
    {
      at,
      level: 'error',
      event: 'storeUnavailable',
      message: sentences.storeUnavailable,
      site: 'herford',
      problem: 'ENOSPC: no space',
    },
    { at, level: 'info', event: 'stopped' },
  ]);
});

test('as text a line says what happened, and nothing in it steers the terminal', () => {
  expect(logged({ format: textLine(sentences) }).join('')).toBe(
    [
      '2015-06-08T06:00:00.000Z info  dayOpened [dayOpened site=herford day=2015-06-08]',
      String.raw`2015-06-08T06:00:00.000Z warn  badMessage [badMessage problem="site: \"x\"\u001b[2J\u009b31m"]`,
      '2015-06-08T06:00:00.000Z error Der Server kann nicht speichern. [storeUnavailable site=herford problem="ENOSPC: no space"]',
      '2015-06-08T06:00:00.000Z info  stopped [stopped]',
      '',
    ].join('\n'),
  );
});

test('a level leaves out what is less', () => {
  const events = (least: LineLogOptions['least'] & string) =>
    logged({ least, format: ({ event }) => event }).map((line) => line.trim());
  expect(events('info')).toEqual(['dayOpened', 'badMessage', 'storeUnavailable', 'stopped']);
  expect(events('warn')).toEqual(['badMessage', 'storeUnavailable']);
  expect(events('error')).toEqual(['storeUnavailable']);
});
