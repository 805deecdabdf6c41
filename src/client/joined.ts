import type { Refusal } from '../protocol/messages.js';
import type { Connection } from './connection.js';

/** Resolves when the server has let the client in, or with the reason why it has not. */
export function joined(connection: Connection): Promise<{ readonly refusal: Refusal | null }> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const { phase, refusal } = connection.view;
      if (phase !== 'joined' && phase !== 'refused') return false;
      resolve({ refusal });
      return true;
    };
    if (look()) return;
    const stop = connection.subscribe(() => {
      if (look()) stop();
    });
  });
}
