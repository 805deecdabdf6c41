import { expect, test, vi } from 'vitest';
import { Program } from '../testing/program.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';

vi.setConfig({ testTimeout: 60_000 });

test('places signal from scripts: who signals longest is answered, or who is named', async () => {
  const env = { BEO_DATA: temporaryFolder() };
  const server = Program.start(['server', '--port', '0'], { env });
  await server.until(/^beo listening on ws:/);
  const beo = async (...args: readonly string[]) => Program.run(args, { env });
  const json = async (...args: readonly string[]) =>
    JSON.parse((await beo(...args, '--json')).stdout) as unknown;
  expect((await beo('desk', '1', 'help')).stdout).toBe('Hilfe gerufen · Platz 1\n');
  expect((await beo('desk', '1', 'help')).exitCode).toBe(1);
  expect(await json('desk', '3', 'help')).toEqual({ from: 'desk/3', state: 'helpCalled' });
  expect(await json('desk', '2', 'come')).toEqual({ from: 'desk/1', state: 'helpAnswered' });
  expect(await json('desk', '2', 'end-help', 'desk/3')).toEqual({ from: 'desk/3', state: 'helpEnded' });
  expect(await json('desk', '1', 'end-help')).toEqual({ from: 'desk/1', state: 'helpEnded' });
  expect(await json('checkin', '--place', 'E1', '--ask-zone')).toEqual({
    from: 'reception/E1',
    state: 'zoneAsked',
  });
  expect((await beo('desk', '2', 'answer-no', '--lang', 'en')).stdout).toBe(
    'question answered with no · Reception 1\n',
  );
  expect((await beo('desk', '2', 'answer-yes')).exitCode).toBe(1);
});
