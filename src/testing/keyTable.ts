import { textsFor, type Language } from '../texts/texts.js';
import { checkinKeys } from '../screens/checkin/keys.js';
import { deskKeys } from '../screens/desk/keys.js';
import { menuKeys } from '../screens/menu/keys.js';
import { keyNames, type KeyList } from '../screens/parts/bindings.js';
import { commonKeys } from '../screens/parts/commonKeys.js';
import { signalKeys } from '../screens/signals/keys.js';
import { statisticsKeys } from '../screens/statistics/keys.js';

export interface KeyRow {
  /** As written on the keyboard. */
  readonly keys: string;
  readonly does: string;
}

/** Screens with keys of their own; the display has none. */
export const keyTableScreens = ['menu', 'checkin', 'desk', 'statistics'] as const;

type Labels = Readonly<Record<string, string>>;

/** Every key of a screen, for docs/keys.md and the handbook; the same lists that the screens work by. */
export function keyTable(screen: (typeof keyTableScreens)[number], language: Language): readonly KeyRow[] {
  const texts = textsFor(language);
  const tables: Readonly<Record<typeof screen, readonly [KeyList, Labels]>> = {
    menu: [menuKeys, texts.screens.menu.keys],
    checkin: [checkinKeys, texts.checkin.keys],
    desk: [deskKeys, texts.desk.keys],
    statistics: [statisticsKeys, texts.statistics.keys],
  };
  const [list, labels] = tables[screen];
  const rowsOf = (keys: KeyList, words: Labels): KeyRow[] =>
    Object.entries(keys).map(([name, entry]) => ({
      keys: keyNames(entry, texts.keys),
      does: words[name] ?? name,
    }));
  return screen === 'menu'
    ? rowsOf(list, labels)
    : [
        ...rowsOf(list, labels),
        ...rowsOf(signalKeysOf(screen), texts.signals.keys),
        ...rowsOf(commonKeys, texts.keys.common),
      ];
}

/** Only a reception asks the zone, only the others answer. */
function signalKeysOf(screen: (typeof keyTableScreens)[number]): KeyList {
  const { ask, yes, no, ...everybody } = signalKeys;
  return screen === 'checkin' ? { ...everybody, ask } : { ...everybody, yes, no };
}
