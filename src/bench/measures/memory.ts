import { helloOf, startBeo } from '../beoServer.js';
import { Child } from '../child.js';
import { Line } from '../line.js';
import type { Measure } from '../measure.js';
import { scriptOf } from '../recording.js';
import { rounds } from '../rounds.js';
import type { Workplace } from '../workplace.js';

const roundCount = 5;
const connections = 3000;

export const memory: Measure = {
  name: 'memory',
  about: `what each of ${connections} idle connections costs the server`,

  async run(workplace) {
    const results = await rounds(roundCount, async () => ({
      beo: await atBeo(workplace),
      limit: await atBare(workplace),
    }));
    return [
      {
        what: `memory of an idle display, ${connections} of them`,
        limitIs: 'bare ws, same greeting',
        unit: 'kB',
        beo: results.map(({ beo }) => beo),
        limit: results.map(({ limit }) => limit),
        must: { atMost: 1.5 },
      },
    ];
  },
};

async function atBeo(workplace: Workplace): Promise<number> {
  const { child, day } = await startBeo(workplace);
  return memoryEach(child, helloOf(day, 'display'));
}

async function atBare(workplace: Workplace): Promise<number> {
  const child = await Child.startBare(workplace);
  await child.tell(scriptOf('2026-01-01', [], 1));
  return memoryEach(child, 'watch');
}

/** kB a connection. One comes and goes first, so that code loaded with it is not counted. */
async function memoryEach(child: Child, greeting: string): Promise<number> {
  (await Line.open(child.url, greeting)).close();
  const before = await child.memory();
  const lines = await Line.openMany(connections, child.url, () => greeting);
  const after = await child.memory();
  for (const line of lines) line.close();
  await child.stop();
  return (after - before) / connections / 1024;
}
