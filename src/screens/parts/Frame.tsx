import { Box, Text } from 'ink';
import { useContext, type ReactNode } from 'react';
import { Footer } from './Footer.js';
import { Help, type HelpNote } from './Help.js';
import { HelpContext } from './HelpContext.js';
import { MessageLine } from './MessageLine.js';
import { useTerminal } from './ScreenContext.js';
import { SignalBand } from '../signals/SignalBand.js';

/** Smallest terminal that the screens of the staff are made for. */
export const smallest = { columns: 80, rows: 24 };

export interface FrameProps {
  readonly header: ReactNode;
  readonly children: ReactNode;
  /** What the help explains beside the keys, such as the meaning of figures. */
  readonly notes?: readonly HelpNote[];
}

/** Header, body, message line, footer: exactly as large as the terminal. The body has `bodyRows(rows)` rows. */
export function Frame({ header, children, notes }: FrameProps) {
  const { columns, rows, texts, screenReader } = useTerminal();
  const help = useContext(HelpContext);
  if (screenReader) {
    return (
      <Box flexDirection="column">
        {header}
        <SignalBand edge="top" />
        <Box flexDirection="column" display={help.isOpen ? 'none' : 'flex'}>
          {children}
        </Box>
        {help.isOpen && <Help notes={notes} />}
        <MessageLine />
        <SignalBand edge="bottom" />
        <Footer />
      </Box>
    );
  }
  const isTooSmall = columns < smallest.columns || rows < smallest.rows;
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      {isTooSmall && (
        <Box width={columns} height={rows} flexShrink={0} alignItems="center" justifyContent="center">
          <Text>{texts.screens.tooSmall({ needed: smallest, actual: { columns, rows } })}</Text>
        </Box>
      )}
      <Box flexDirection="column" flexGrow={1} overflow="hidden" display={isTooSmall ? 'none' : 'flex'}>
        {header}
        <SignalBand edge="top" />
        <Box flexDirection="column" flexGrow={1} overflow="hidden" display={help.isOpen ? 'none' : 'flex'}>
          {children}
        </Box>
        {help.isOpen && (
          <Box flexDirection="column" flexGrow={1} overflow="hidden">
            <Help notes={notes} />
          </Box>
        )}
        <MessageLine />
        <SignalBand edge="bottom" />
        <Footer />
      </Box>
    </Box>
  );
}

/** Rows that a frame leaves for its body. */
export const bodyRows = (rows: number): number => rows - 5;
