import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expectGolden } from '../testing/golden.js';
import { Program } from '../testing/program.js';
import { protocolSchema, protocolTables } from '../testing/protocolPage.js';
import { exampleSite, startedServer } from '../testing/startedServer.js';
import { RawStation } from '../testing/rawStation.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { wholeDay } from '../testing/wholeDay.js';
import { protocolVersion } from './messages.js';

const docs = new URL('../../docs/', import.meta.url);
const page = new URL('protocol.md', docs);
const start = '<!-- generated -->\n';

describe('the protocol reference', () => {
  test('is what the types and schemas of the code say', () => {
    const [before = ''] = readFileSync(page, 'utf8').split(start);
    expectGolden(`${before}${start}\n${protocolTables()}\n`, page);
  });

  test('has a schema that is too', () => {
    expectGolden(`${JSON.stringify(protocolSchema(), null, 2)}\n`, new URL('protocol.schema.json', docs));
  });

  test('has a schema that takes everything a server sends on a whole day, and no other', async () => {
    const schema = protocolSchema() as z.core.JSONSchema.JSONSchema;
    const whole = z.fromJSONSchema({ ...schema, anyOf: [{ $ref: '#/$defs/ServerMessage' }] });
    const day = await wholeDay(temporaryFolder());
    const sent = Object.values(day.sent).flat();
    expect(new Set(sent.map(({ type }) => type)).size).toBeGreaterThan(5);
    for (const message of sent) expect(whole.safeParse(message).error?.issues ?? []).toEqual([]);
    expect(whole.safeParse({ type: 'board', calls: [] }).success).toBe(false);
  });

  test('names the version of now in its examples', () => {
    expect(readFileSync(page, 'utf8')).toContain(`"protocol":${protocolVersion},`);
    expect(readFileSync(new URL('examples/callBoard.mjs', docs), 'utf8')).toContain(
      `const protocol = ${protocolVersion};`,
    );
  });
});

describe('the example client', () => {
  const file = fileURLToPath(new URL('examples/callBoard.mjs', docs));

  test('shows who is called, and tells the desk so', async () => {
    const server = await startedServer();
    const day = '2015-06-08';
    const board = Program.start([server.url], { file });
    await board.until(/^nobody is called$/);
    const desk = await RawStation.join(server, { role: 'desk', place: '1' });
    const reception = await RawStation.join(server, { role: 'reception', place: 'E1' });
    await reception.ask(day, { type: 'checkIn', concern: '3.7', rule: '3.7/default', identityChecked: true });
    await desk.ask(day, { type: 'call', desk: '1' });
    await board.until(/^E001 Platz 1$/);
    await desk.until(() =>
      desk.received.some((message) => message.type === 'presence' && message.shown.includes('E001')),
    );
    await desk.ask(day, { type: 'finish', desk: '1' });
    await board.until(/^nobody is called$/);
  });

  test('says why it is not let in, and ends', async () => {
    const server = await startedServer({ sites: { a: exampleSite(), b: exampleSite() } });
    const board = await Program.run([server.url], { file });
    expect(board).toMatchObject({ exitCode: 1 });
    expect(board.stderr).toContain('refused: siteMissing');
  });
});
