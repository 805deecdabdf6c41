import { Box, Spacer, Text, useStdout } from 'ink';
import { useEffect, useMemo } from 'react';
import type { BoardCall, Label } from '../../protocol/messages.js';
import type { Texts } from '../../texts/texts.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { displayLayout, type DisplayText } from './displayLayout.js';
import { Lines } from './Lines.js';
import { Nobody } from './Nobody.js';
import { Picture } from './Picture.js';
import { Captions, captionRows, useTurn } from './Captions.js';
import { smallest, Top, topRows } from './Top.js';
import { useAnnouncements } from './useAnnouncements.js';
import { useFlashing } from './useFlashing.js';

const bell = '\u0007';

/** The waiting room: the call that was sounded last, large; every other open call below. Nothing but numbers and places. */
export function DisplayScreen() {
  const { texts, columns, rows, halfBlocks, screenReader, signs } = useTerminal();
  const { line, leave } = useStation();
  const { stdout } = useStdout();
  const { calls, large, announced, announcedAt } = useAnnouncements(line);
  const flash = useFlashing(announced, announcedAt);
  const turn = useTurn();

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
  const sentence = call?.fetched ? texts.display.large.fetched[turn] : undefined;
  const others = useMemo(() => calls.filter(({ number }) => number !== large), [calls, large]);
  const isSmall = columns < smallest.columns || rows < smallest.rows;
  const bars = isSmall ? 0 : 2;
  const captions = captionRows(rows, isSmall);
  const free = rows - topRows(rows) - bars - captions;
  // Drawing takes longer than everything else, so it is done anew only for something new.
  const layout = useMemo(
    () =>
      call && !screenReader
        ? displayLayout(
            { ...textOf(call, texts.display), ...(sentence === undefined ? {} : { sentence }) },
            others.map((each) => textOf(each, texts.display)),
            {
              columns: columns - 2,
              rows: free,
              style: halfBlocks ? 'blocks' : 'ascii',
              arrow: signs.to,
              hasCaption: captions > 0,
            },
          )
        : null,
    [call, others, sentence, screenReader, texts, columns, free, halfBlocks, signs, captions],
  );
  useTelling(call ? [call, ...others.slice(0, others.length - (layout?.hidden ?? 0))] : []);
  if (screenReader) return <Lines call={call} others={others} />;
  // The bars mark the newest call; where colours and inversion are off they are what flashes. Half a row keeps them from
  // running into the letters.
  const bar = (half: '▀' | '▄') => (flash === 'off' ? ' ' : halfBlocks ? half : '#').repeat(columns);
  const place = layout && layout.place.length > 0 ? layout.place : [];
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Top />
      {call && layout ? (
        <>
          {!isSmall && <Text bold>{bar('▀')}</Text>}
          <Picture lines={layout.number} inverse={flash === 'on'} />
          {place.length > 0 && (
            <Picture lines={layout.number.length > 1 ? ['', ...place] : place} inverse={flash === 'on'} />
          )}
          {!isSmall && <Text bold>{bar('▄')}</Text>}
          {captions > 0 && <Captions texts={captionsOf(call, texts.display)} rows={captions} turn={turn} />}
          <Spacer />
          <Picture lines={layout.others} inverse={false} />
        </>
      ) : (
        <Nobody turn={turn} />
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

const textOf = ({ number, place, fetched }: BoardCall, texts: Texts['display']): DisplayText => ({
  number,
  place: fetched ? texts.fetchedShort : place,
});

const captionsOf = ({ place, fetched }: BoardCall, texts: Texts['display']): Label =>
  fetched ? texts.fetched : { de: texts.goTo.de(place), en: texts.goTo.en(place) };
