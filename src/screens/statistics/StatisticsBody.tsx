import { Box, Text } from 'ink';
import { useState } from 'react';
import type { Command } from '../../queue/commands.js';
import { extraDesksOf } from '../../staffing/adviceNow.js';
import { bind, keyName, type Use } from '../parts/bindings.js';
import { bodyRows } from '../parts/Frame.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { width as widthOf } from '../parts/cells.js';
import { useAsk } from '../parts/useAsk.js';
import { useBindings } from '../parts/useBindings.js';
import { useRefusal } from '../parts/useRefusal.js';
import { allBlocks } from './allBlocks.js';
import { bigFigures, pictureRows, pictureSize } from './bigFigures.js';
import { doneText } from './doneText.js';
import { Figures, gap } from './Figures.js';
import { Hints } from './Hints.js';
import { statisticsKeys } from './keys.js';
import { pagesOf } from './layout.js';
import { LeadChooser } from './LeadChooser.js';
import type { Choosing } from './leadLists.js';
import { nowLine } from './nowLine.js';
import { Picture } from './Picture.js';
import type { Scene } from './scene.js';
import { useFigures } from './useFigures.js';
import { useWeekdaysBefore } from './useWeekdaysBefore.js';

/** Two lines that answer first, one that advises, and one with the staffing and the page. */
const topRows = 4;
/** The answer and the blank line below, over a list to choose from. */
const rowsOverList = 3;
/** From so many columns on there is room for a third block beside two. */
const wide = 150;

export function StatisticsBody({ scene }: { readonly scene: Scene }) {
  const { texts, columns, rows, ascii, signs, say, screenReader } = useTerminal();
  const { isAsking, ask: send } = useAsk();
  const refusal = useRefusal('lead');
  const [choosing, choose] = useState<Choosing | null>(null);
  const [turned, setTurned] = useState(0);
  const words = texts.statistics;

  const { day, site } = scene;
  const now = useFigures(scene, useWeekdaysBefore(day.day));
  const { figures, summary, advice, decision } = now;
  const extraDesks = advice ? extraDesksOf(advice) : 0;
  const columnsOfBlocks = columns < wide ? 2 : 3;
  const width = Math.floor((columns - 2 - gap * (columnsOfBlocks - 1)) / columnsOfBlocks);
  const picture = screenReader || day.closedAt !== null ? null : pictureSize({ columns, rows });
  const room = screenReader
    ? Number.MAX_SAFE_INTEGER
    : bodyRows(rows) - topRows - (picture ? picture.rows + pictureRows : 0);
  const pages = pagesOf(allBlocks(scene, { ...now, width }, room), columnsOfBlocks, room);
  const page = turned % pages.length;

  const ask = (command: Command): void => {
    choose(null);
    send(command, ({ events }) => {
      const text = doneText(scene, events);
      if (text === undefined) return;
      const isForGood = events.some(({ type }) => type === 'ActionUndone' || type === 'DayClosed');
      const undo = words.done.undoHint(keyName('ctrl+z', texts.keys, ascii));
      say({ tone: 'ok', text: isForGood ? text : `${text} ${signs.dash} ${undo}` });
    });
  };
  // Every list leads to something the lead may do as long as the day can still be closed.
  const opens = (next: Choosing, nothing?: string | false): Exclude<Use, () => void> => ({
    action: () => choose(next),
    off: () =>
      (isAsking ? texts.screens.sending : refusal({ type: 'closeDay', force: true })) ?? (nothing || null),
  });
  const hasVisits = summary.visits.total > 0;
  useBindings({
    bindings: bind(statisticsKeys, words.keys, {
      nextPage: pages.length > 1 && (() => setTurned(page + 1)),
      desk: site.desks.length > 0 && opens({ kind: 'desk' }),
      extraDesks: site.desks.length > 0 && {
        ...opens({ kind: 'extraDesks', extraDesks }, extraDesks === 0 && words.choose.noExtraDesks),
        // In the footer as long as an answer is wanted.
        ...(extraDesks === 0 || decision ? { quiet: true } : {}),
      },
      urgent: opens({ kind: 'urgent' }, day.waiting.length === 0 && words.now.nobodyWaits),
      correct: opens({ kind: 'correct' }, !hasVisits && words.choose.noVisits),
      cancel: opens({ kind: 'cancel' }, !hasVisits && words.choose.noVisits),
      closeDay: opens({ kind: 'closeDay' }),
      undo: { action: () => ask({ type: 'undo' }), off: () => refusal({ type: 'undo' }) },
    }),
  });
  const pageText =
    pages.length > 1 ? words.now.page(page + 1, pages.length, keyName('tab', texts.keys, ascii)) : '';
  return (
    <Box flexDirection="column" paddingX={1}>
      <Answer scene={scene} {...nowLine(scene, figures, summary)} />
      {choosing ? (
        <Box marginTop={1} flexDirection="column">
          <LeadChooser
            scene={scene}
            choosing={choosing}
            rows={screenReader ? room : bodyRows(rows) - rowsOverList}
            choose={choose}
            ask={ask}
          />
        </Box>
      ) : (
        <>
          {picture && <Picture figures={bigFigures(scene, now)} size={picture} />}
          <Hints scene={scene} now={now} page={pageText} />
          <Figures page={screenReader ? pages.flat() : (pages[page] ?? [])} width={width} />
        </>
      )}
    </Box>
  );
}

/** What a lead wants to know first: in one line where it fits, else in two. */
function Answer({
  scene,
  people,
  longest,
  isOverTarget,
}: { readonly scene: Scene } & ReturnType<typeof nowLine>) {
  const { columns } = useTerminal();
  const { signs, screenReader } = scene;
  const mark = isOverTarget ? `${signs.error} ` : '';
  const isOneLine = widthOf(people) + widthOf(longest) + mark.length + 5 <= columns - 2;
  const waits = (
    <Text bold {...(isOverTarget ? { color: 'red' as const } : {})}>
      {mark + longest}
    </Text>
  );
  return (
    <Box flexDirection="column" height={screenReader ? undefined : 2} flexShrink={0}>
      <Text bold wrap="truncate-end">
        {people}
        {isOneLine && longest !== '' && ` ${signs.dot} `}
        {isOneLine && waits}
      </Text>
      {!isOneLine && waits}
    </Box>
  );
}
