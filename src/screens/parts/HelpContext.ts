import { createContext } from 'react';

/** Whether the list of keys lies over the screen. */
export const HelpContext = createContext<{ readonly isOpen: boolean; readonly close: () => void }>({
  isOpen: false,
  close: () => undefined,
});
