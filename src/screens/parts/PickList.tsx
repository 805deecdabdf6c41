import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { bind } from './bindings.js';
import { commonKeys } from './commonKeys.js';
import { listWindow } from './listWindow.js';
import { useTerminal } from './ScreenContext.js';
import { useBindings } from './useBindings.js';

/** A row of a list. `id` is what stays chosen when rows come and go. */
export interface PickItem {
  readonly id: string;
  /** One line, already as wide as it should be. */
  readonly text: string;
  /** Said instead of the text in screen-reader mode. */
  readonly spoken?: string;
}

export interface PickListProps {
  readonly items: readonly PickItem[];
  /** Id of the chosen row; the first row if it is not there. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** A digit picks one of the first nine rows at once. Left out: digits do nothing. */
  readonly onPick?: (id: string) => void;
  /** Rows to draw at the most. */
  readonly rows: number;
  /** Shown instead of an empty list. */
  readonly empty: string;
  /** Whether the arrows move in this list. @default true */
  readonly hasFocus?: boolean;
}

/** A list that scrolls inside its box. The chosen row follows its id, not its place. */
export function PickList({ items, chosen, rows, empty, hasFocus = true, ...actions }: PickListProps) {
  const { texts, signs, screenReader } = useTerminal();
  const index = chosenIndex(items, chosen);
  const { from, to } = listWindow(items.length, index, rows);
  const more = items.length - to;
  return (
    <Box flexDirection="column">
      {hasFocus && <ListKeys items={items} index={index} page={Math.max(1, rows - 1)} {...actions} />}
      {items.length === 0 && <Text dimColor>{empty}</Text>}
      {items.slice(from, to).map((item, i) => (
        <Row key={item.id} isChosen={hasFocus && from + i === index}>
          {actions.onPick && `${from + i < 9 ? from + i + 1 : ' '} `}
          {screenReader ? (item.spoken ?? item.text) : item.text}
        </Row>
      ))}
      {items.length > rows && (
        <Text dimColor>
          {more > 0 ? texts.screens.moreBelow(more, signs.more) : texts.screens.moreAbove(from, signs.fewer)}
        </Text>
      )}
    </Box>
  );
}

/** Index of the chosen row, 0 if it is not there. */
export const chosenIndex = (items: readonly PickItem[], chosen: string | null): number =>
  Math.max(
    0,
    items.findIndex(({ id }) => id === chosen),
  );

/** Id of the row that is chosen, or null in an empty list. */
export const chosenId = (items: readonly PickItem[], chosen: string | null): string | null =>
  items[chosenIndex(items, chosen)]?.id ?? null;

function Row({ isChosen, children }: { readonly isChosen: boolean; readonly children: ReactNode }) {
  const { signs, screenReader, texts } = useTerminal();
  const mark = screenReader
    ? isChosen
      ? `${texts.screens.chosen} `
      : ''
    : isChosen
      ? `${signs.chosen} `
      : '  ';
  return (
    <Text wrap="truncate-end" inverse={isChosen && !screenReader}>
      {mark}
      {children}
    </Text>
  );
}

interface ListKeysProps extends Pick<PickListProps, 'items' | 'onChoose' | 'onPick'> {
  readonly index: number;
  readonly page: number;
}

function ListKeys({ items, index, page, onChoose, onPick }: ListKeysProps) {
  const { texts } = useTerminal();
  const moveTo = (place: number) => {
    const item = items[Math.min(Math.max(0, place), items.length - 1)];
    if (item) onChoose(item.id);
  };
  useBindings({
    bindings: [
      ...bind(commonKeys, texts.keys.common, {
        up: () => moveTo(index - 1),
        down: () => moveTo(index + 1),
        pageUp: () => moveTo(index - page),
        pageDown: () => moveTo(index + page),
        // Home and End belong to a text field where there is one; the router asks the list first.
      }),
      ...(onPick && items.length > 0
        ? [
            {
              keys: rowDigits(items.length),
              label: texts.keys.pick,
              quiet: true as const,
              action: (digit: string) => {
                const item = items[Number(digit) - 1];
                if (item) onPick(item.id);
              },
            },
          ]
        : []),
    ],
  });
  return null;
}

/** Names of the digits that stand for the first nine rows. */
export const rowDigits = (count: number): readonly string[] =>
  Array.from({ length: Math.min(9, count) }, (_row, i) => String(i + 1));
