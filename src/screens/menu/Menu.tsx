import { Box, Text } from 'ink';
import { useEffect, useState } from 'react';
import type { PlaceView } from '../../protocol/messages.js';
import type { Choice, ScreenName } from '../choice.js';
import { bind } from '../parts/bindings.js';
import { lookEveryMs } from '../parts/connectionText.js';
import { Dialog } from '../parts/Dialog.js';
import { Frame, bodyRows } from '../parts/Frame.js';
import { chosenId, PickList, type PickItem } from '../parts/PickList.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { menuKeys } from './keys.js';

export interface MenuProps {
  readonly server: {
    readonly url: string;
    /** This program started it and ends it when it is left. */
    readonly startedHere: boolean;
  };
  readonly places: {
    readonly receptions: readonly PlaceView[];
    readonly desks: readonly PlaceView[];
  };
  /** How many other stations would lose the server if this program ended; 0 if it only found it. */
  readonly othersConnected: () => number;
  readonly onChoose: (choice: Choice) => void;
  readonly onLeave: () => void;
}

/** What `beo` alone shows: four entries, and for two of them which place. */
export function Menu({ server, places, othersConnected, onChoose, onLeave }: MenuProps) {
  const { texts, language, rows } = useTerminal();
  const words = texts.screens.menu;
  const [asked, setAsked] = useState<'checkin' | 'desk' | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [others, setOthers] = useState(0);

  const entries: readonly (PickItem & { readonly id: ScreenName })[] = [
    { id: 'checkin', text: words.reception },
    { id: 'desk', text: words.desk },
    { id: 'statistics', text: words.statistics },
    { id: 'display', text: words.display },
  ];
  const placesOf = (screen: 'checkin' | 'desk') => (screen === 'desk' ? places.desks : places.receptions);
  const items = asked ? placesOf(asked).map((place) => placeItem(place, language, words.room)) : entries;

  const pick = (id: string): void => {
    if (asked) return onChoose({ screen: asked, place: id });
    const entry = entries.find((each) => each.id === id);
    if (!entry) return;
    if (entry.id === 'statistics' || entry.id === 'display') return onChoose({ screen: entry.id });
    const [only, ...more] = placesOf(entry.id);
    if (only && more.length === 0) return onChoose({ screen: entry.id, place: only.id });
    setAsked(entry.id);
    setChosen(null);
  };
  const leave = (): void => {
    const count = othersConnected();
    if (count > 0) setOthers(count);
    else onLeave();
  };
  const isAsking = others > 0;
  // The screen that was left just now may still count; and once nobody is left there is nothing to ask any more.
  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setInterval(() => {
      const count = othersConnected();
      if (count > 0) setOthers(count);
      else onLeave();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isAsking, othersConnected, onLeave]);
  useBindings({
    bindings: bind(menuKeys, texts.screens.menu.keys, {
      open: () => {
        const id = chosenId(items, chosen);
        if (id !== null) pick(id);
      },
      back: asked !== null && (() => setAsked(null)),
      leave,
    }),
  });
  return (
    <Frame header={<Text bold>{` ${texts.screens.program}`}</Text>}>
      <Box flexDirection="column" paddingX={2} paddingY={1}>
        <Text bold>
          {asked === null ? words.title : asked === 'desk' ? words.whichDesk : words.whichReception}
        </Text>
        <Box marginTop={1}>
          <PickList
            items={items}
            chosen={chosen}
            onChoose={setChosen}
            onPick={pick}
            rows={bodyRows(rows) - 8}
            empty={words.none}
          />
        </Box>
        <Box marginTop={1}>
          <Text dimColor>
            {server.startedHere ? words.serverStartedHere(server.url) : words.serverFound(server.url)}
          </Text>
        </Box>
        {others > 0 && (
          <Dialog
            question={words.othersConnected(others)}
            confirmKey={texts.keys.yesKey}
            confirmLabel={words.endServer}
            onConfirm={onLeave}
            onCancel={() => setOthers(0)}
          />
        )}
      </Box>
    </Frame>
  );
}

const placeItem = (
  { id, label, room }: PlaceView,
  language: 'de' | 'en',
  roomText: (room: string) => string,
): PickItem => ({
  id,
  text: [label[language], room && roomText(room)].filter(Boolean).join(', '),
});
