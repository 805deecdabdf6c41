import type { Connection } from '../../client/connection.js';

/** What a screen uses of its connection; a test hands in its own. */
export type OfficeLine = Pick<
  Connection,
  'view' | 'getView' | 'subscribe' | 'ask' | 'figures' | 'now' | 'age' | 'tellShowing' | 'takeOver' | 'close'
>;
