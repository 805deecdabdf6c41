import { Box } from 'ink';
import { useEffect, useState } from 'react';
import type { Command } from '../../queue/commands.js';
import { refusalText } from '../../texts/texts.js';
import { bind, keyName } from '../parts/bindings.js';
import { lookEvery } from '../parts/beat.js';
import { bodyRows } from '../parts/Frame.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { chosenId, type PickItem } from '../parts/PickList.js';
import { useAsk } from '../parts/useAsk.js';
import { useBindings } from '../parts/useBindings.js';
import { useRefusal } from '../parts/useRefusal.js';
import { stillOpen, type Choosing } from './choosing.js';
import { DeskChooser } from './DeskChooser.js';
import { deskUses } from './deskUses.js';
import { doneText } from './doneText.js';
import { emptyDraft, legOf, type Draft } from './draft.js';
import { refusalOf } from './dryRun.js';
import { deskKeys } from './keys.js';
import { LineAndTicket } from './LineAndTicket.js';
import { openTicketOf, type Scene } from './scene.js';
import { isWide, listColumns } from './panes.js';
import { Sentence, topRows } from './Sentence.js';
import { SidePane } from './SidePane.js';
import { useSlow } from './useSlow.js';
import { waitingRows } from './waitingRows.js';
import { whoIsNext } from './whoIsNext.js';

export function DeskBody({ scene }: { readonly scene: Scene }) {
  const { texts, language, columns, rows, ascii, signs, router, say, screenReader } = useTerminal();
  const { line, view } = useStation();
  const { isAsking, ask: send } = useAsk();
  const isSlow = useSlow(isAsking);
  const refusal = useRefusal(`desk/${scene.desk}`);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [asked, setAsked] = useState<Choosing | null>(null);

  const ticket = openTicketOf(scene);
  const leg = ticket && legOf(ticket);
  const draft = (leg !== undefined && drafts[leg]) || emptyDraft;
  const waiting = waitingRows(scene);
  const chosen = chosenTicket(scene, waiting, highlighted);
  const choosing = stillOpen(asked, ticket?.number);

  const whyOff = (command: Command): string | null => {
    if (isAsking && (isSlow || view.phase !== 'joined')) return texts.desk.hints.stillSending;
    if (command.type !== 'finish') return refusal(command);
    // A finish is kept while the line is cut and handed in later.
    const rejection = refusalOf({ ...scene, at: line.now() }, command);
    return rejection && refusalText(rejection, language);
  };
  const ask = (command: Command): void => {
    setAsked(null);
    send(command, ({ events }) => {
      const text = doneText(scene, events);
      if (text === undefined) return;
      const undo = texts.desk.done.undoHint(keyName('ctrl+z', texts.keys, ascii));
      const isUndone = events.some(({ type }) => type === 'ActionUndone');
      say({ tone: 'ok', text: isUndone ? text : `${text} ${signs.dash} ${undo}` });
    });
  };
  const note = (noted: Draft): void => {
    setAsked(null);
    if (leg !== undefined) setDrafts({ ...drafts, [leg]: noted });
  };
  const uses = deskUses({ scene, chosen, draft, whyOff, ask, choose: setAsked, note });
  useBindings({ bindings: bind(deskKeys, texts.desk.keys, uses) });
  // Some keys work, or stop working, after a while: the footer is drawn anew if so, and nothing else.
  useEffect(() => lookEvery(1000, () => router.recheck()), [router]);

  const hasSidePane = isWide(columns) && !screenReader;
  const room = screenReader ? Number.MAX_SAFE_INTEGER : bodyRows(rows) - topRows;
  return (
    <Box flexDirection="column" paddingX={1}>
      <Sentence isSlow={isSlow} />
      <Box gap={2}>
        <Box flexDirection="column" flexGrow={1} width={screenReader ? columns - 2 : listColumns(columns)}>
          {choosing ? (
            <DeskChooser
              scene={scene}
              choosing={choosing}
              draft={draft}
              rows={room}
              choose={setAsked}
              note={note}
              ask={ask}
              onFind={setHighlighted}
            />
          ) : (
            <LineAndTicket
              ticket={ticket}
              draft={draft}
              chosen={chosen}
              onChoose={setHighlighted}
              rows={room}
              isWide={hasSidePane}
            />
          )}
        </Box>
        {hasSidePane && <SidePane scene={scene} rows={room} />}
      </Box>
    </Box>
  );
}

/** The row that was moved to, as long as it is in the line; else the one that is next here. */
function chosenTicket(
  { day, desk, at }: Scene,
  line: readonly PickItem[],
  highlighted: string | null,
): string | null {
  if (line.some(({ id }) => id === highlighted)) return highlighted;
  return chosenId(line, whoIsNext(day, desk, at)?.ticket.number ?? null);
}
