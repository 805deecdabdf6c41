import { Box, Text } from 'ink';
import { useState } from 'react';
import { bind } from '../parts/bindings.js';
import { emptyField } from '../parts/fieldEditing.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { ConcernPick, useHighlighted } from './ConcernPick.js';
import { checkinKeys } from './keys.js';

export interface CorrectionProps {
  readonly title: string;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly onPick: (concern: string) => void;
  readonly onBack: () => void;
}

/** Another concern for somebody who was checked in already. */
export function Correction({ title, size, onPick, onBack }: CorrectionProps) {
  const { texts } = useTerminal();
  const [query, setQuery] = useState(emptyField);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const concern = useHighlighted(query.value, highlighted);
  useBindings({
    bindings: bind(checkinKeys, texts.checkin.keys, {
      next: { action: () => concern !== null && onPick(concern), label: texts.checkin.correctTo },
      back: onBack,
    }),
  });
  return (
    <Box flexDirection="column">
      <Text bold>{title}</Text>
      <ConcernPick
        query={query}
        highlighted={highlighted}
        onType={(text) => {
          setQuery(text);
          setHighlighted(null);
        }}
        onHighlight={setHighlighted}
        size={{ ...size, rows: size.rows - 1 }}
      />
    </Box>
  );
}
