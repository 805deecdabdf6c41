import { useSyncExternalStore } from 'react';
import type { Connection } from './connection.js';
import type { OfficeView } from './officeView.js';

/** The office as the server has it; the component renders again whenever that changes. */
export function useOffice(connection: Pick<Connection, 'subscribe' | 'getView'>): OfficeView {
  return useSyncExternalStore(connection.subscribe, connection.getView);
}
