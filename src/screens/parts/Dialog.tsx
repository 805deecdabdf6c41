import { Box, Text } from 'ink';
import { useTerminal } from './ScreenContext.js';
import { useBindings } from './useBindings.js';

export interface DialogProps {
  /** The consequence, with its number: "12 Wartende werden entfernt." */
  readonly question: string;
  /** The key that says yes: a letter of the language, never Enter. */
  readonly confirmKey: string;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before what can't be undone. Enter and Esc keep everything as it is. */
export function Dialog({ question, confirmKey, confirmLabel, onConfirm, onCancel }: DialogProps) {
  const { texts, ascii, screenReader } = useTerminal();
  useBindings({
    modal: true,
    bindings: [
      { keys: ['escape', 'enter'], label: texts.keys.cancel, action: onCancel, main: true },
      { keys: [confirmKey], label: confirmLabel, action: onConfirm },
    ],
  });
  const border = screenReader ? {} : { borderStyle: ascii ? ('classic' as const) : ('round' as const) };
  return (
    <Box
      {...border}
      flexDirection="column"
      alignSelf="center"
      marginTop={1}
      paddingX={2}
      paddingY={screenReader ? 0 : 1}
    >
      <Text bold>{question}</Text>
      <Text>{texts.screens.dialogKeys(confirmKey.toUpperCase(), confirmLabel)}</Text>
    </Box>
  );
}
