import { Box, Text } from 'ink';
import { bind } from './bindings.js';
import { width } from './cells.js';
import { checkRows } from './checkRows.js';
import { commonKeys } from './commonKeys.js';
import { chosenIndex, rowDigits } from './PickList.js';
import { useTerminal } from './ScreenContext.js';
import { useBindings } from './useBindings.js';

export interface CheckItem {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
}

export interface CheckListProps {
  readonly items: readonly CheckItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Space on the chosen row, or its digit. */
  readonly onToggle: (id: string) => void;
  /** Rows to draw at the most. */
  readonly rows: number;
}

/** Columns left free at either side of a screen. */
const margin = 1;

/** Rows to tick: the space bar ticks the chosen one, 1 to 9 tick the first nine at once. */
export function CheckList({ items, chosen, onChoose, onToggle, rows }: CheckListProps) {
  const { texts, signs, screenReader, columns } = useTerminal();
  const index = chosenIndex(items, chosen);
  const indent = width(`${signs.chosen} 1 ${signs.on} `);
  // A page that is read out breaks its lines itself.
  const room = screenReader ? Number.MAX_SAFE_INTEGER : columns - 2 * margin - indent;
  const { from, to, lines } = checkRows(
    items.map(({ text }) => text),
    index,
    { columns: room, rows, cutSign: signs.cut },
  );
  const move = (by: number) => {
    const item = items[Math.min(Math.max(0, index + by), items.length - 1)];
    if (item) onChoose(item.id);
  };
  const current = items[index];
  useBindings({
    bindings: [
      ...bind(commonKeys, texts.keys.common, { up: () => move(-1), down: () => move(1) }),
      ...(current
        ? [
            {
              keys: ['space'],
              label: texts.keys.tick,
              quiet: true as const,
              action: () => onToggle(current.id),
            },
          ]
        : []),
      ...(items.length > 0
        ? [
            {
              keys: rowDigits(items.length),
              label: texts.keys.tickRow,
              quiet: true as const,
              action: (digit: string) => {
                const item = items[Number(digit) - 1];
                if (item) onToggle(item.id);
              },
            },
          ]
        : []),
    ],
  });
  return (
    <Box flexDirection="column">
      {items.slice(from, to).map((item, i) => {
        const place = from + i;
        const box = screenReader
          ? item.isOn
            ? texts.screens.ticked
            : texts.screens.notTicked
          : item.isOn
            ? signs.on
            : signs.offBox;
        const start = `${place === index ? signs.chosen : ' '} ${place < 9 ? place + 1 : ' '} ${box} `;
        return (
          <Text key={item.id} wrap="truncate-end" bold={item.isOn}>
            {start + (lines[i] ?? []).join(`\n${' '.repeat(indent)}`)}
          </Text>
        );
      })}
      {to < items.length && <Text dimColor>{texts.screens.moreBelow(items.length - to, signs.more)}</Text>}
    </Box>
  );
}
