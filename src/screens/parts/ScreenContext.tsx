import { createContext, useContext } from 'react';
import type { OfficeView } from '../../client/officeView.js';
import type { By } from '../../queue/events.js';
import type { Language, Texts } from '../../texts/texts.js';
import type { Slip } from '../../texts/slip.js';
import type { OfficeLine } from './line.js';
import type { KeyRouter } from './router.js';
import type { Signs } from './signs.js';

/** How this terminal is to be written to. */
export interface TerminalStyle {
  readonly language: Language;
  /** Only characters that every terminal has. */
  readonly ascii: boolean;
  /** The half blocks ▀▄█ too, which even the bare console of Linux has. */
  readonly halfBlocks: boolean;
  /** Linear text without borders, clock and large letters. */
  readonly screenReader: boolean;
}

/** A sentence on what just happened. `plain` is no result, only a word. */
export interface Message {
  readonly tone: 'ok' | 'error' | 'plain';
  readonly text: string;
}

/** What every component of a screen may use. */
export interface Terminal extends TerminalStyle {
  readonly texts: Texts;
  readonly signs: Signs;
  /** Character cells. */
  readonly columns: number;
  readonly rows: number;
  readonly router: KeyRouter;
  readonly message: Message | null;
  /** Stays until the next action, or eight seconds. */
  readonly say: (message: Message | null) => void;
  /** Whether keys can be read at all: not when stdin is no terminal. */
  readonly hasKeys: boolean;
}

/** What a screen that is connected may use beside that. */
export interface Station {
  readonly line: OfficeLine;
  readonly view: OfficeView;
  /** Id of the desk or of the reception's place; null for a role without one. */
  readonly place: string | null;
  /** Who asks from here; null for a screen that asks for nothing. */
  readonly by: By | null;
  /** Answers of the entrance zone up to this instant need not be shown any more, ms since the epoch. */
  readonly answersReadAt: number;
  readonly readAnswers: () => void;
  /** Prints a number slip and rejects when that fails; undefined where there is no printer. */
  readonly printSlip: ((slip: Slip) => Promise<void>) | undefined;
  /** Back to the menu, or out. */
  readonly leave: () => void;
}

export const TerminalContext = createContext<Terminal | null>(null);
export const StationContext = createContext<Station | null>(null);

export function useTerminal(): Terminal {
  const terminal = useContext(TerminalContext);
  if (!terminal) throw new Error('outside of <TerminalProvider>');
  return terminal;
}

export function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('outside of <Connected>');
  return station;
}
