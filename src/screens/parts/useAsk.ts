import { useRef, useState } from 'react';
import type { Command } from '../../queue/commands.js';
import type { Entry } from '../../queue/events.js';
import { refusalText } from '../../texts/texts.js';
import { useStation, useTerminal } from './ScreenContext.js';

export interface Asking {
  /** An ask is on its way: nothing else is asked meanwhile. */
  readonly isAsking: boolean;
  /** Asks the server; what it refuses is said in the message line. Does nothing while another ask is on its way. */
  readonly ask: (command: Command, onDone: (entry: Entry) => void) => void;
}

/** A server that is well answers sooner; a word that only flashes up is noise. */
const sayAfterMs = 150;

/** Asks one thing after the other. */
export function useAsk(): Asking {
  const { line } = useStation();
  const { say, language, texts } = useTerminal();
  const [isAsking, setIsAsking] = useState(false);
  // Known at once, not only with the next frame: a key may come between the two.
  const isOnItsWay = useRef(false);
  const ask = (command: Command, onDone: (entry: Entry) => void): void => {
    if (isOnItsWay.current) return;
    isOnItsWay.current = true;
    setIsAsking(true);
    void send(command, onDone);
  };
  const send = async (command: Command, onDone: (entry: Entry) => void): Promise<void> => {
    const late = setTimeout(() => say({ tone: 'plain', text: texts.screens.sending }), sayAfterMs);
    const reply = await line.ask(command);
    clearTimeout(late);
    isOnItsWay.current = false;
    setIsAsking(false);
    say(null);
    if (reply.ok) onDone(reply.entry);
    else say({ tone: 'error', text: refusalText(reply.rejection, language) });
  };
  return { isAsking, ask };
}
