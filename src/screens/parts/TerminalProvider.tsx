import { useStdin, useWindowSize } from 'ink';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { textsFor } from '../../texts/texts.js';
import { HelpContext } from './HelpContext.js';
import { KeyInput } from './KeyInput.js';
import { KeyRouter } from './router.js';
import { TerminalContext, type Message, type Terminal, type TerminalStyle } from './ScreenContext.js';
import { signsFor } from './signs.js';

export interface TerminalProviderProps {
  readonly style: TerminalStyle;
  /** ms; only differences count. */
  readonly now: () => number;
  /** Ctrl+C twice. */
  readonly onInterrupt: () => void;
  readonly children: ReactNode;
}

const messageMs = 8000;

/** Keyboard, size, language and message line for everything below. Mounted once. */
export function TerminalProvider({ style, now, onInterrupt, children }: TerminalProviderProps) {
  const { language, ascii, halfBlocks, screenReader } = style;
  const { columns, rows } = useWindowSize();
  const { isRawModeSupported: hasKeys } = useStdin();
  const [message, say] = useState<Message | null>(null);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const texts = textsFor(language);
  const [router] = useState(
    () =>
      new KeyRouter({
        onAction: () => say(null),
        onOff: (text) => say({ tone: 'error', text }),
        onHelp: () => setHelpIsOpen(true),
        onInterrupt: (again) => {
          if (again) onInterrupt();
          else say({ tone: 'plain', text: textsFor(language).screens.interruptAgain });
        },
      }),
  );
  useEffect(() => {
    if (!message) return undefined;
    const timer = setTimeout(() => say(null), messageMs);
    return () => clearTimeout(timer);
  }, [message]);
  const terminal = useMemo<Terminal>(
    () => ({
      language,
      ascii,
      halfBlocks,
      screenReader,
      texts,
      signs: signsFor(ascii),
      columns,
      rows,
      router,
      message,
      say,
      hasKeys,
    }),
    [language, ascii, halfBlocks, screenReader, texts, columns, rows, router, message, hasKeys],
  );
  const help = useMemo(() => ({ isOpen: helpIsOpen, close: () => setHelpIsOpen(false) }), [helpIsOpen]);
  return (
    <TerminalContext value={terminal}>
      <HelpContext value={help}>
        {children}
        {hasKeys && <KeyInput router={router} now={now} />}
      </HelpContext>
    </TerminalContext>
  );
}
