import { expect, test, vi } from 'vitest';
import type { Health } from '../server/vitals.js';
import { Program } from '../testing/program.js';
import { startedProgram } from '../testing/startedProgram.js';
import { keys, Terminal } from '../testing/terminal.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { upgradedProgram } from '../testing/upgradedProgram.js';

vi.setConfig({ testTimeout: 60_000 });

/** A server, a desk at which E001 is served, and a display. */
async function office() {
  const store = temporaryFolder();
  const server = await startedProgram(store);
  const env = { BEO_DATA: store };
  const beo = (...args: readonly string[]) => Program.run(args, { env });
  await beo('checkin', '--concern', '3.7', '--identity-checked');
  const desk = Terminal.start(['desk', '1'], { env });
  await desk.until('Platz 1 ist geschlossen');
  await desk.press(keys.enter);
  await desk.until('Platz 1 ist frei');
  await desk.press(keys.enter);
  await desk.until('E001 aufgerufen');
  const display = Terminal.start(['display'], { env });
  await display.until('Bitte zu Platz 1');
  return { store, server, env, desk, display, beo };
}

/** Stops a server as a service manager does, and starts another program on the same store and port. */
async function replaced(
  { store, server }: Awaited<ReturnType<typeof office>>,
  file: string,
): Promise<Program> {
  expect(await server.program.stop()).toMatchObject({ exitCode: 0 });
  const next = Program.start(['server', '--port', new URL(server.url).port], {
    file,
    env: { BEO_DATA: store },
  });
  await next.until(/^beo listening on /);
  return next;
}

test('screens go on by themselves with the server of a newer version, where they were', async () => {
  const before = await office();
  const { desk, display, beo } = before;
  await replaced(before, upgradedProgram({ version: '99.1.0' }));
  const health = await fetch(`${before.server.url.replace('ws', 'http')}/healthz`);
  expect((await health.json()) as Health).toMatchObject({ status: 'ok', version: '99.1.0' });
  await desk.until(
    (text) => !text.includes('getrennt') && text.includes('E001 aufgerufen'),
    'the desk is back',
  );
  await desk.press(keys.enter);
  await desk.until('E001 in Bearbeitung');
  expect((await beo('checkin', '--concern', '3.7', '--identity-checked', '--json')).stdout).toContain('E002');
  await beo('desk', '2', 'call');
  await display.until(
    (text) => text.includes('Bitte zu Platz 2') && !text.includes('unterbrochen'),
    'the display',
  );
});

test('where the newer server speaks another language screens say so, and a display ends to be started anew', async () => {
  const before = await office();
  await replaced(before, upgradedProgram({ version: '99.1.0', protocol: 9999 }));
  const sentence = 'verschiedene Versionen';
  await before.desk.until(sentence);
  await before.desk.press(keys.escape);
  for (const screen of [before.desk, before.display]) {
    expect(await screen.exited).toMatchObject({ exitCode: 1 });
    expect(screen.text()).toContain(sentence);
    expect(screen.alternate).toBe(false);
  }
  expect(await before.beo('desk', '1', 'finish')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining(sentence) as string,
  });
});
