import { statfs, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import packageJson from '../../package.json' with { type: 'json' };
import { protocolVersion } from '../protocol/messages.js';
import { journalFile } from './journal.js';
import type { Measurements } from './measurements.js';
import { exposition, metricsType, type Metric, type Sample } from './metrics.js';
import type { Observers } from './observers.js';
import type { Site } from './site.js';

export interface VitalsOptions {
  readonly store: string;
  readonly sites: ReadonlyMap<string, Site>;
  readonly observers: Observers;
  readonly measurements: Measurements;
  /** How many stations of each role are connected; `none` have not said who they are. */
  readonly connections: () => Readonly<Record<string, number>>;
  readonly isStopping: () => boolean;
}

/** What `/healthz` answers: 200 with `ok`, 503 with anything else. */
export interface Health {
  readonly status: 'ok' | 'storeUnavailable' | 'stopping';
  readonly version: string;
  readonly protocol: number;
  readonly sites: Readonly<
    Record<string, { readonly day: string; readonly seq: number; readonly storing: boolean }>
  >;
}

/**
 * How the server is, for whoever looks after the machine: `/healthz` and `/metrics` on the server's own port.
 * No figure is of one concern, place or person: what it counts, everybody in the waiting room sees.
 */
export class Vitals {
  readonly #options: VitalsOptions;

  constructor(options: VitalsOptions) {
    this.#options = options;
  }

  /** Answers a request that wants no WebSocket. */
  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const known = path === '/healthz' || path === '/metrics';
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!known) end(response, 426);
    else if (!this.#options.observers.mayLook(request)) end(response, 403);
    else if (!isReading) end(response, 405, { allow: 'GET, HEAD' });
    else if (path === '/healthz') this.#tellHealth(response);
    else void this.#tellMetrics(response);
  };

  get health(): Health {
    const { sites, isStopping } = this.#options;
    const told = [...sites].map(([id, { shown, availability }]) => {
      return [id, { day: shown.day, seq: shown.seq, storing: availability.isStoring }] as const;
    });
    const storing = told.every(([, site]) => site.storing);
    return {
      status: isStopping() ? 'stopping' : storing ? 'ok' : 'storeUnavailable',
      version: packageJson.version,
      protocol: protocolVersion,
      sites: Object.fromEntries(told),
    };
  }

  #tellHealth(response: ServerResponse): void {
    const { health } = this;
    const code = health.status === 'ok' ? 200 : 503;
    end(response, code, { 'content-type': 'application/json' }, `${JSON.stringify(health)}\n`);
  }

  async #tellMetrics(response: ServerResponse): Promise<void> {
    const metrics = [...this.#options.measurements.metrics, ...(await this.#gauges())];
    end(response, 200, { 'content-type': metricsType }, exposition(metrics));
  }

  async #gauges(): Promise<Metric[]> {
    const { store, sites, connections } = this.#options;
    const { version, protocol } = this.health;
    const each = [...sites];
    const perSite = (valueOf: (site: Site) => number): Sample[] =>
      each.map(([site, of]) => ({ labels: { site }, value: valueOf(of) }));
    const bytes = await Promise.all(
      each.map(async ([site, { shown }]) => ({
        labels: { site },
        value: (await stat(journalFile(store, site, shown.day)).catch(() => undefined))?.size ?? 0,
      })),
    );
    const room = await statfs(store).catch(() => undefined);
    const cpu = process.cpuUsage();
    return [
      gauge('beo_build_info', 'Always 1; what runs stands in the labels.', [
        { labels: { version, protocol: String(protocol), node: process.versions.node }, value: 1 },
      ]),
      gauge(
        'beo_connections',
        'Connections by role; none: not yet said.',
        Object.entries(connections()).map(([role, value]) => ({ labels: { role }, value })),
      ),
      gauge('beo_tickets', 'Tickets of the open day by state.', each.flatMap(ticketsByState)),
      gauge(
        'beo_day_entries',
        'Entries of the open day.',
        perSite(({ shown }) => shown.seq),
      ),
      gauge('beo_journal_bytes', "Size of the open day's journal.", bytes),
      gauge(
        'beo_store_available',
        '1 as long as asks can be stored, 0 from the first that could not until there is room again.',
        perSite(({ availability }) => (availability.isStoring ? 1 : 0)),
      ),
      gauge(
        'beo_store_free_bytes',
        "Room on the store's disk.",
        room ? [{ value: room.bavail * room.bsize }] : [],
      ),
      gauge('process_resident_memory_bytes', 'Memory in use.', [{ value: process.memoryUsage.rss() }]),
      gauge('process_start_time_seconds', 'Start of the process since the epoch.', [
        { value: performance.timeOrigin / 1000 },
      ]),
      {
        name: 'process_cpu_seconds_total',
        type: 'counter',
        help: 'User and system CPU time.',
        samples: [{ value: (cpu.user + cpu.system) / 1e6 }],
      },
    ];
  }
}

const ticketStates = ['waiting', 'called', 'inService', 'parked', 'missed', 'ended'] as const;

function ticketsByState([site, { shown }]: readonly [string, Site]): Sample[] {
  const counts = Object.fromEntries(ticketStates.map((state) => [state, 0]));
  for (const { state } of Object.values(shown.tickets)) counts[state] = (counts[state] ?? 0) + 1;
  return Object.entries(counts).map(([state, value]) => ({ labels: { site, state }, value }));
}

const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  type: 'gauge',
  help,
  samples,
});

function end(
  response: ServerResponse,
  code: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): void {
  response.writeHead(code, { connection: 'close', 'cache-control': 'no-store', ...headers }).end(body);
}
