import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../queue/events.js';
import { readLine, writeLine } from './journalLine.js';

const entry: Entry = {
  seq: 7,
  at: Date.parse('2024-02-29T23:59:59.987Z'),
  by: 'desk/1',
  ask: 'ask-7',
  events: [{ type: 'DeskOpened', desk: '1' }],
};
const line = writeLine(entry).trimEnd();

/** A line of any content with the checksum that belongs to it. */
const summed = (body: string) => `${body.slice(0, -1)},"crc":"${crc32(body).toString(16).padStart(8, '0')}"}`;

describe('a line of the journal', () => {
  test('is read as it was written', () => {
    expect(readLine(line)).toEqual({ entry });
  });

  test.each(['1970-01-01T00:00:00.000Z', '2015-06-08T06:00:00.123Z', '2028-12-31T00:00:00.001Z'])(
    'keeps the instant %s',
    (iso) => {
      const at = Date.parse(iso);
      expect(readLine(writeLine({ ...entry, at }).trimEnd())).toEqual({ entry: { ...entry, at } });
    },
  );

  test('no other byte is taken for the one that was written', () => {
    for (let i = 0; i < line.length; i += 1) {
      for (const other of ['0', 'A', 'f', ' ', '"', '}', '\\', '\u0000']) {
        if (line[i] === other) continue;
        expect(readLine(line.slice(0, i) + other + line.slice(i + 1))).toHaveProperty('problem');
      }
      expect(readLine(line.slice(0, i))).toHaveProperty('problem');
    }
  });

  test.each([
    ['nothing', '', 'notJson'],
    ['text', 'no line', 'notJson'],
    ['a line with something behind it', `${line} `, 'badChecksum'],
    ['a checksum in capitals', line.slice(0, -10) + line.slice(-10).toUpperCase(), 'badChecksum'],
    ['another instant', summed('{"seq":1,"at":"8 June 2015","by":"lead","ask":"a","events":[]}'), 'badShape'],
    ['no instant', summed('{"seq":1,"by":"lead","ask":"a","events":[]}'), 'badShape'],
    ['no events', summed('{"seq":1,"at":"2015-06-08T06:00:00.123Z","by":"lead","ask":"a"}'), 'badShape'],
  ])('%s is refused', (_, wrong, problem) => {
    expect(readLine(wrong)).toEqual({ problem });
  });
});
