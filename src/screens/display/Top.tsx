import { Box, Spacer, Text } from 'ink';
import { useCallback, useMemo } from 'react';
import { timeOf } from '../../statistics/calendar.js';
import { bigText, bigTextCells } from '../parts/bigText.js';
import { cutTo, width } from '../parts/cells.js';
import { lookEveryMs } from '../parts/connectionText.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useTicking } from '../parts/useTicking.js';
import { displayNotice } from './displayNotice.js';

/** A smaller terminal, such as an old board, shows the calls and nothing around them. */
export const smallest = { columns: 40, rows: 12 };

/** A terminal with many rows has small letters: from so many on, the time and a notice are drawn large, in this part of them. */
const large = { from: 36, part: 1 / 12 };

/** Rows that the top takes. */
export const topRows = (rows: number): number => (rows < large.from ? 1 : Math.floor(rows * large.part));

/** Blanks between what stands beside each other. */
const gap = 2;

/** Site, what is wrong with the connection if anything is, and the time of day. */
export function Top() {
  const { columns, rows, signs } = useTerminal();
  const { line, view } = useStation();
  const { board } = view;
  const zone = board?.site.zone ?? 'UTC';
  const clock = useTicking(useCallback(() => timeOf(line.now(), zone), [line, zone]));
  const time = board ? clock : '';
  const high = topRows(rows);
  // Beside it stands the time, and on a low terminal two blanks before it and a margin.
  const noticeColumns = high > 1 ? Number.MAX_SAFE_INTEGER : columns - 2 - width(time) - gap;
  const told = useNotice(false, noticeColumns);
  // While there is no board, all of the screen says so.
  const notice = board ? told : '';
  const free = columns - 2 - 2 * high - width(time) * 2 * high;
  if (high > 1) {
    return (
      <Box width={columns} height={high} flexShrink={0} paddingX={1} overflow="hidden">
        <Large text={notice} columns={free} rows={high} />
        {notice === '' && <Text wrap="truncate-end">{board?.site.name ?? ''}</Text>}
        <Spacer />
        <Large text={time} columns={columns - 2} rows={high} />
      </Box>
    );
  }
  const right = [notice, time].filter((text) => text !== '').join(' '.repeat(gap));
  const site = board?.site.name ?? '';
  const room = Math.max(0, columns - 2 - width(right) - gap);
  return (
    <Box width={columns} height={1} flexShrink={0} paddingX={1} overflow="hidden">
      {(notice === '' || width(site) <= room) && <Text>{cutTo(site, room, signs.cut)}</Text>}
      <Spacer />
      <Text bold wrap="truncate-end">
        {right}
      </Text>
    </Box>
  );
}

interface LargeProps {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** The text in large letters, or plain where they do not fit. */
function Large({ text, columns, rows }: LargeProps) {
  const { halfBlocks } = useTerminal();
  const lines = useMemo(() => {
    const size = { columns, rows, style: halfBlocks ? 'blocks' : 'ascii' } as const;
    return bigTextCells(text, size) ? bigText(text, size) : [text];
  }, [text, columns, rows, halfBlocks]);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, i) => (
        // Lines of a picture have no name but their place.
        <Text key={i} bold wrap="truncate-end">
          {line}
        </Text>
      ))}
    </Box>
  );
}

/** What is wrong with the connection; '' while nothing is. */
export function useNotice(isSteady: boolean, columns?: number): string {
  const { texts } = useTerminal();
  const { line } = useStation();
  return useTicking(
    useCallback(() => displayNotice(line, texts, isSteady, columns), [line, texts, isSteady, columns]),
    lookEveryMs,
  );
}
