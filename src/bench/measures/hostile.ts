import { writeFile } from 'node:fs/promises';
import { addToken } from '../../server/access.js';
import type { Role } from '../../queue/events.js';
import { settingsFile } from '../../server/store.js';
import { helloOf, ordinaryDay, startBeo } from '../beoServer.js';
import { Child } from '../child.js';
import { askFrame, deskCommand, deskWork } from '../deskWork.js';
import type { Orders } from '../hostile/attacker.js';
import type { Target } from '../hostile/peer.js';
import { Line } from '../line.js';
import type { Measure } from '../measure.js';
import { deskIds, settingsContent, siteId } from '../office.js';
import { rounds } from '../rounds.js';

const roundCount = 7;
const desksAtWork = 4;
const visitorsARound = 150;
/** How long a desk is busy with each step, ms: people work, and so the server is not at its limit by itself. */
const stepMs = 5;
/** Addresses of this machine that the server takes for others. */
const attackers = ['127.0.0.66', '127.0.0.67', '127.0.0.68', '127.0.0.69'];
const other = 'other';

export const hostile: Measure = {
  name: 'hostile',
  about: 'one command of a desk, while hostile clients do all they can and while they do not',

  async run(workplace) {
    const tokens = new Map<string, string>();
    const beo = await startBeo(workplace, ordinaryDay, async (store) => {
      const { sites, ...rest } = settingsContent;
      // The limits that a store begins with, but for desks that work faster than people.
      const network = { messagesPerSecond: 1000 };
      const settings = { ...rest, network, sites: { ...sites, [other]: sites[siteId] } };
      await writeFile(settingsFile(store), JSON.stringify(settings));
      const add = async (name: string, role: Role, site: string, place: string | null = null) => {
        const until = { now: Date.now(), expiresAt: Date.now() + 86_400_000 };
        tokens.set(name, (await addToken(store, { role, site, place }, until)).text);
      };
      for (const desk of deskIds.slice(0, desksAtWork)) await add(desk, 'desk', siteId, desk);
      await add('display', 'display', siteId);
      await add('other', 'lead', other);
    });
    const { day } = beo.day;
    const desks = deskIds.slice(0, desksAtWork);
    const lines: Line[] = [];
    for (const desk of desks) {
      lines.push(await Line.open(beo.url, helloOf(beo.day, 'desk', desk, tokens.get(desk))));
    }
    const attacker = await Child.startAttacker(workplace);
    const captured = askFrame(day, deskCommand('checkIn', desks[0] ?? ''));
    const targets = attackers.map((from): Target => ({
      host: '127.0.0.1',
      port: Number(new URL(beo.url).port),
      from,
      display: tokens.get('display') ?? '',
      otherSite: tokens.get('other') ?? '',
      site: siteId,
      other,
      day,
      captured,
    }));
    const work = () => latencies(lines, desks, day);

    await work();
    let round = 0;
    const results = await rounds(roundCount, async () => {
      round += 1;
      const undisturbed = await work();
      const orders: Orders = { targets, seed: round * 100 };
      await attacker.tell(orders);
      const attacked = await work();
      await attacker.tell('stop');
      return { undisturbed, attacked };
    });
    const finding = (what: string, share: number) => ({
      what: `one command under attack, ${what}`,
      limitIs: 'the same, undisturbed',
      unit: 'ms' as const,
      beo: results.map(({ attacked }) => quantile(attacked, share)),
      limit: results.map(({ undisturbed }) => quantile(undisturbed, share)),
      must: { atMost: 2 },
    });
    return [finding('p50', 0.5), finding('p95', 0.95)];
  },
};

/** ms from sending each command to its answer, of desks that work side by side. */
async function latencies(lines: readonly Line[], desks: readonly string[], day: string): Promise<number[]> {
  const all = lines.map(async (line, i) => {
    const times: number[] = [];
    for (let visitor = 0; visitor < visitorsARound / lines.length; visitor += 1) {
      for (const step of deskWork) {
        const frame = askFrame(day, deskCommand(step, desks[i] ?? ''));
        const begun = performance.now();
        await line.ask(frame);
        times.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, stepMs));
      }
    }
    return times;
  });
  return (await Promise.all(all)).flat();
}

/** The value below which this share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
