import { Box, Spacer, Text, useStdout } from 'ink';
import { useCallback, useEffect } from 'react';
import type { BoardCall } from '../../protocol/messages.js';
import { timeOf } from '../../statistics/calendar.js';
import { cutTo, fit, width } from '../parts/cells.js';
import { lookEveryMs } from '../parts/connectionText.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { useTicking } from '../parts/useTicking.js';
import { displayLayout, type DisplayText } from './displayLayout.js';
import { displayNotice } from './displayNotice.js';
import { useAnnouncements } from './useAnnouncements.js';
import { useFlashing } from './useFlashing.js';

const bell = '\u0007';
/** A smaller terminal, such as an old board, shows the calls and nothing around them. */
const smallest = { columns: 40, rows: 12 };

/** The waiting room: the call that was sounded last, large; every other open call below. Nothing but numbers and places. */
export function DisplayScreen() {
  const { texts, columns, rows, ascii, screenReader, signs } = useTerminal();
  const { line, leave } = useStation();
  const { stdout } = useStdout();
  const { calls, large, announced, announcedAt } = useAnnouncements(line);
  const isFlashing = useFlashing(announced, announcedAt);

  useEffect(() => {
    if (announced > 0) stdout.write(bell);
  }, [announced, stdout]);
  useBindings({
    modal: true,
    bindings: [
      { keys: ['ctrl+c'], label: texts.keys.common.leave, action: leave },
      { keys: ['?'], label: texts.keys.help, action: () => undefined, quiet: true },
    ],
  });

  const call = calls.find(({ number }) => number === large);
  const others = calls.filter(({ number }) => number !== large);
  const isSmall = columns < smallest.columns || rows < smallest.rows;
  const captions = isSmall ? 0 : 2;
  const layout =
    call && !screenReader
      ? displayLayout(textOf(call), others.map(textOf), {
          columns: columns - 2,
          rows: rows - (isSmall ? 1 : 3) - captions,
          style: ascii ? 'ascii' : 'blocks',
          arrow: signs.to,
        })
      : null;
  useTelling(call ? [call, ...others.slice(0, others.length - (layout?.hidden ?? 0))] : []);
  if (screenReader) return <Lines call={call} others={others} />;
  const bar = isFlashing ? (ascii ? '#' : '█').repeat(columns) : ' '.repeat(columns);
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Top />
      {call && layout ? (
        <>
          {!isSmall && <Text>{bar}</Text>}
          <Picture lines={layout.number} columns={columns} inverse={isFlashing} />
          {layout.place.length > 0 && (
            <Picture
              lines={layout.number.length > 1 ? ['', ...layout.place] : layout.place}
              columns={columns}
              inverse={isFlashing}
            />
          )}
          {!isSmall && <Text>{bar}</Text>}
          {captions > 0 && (
            <Box flexDirection="column" alignItems="center" flexShrink={0}>
              {captionsOf(call, texts.display).map((caption) => (
                <Text key={caption} bold wrap="truncate-end">
                  {caption}
                </Text>
              ))}
            </Box>
          )}
          <Spacer />
          <Picture lines={layout.others} columns={columns} inverse={false} />
        </>
      ) : (
        <Box flexDirection="column" flexGrow={1} alignItems="center" justifyContent="center">
          <Text bold>{texts.display.empty.de}</Text>
          <Text>{texts.display.empty.en}</Text>
        </Box>
      )}
    </Box>
  );
}

/** Tells the server what can be read here; again after every board, since a server that was restarted does not know. */
function useTelling(shown: readonly BoardCall[]): void {
  const { line, view } = useStation();
  const { board } = view;
  const numbers = shown.map(({ number }) => number).join();
  useEffect(() => {
    if (board) line.tellShowing(numbers === '' ? [] : numbers.split(','));
  }, [numbers, board, line]);
}

const textOf = ({ number, place, fetched }: BoardCall): DisplayText => ({
  number,
  place: fetched ? '' : place,
});

type DisplayTexts = ReturnType<typeof useTerminal>['texts']['display'];

const captionsOf = ({ place, fetched }: BoardCall, texts: DisplayTexts): readonly string[] =>
  fetched ? [texts.fetched.de, texts.fetched.en] : [texts.goTo.de(place), texts.goTo.en(place)];

/** Site, what is wrong with the connection if anything is, and the time of day. */
function Top() {
  const { columns, signs } = useTerminal();
  const { line, view } = useStation();
  const zone = view.board?.site.zone ?? 'UTC';
  const clock = useTicking(useCallback(() => timeOf(line.now(), zone), [line, zone]));
  const notice = useNotice(false);
  const { board } = view;
  const time = board ? clock : '';
  return (
    <Box width={columns} height={1} flexShrink={0} gap={2} paddingX={1} overflow="hidden">
      <Text wrap="truncate-end">
        {cutTo(board?.site.name ?? '', Math.max(0, columns - width(notice) - 12), signs.cut)}
      </Text>
      <Spacer />
      <Text wrap="truncate-end">{notice}</Text>
      <Box flexShrink={0}>
        <Text bold>{time}</Text>
      </Box>
    </Box>
  );
}

/** What is wrong with the connection; '' while nothing is. */
function useNotice(isSteady: boolean): string {
  const { texts } = useTerminal();
  const { line } = useStation();
  return useTicking(
    useCallback(() => displayNotice(line, texts, isSteady), [line, texts, isSteady]),
    lookEveryMs,
  );
}

interface PictureProps {
  readonly lines: readonly string[];
  readonly columns: number;
  readonly inverse: boolean;
}

/** Lines of a picture, centred; as wide as the terminal, so that an inverted one is a field. */
function Picture({ lines, columns, inverse }: PictureProps) {
  const widest = Math.max(0, ...lines.map((line) => line.length));
  const left = Math.max(0, Math.floor((columns - widest) / 2));
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, i) => (
        // Lines of a picture have no name but their place.
        <Text key={i} bold inverse={inverse} wrap="truncate-end">
          {fit(' '.repeat(left) + line, columns, '')}
        </Text>
      ))}
    </Box>
  );
}

/** For a screen reader: a line a call, the newest first. */
function Lines({
  call,
  others,
}: {
  readonly call: BoardCall | undefined;
  readonly others: readonly BoardCall[];
}) {
  const { texts } = useTerminal();
  const notice = useNotice(true);
  const line = ({ number, place, fetched }: BoardCall): string =>
    `${number} ${fetched ? texts.display.fetched.de : place}`;
  return (
    <Box flexDirection="column">
      {notice !== '' && <Text>{notice}</Text>}
      {call ? <Text>{`${texts.display.newest} ${line(call)}`}</Text> : <Text>{texts.display.empty.de}</Text>}
      {others.map((each) => (
        <Text key={each.number}>{line(each)}</Text>
      ))}
    </Box>
  );
}
