import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localClock } from '../statistics/calendar.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { recordColumns } from '../statistics/recordLine.js';
import { readRecordsFile, type RecordsFileOptions } from './recordsFile.js';

const header = 'arrived_at,called_at,finished_at,ended,concern,desk';
const served = '2015-06-08T08:00:00,2015-06-08T08:05:00,2015-06-08T08:15:00,served,3.2,1';
const left = '2015-06-08T08:10:00,,2015-06-08T08:20:00,left,3.4,';

function read(content: string | Buffer, options: Partial<RecordsFileOptions> = {}) {
  const file = join(temporaryFolder(), 'records.csv');
  writeFileSync(file, content);
  return readRecordsFile(file, {
    clock: localClock('Europe/Berlin'),
    isKnown: (concern) => /^3\.\d$/.test(concern),
    acceptConcerns: false,
    ...options,
  });
}

const linesOf = (...lines: readonly string[]): string => `${[header, ...lines].join('\n')}\n`;

const plain = linesOf(served, left);

describe('a file of records', () => {
  test('is read to its end', async () => {
    const { records, ...rest } = await read(plain);
    expect(records).toEqual([
      {
        arrivedAt: Date.parse('2015-06-08T08:00:00+02:00'),
        calledAt: Date.parse('2015-06-08T08:05:00+02:00'),
        finishedAt: Date.parse('2015-06-08T08:15:00+02:00'),
        concern: '3.2',
        desk: '1',
      },
      {
        arrivedAt: Date.parse('2015-06-08T08:10:00+02:00'),
        calledAt: null,
        finishedAt: Date.parse('2015-06-08T08:20:00+02:00'),
        concern: '3.4',
        desk: null,
      },
    ]);
    expect(rest).toEqual({
      lines: 2,
      badLines: [],
      bad: 0,
      ambiguousTimes: 0,
      outOfOrder: 0,
      newConcerns: [],
    });
  });

  test.each<[string, string | Buffer]>([
    ['a mark of its encoding', `\uFEFF${plain}`],
    ['lines as Windows ends them', plain.replaceAll('\n', '\r\n')],
    ['no end of the last line', plain.trimEnd()],
    ['empty lines', plain.replaceAll('\n', '\n\n')],
    ['semicolons', plain.replaceAll(',', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['quotes', plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ['quotes and semicolons', plain.replaceAll(/[^,\n]+/g, '"$&"').replaceAll(',', ';')],
    ['spaces', plain.replaceAll(',', ' , ')],
    ['its columns in another order', plain.replaceAll(/^([^,]*),(.*),([^,]*)$/gm, '$3,$2,$1')],
    ['its columns in capitals', plain.replace(header, header.toUpperCase())],
    ['UTF-16, as spreadsheets write it', Buffer.from(`\uFEFF${plain.replaceAll(',', '\t')}`, 'utf16le')],
    ["a spreadsheet's times", plain.replaceAll(/2015-06-08T(\d\d:\d\d):00/g, '08.06.2015 $1')],
  ])('may have %s', async (_, content) => {
    expect(await read(content)).toEqual(await read(plain));
  });

  test.each([
    ['arrived_at,called_at,ended,concern\n', ['finished_at', 'desk'], [], []],
    [`${header},name\n`, [], ['name'], []],
    [`${header},desk\n`, [], [], ['desk']],
    ['', recordColumns, [], []],
    [`${served}\n`, recordColumns, served.split(','), []],
  ])('says of the header %o what is wrong', async (content, missing, unknown, repeated) => {
    await expect(read(content)).rejects.toMatchObject({ name: 'BadHeader', missing, unknown, repeated });
  });

  test('that is not there, or is a folder, is an error of the system', async () => {
    const folder = temporaryFolder();
    const options = { clock: localClock('UTC'), isKnown: () => true, acceptConcerns: false };
    await expect(readRecordsFile(join(folder, 'none.csv'), options)).rejects.toMatchObject({
      code: 'ENOENT',
    });
    await expect(readRecordsFile(folder, options)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  test('tells how far it is', async () => {
    const told: number[] = [];
    const many = linesOf(...Array.from({ length: 2500 }, () => served));
    await read(many, { onProgress: (share, records) => told.push(share, records) });
    expect(told).toEqual([expect.any(Number), 1000, expect.any(Number), 2000]);
    expect(Math.max(...told.filter((_, i) => i % 2 === 0))).toBeLessThanOrEqual(1);
  });
});

describe('bad lines', () => {
  test('are named with their number and what is wrong, and no record is left', async () => {
    const read1 = await read(
      linesOf(
        served,
        'x,,,served,3.2,1',
        left,
        served.replace('served', 'gone'),
        'too,few',
        left.replace('3.4', '9\u001B[2J'),
      ),
    );
    expect(read1).toMatchObject({ lines: 6, bad: 4, records: [] });
    expect(read1.badLines).toEqual([
      { line: 3, problem: 'servedWithoutCall', column: 'called_at', value: '' },
      { line: 5, problem: 'unknownEnded', column: 'ended', value: 'gone' },
      { line: 6, problem: 'fieldCount', value: '2' },
      { line: 7, problem: 'badConcern', column: 'concern', value: '9?[2J' },
    ]);
  });

  test('count right behind a record of several lines', async () => {
    const { badLines } = await read(linesOf(served.replace(',1', ',"1\n2"'), 'x'));
    expect(badLines).toMatchObject([{ line: 4, problem: 'fieldCount' }]);
  });

  test('are named up to a number and counted', async () => {
    const { badLines, bad } = await read(linesOf(...Array.from({ length: 300 }, () => 'x')));
    expect(badLines).toHaveLength(20);
    expect(bad).toBe(300);
  });

  test('may have quotes in the wrong place', async () => {
    const quoted = (line: string) => line.replace('3.2', '3"2');
    expect(await read(linesOf(served, quoted(served), left, quoted(served), 'x'))).toMatchObject({
      bad: 3,
      badLines: [
        { line: 3, problem: 'badQuote' },
        { line: 5, problem: 'badQuote' },
        { line: 6, problem: 'fieldCount' },
      ],
    });
    const open = { line: 3, problem: 'badQuote' };
    expect((await read(linesOf(served, `"${served}`, left))).badLines).toEqual([open]);
    expect((await read(linesOf(served, `"${'x'.repeat(100_000)}`))).badLines[0]).toEqual(open);
    expect((await read('"')).badLines).toEqual([{ line: 1, problem: 'badQuote' }]);
  });
});

describe('concerns that the catalogue lacks', () => {
  const lines = linesOf(
    served.replace('3.2', 'PS'),
    served,
    left.replace('3.4', 'TT'),
    served.replace('3.2', 'PS'),
  );

  test('are refused once each', async () => {
    expect(await read(lines)).toMatchObject({
      bad: 3,
      records: [],
      badLines: [
        { line: 2, problem: 'unknownConcern', value: 'PS', lines: 2 },
        { line: 4, problem: 'unknownConcern', value: 'TT', lines: 1 },
      ],
    });
  });

  test('are taken when told, and named', async () => {
    const { records, bad, newConcerns } = await read(lines, { acceptConcerns: true });
    expect({ bad, newConcerns, n: records.length }).toEqual({ bad: 0, newConcerns: ['PS', 'TT'], n: 4 });
  });

  test('are none where there are as many as visitors', async () => {
    const all = Array.from({ length: 250 }, (_, i) => served.replace('3.2', `BG${i}`));
    const { bad, badLines } = await read(linesOf(...all), { acceptConcerns: true });
    expect(bad).toBe(50);
    expect(badLines[0]).toMatchObject({ line: 202, problem: 'tooManyConcerns', value: 'BG200' });
  });
});
