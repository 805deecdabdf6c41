import type { Connection } from '../client/connection.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import { startedServer, Station, type StartedServer } from './startedServer.js';

/** A server with one station of each kind at work, and a second desk. */
export interface StaffedServer {
  readonly server: StartedServer;
  readonly reception: Station;
  readonly one: Station;
  readonly two: Station;
  readonly lead: Station;
  readonly display: Station;
}

export async function staffedServer(
  options: Parameters<typeof startedServer>[0] = {},
): Promise<StaffedServer> {
  const server = await startedServer(options);
  const [reception, one, two, lead, display] = await Promise.all([
    Station.join(server, 'reception', 'E1'),
    Station.join(server, 'desk', '1'),
    Station.join(server, 'desk', '2'),
    Station.join(server, 'lead'),
    Station.join(server, 'display'),
  ]);
  return { server, reception, one, two, lead, display };
}

/** Resolves when a client knows what fulfils a condition. */
export function until(connection: Connection, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (condition()) {
      resolve();
      return;
    }
    const stop = connection.subscribe(() => {
      if (!condition()) return;
      stop();
      resolve();
    });
  });
}

/** The numbers on a display, the one that was sounded first first. */
export const numbersOn = ({ view }: Connection): string[] =>
  (view.board?.calls ?? []).map(({ number }) => number);

/** The daily figures of a period, as the lead is told them. */
export async function figuresFor(lead: Station, from: string, to = from): Promise<readonly DailyFigures[]> {
  const days = await lead.connection.figures(from, to);
  if ('rejection' in days) throw new Error(days.rejection.name);
  return days;
}
