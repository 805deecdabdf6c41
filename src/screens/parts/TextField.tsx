import { Box, Text, useCursor, type DOMElement } from 'ink';
import { useContext, useRef } from 'react';
import { cutTo, width } from './cells.js';
import { edit, type FieldText } from './fieldEditing.js';
import { HelpContext } from './HelpContext.js';
import { signsOf } from './splitKeys.js';
import { useBindings } from './useBindings.js';
import { useTerminal } from './ScreenContext.js';
import { usePlace } from './usePlace.js';

export interface TextFieldProps {
  readonly label: string;
  readonly text: FieldText;
  readonly onChange: (text: FieldText) => void;
  /** Character cells for the text, without the label. */
  readonly columns: number;
  /** Shown while the field is empty. */
  readonly placeholder?: string;
  /** Whether what is typed goes here. @default true */
  readonly hasFocus?: boolean;
}

/** A field of one line with a real cursor; a longer text scrolls sideways. */
export function TextField({ hasFocus = true, ...props }: TextFieldProps) {
  return hasFocus ? (
    <FocusedField {...props} />
  ) : (
    <Line {...props} shown={cutTo(props.text.value, props.columns)} />
  );
}

function FocusedField(props: Omit<TextFieldProps, 'hasFocus'>) {
  const { text, onChange, columns, label } = props;
  const { screenReader } = useTerminal();
  const { setCursorPosition } = useCursor();
  const box = useRef<DOMElement>(null);
  const place = usePlace(box);
  const help = useContext(HelpContext);
  useBindings({
    bindings: [],
    field: {
      isEmpty: text.value === '',
      take: (keystroke) => {
        const changed = edit(text, keystroke);
        if (changed) onChange(changed);
        return changed !== undefined;
      },
    },
  });
  const { shown, before } = scrolled(text, columns);
  const hasCursor = place !== undefined && !screenReader && !help.isOpen;
  setCursorPosition(hasCursor ? { x: place.x + width(label) + 1 + width(before), y: place.y } : undefined);
  return (
    <Box ref={box}>
      <Line {...props} shown={shown} />
    </Box>
  );
}

function Line({ label, text, placeholder, shown }: TextFieldProps & { readonly shown: string }) {
  return (
    <Text wrap="truncate-end">
      {label} {text.value === '' ? <Text dimColor>{placeholder ?? ''}</Text> : <Text>{shown}</Text>}
    </Text>
  );
}

/** The part of the text that fits, so that the cursor is in it, and what of it stands before the cursor. */
function scrolled({ value, cursor }: FieldText, columns: number): { shown: string; before: string } {
  const signs = signsOf(value);
  let from = 0;
  while (width(signs.slice(from, cursor).join('')) > columns - 1) from += 1;
  return {
    shown: cutTo(signs.slice(from).join(''), columns, ''),
    before: signs.slice(from, cursor).join(''),
  };
}
