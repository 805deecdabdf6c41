import { Box, Text } from 'ink';
import { useContext, useState } from 'react';
import { keyNames, type Binding } from './bindings.js';
import { fit, wrapped } from './cells.js';
import { HelpContext } from './HelpContext.js';
import { PrivacyPage } from './PrivacyPage.js';
import { useBindings } from './useBindings.js';
import { useTerminal } from './ScreenContext.js';

/** Something else than a key that a screen explains. */
export interface HelpNote {
  /** Empty: the text goes on from the line before. */
  readonly name: string;
  /** One line of at most 52 columns. */
  readonly text: string;
}

export interface HelpProps {
  /** Shown below the keys. */
  readonly notes?: readonly HelpNote[] | undefined;
}

const nameColumns = 24;

/** What can be pressed now comes first. */
const rank = ({ off, quiet }: Binding): number =>
  2 * Number((off?.() ?? null) !== null) + Number(quiet ?? false);

/** Every key of the screen with what it does, also those that are off, with the reason. */
export function Help({ notes = [] }: HelpProps) {
  const { router, texts, ascii, columns, rows, signs, screenReader } = useTerminal();
  const help = useContext(HelpContext);
  const [bindings] = useState(router.bindings);
  const [top, setTop] = useState(0);
  const [showsPrivacy, setShowsPrivacy] = useState(false);
  const room = Math.max(1, rows - 6);
  const keys = bindings
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((binding) => {
      const reason = binding.off?.() ?? null;
      const text = reason === null ? binding.label : `${binding.label} ${signs.dash} ${reason}`;
      const pieces = screenReader ? [text] : wrapped(text, columns - nameColumns - 3);
      const name = keyNames(binding, texts.keys, ascii);
      return pieces.map((piece, i) => ({ name: i === 0 ? name : '', text: piece, isOff: reason !== null }));
    });
  const lines = [...keys, ...notes.map((note) => ({ ...note, isOff: false }))];
  // Where not all fit, one row is left for how many more there are.
  const page = lines.length > room ? Math.max(1, room - 1) : lines.length;
  const last = lines.length - page;
  const from = Math.min(top, last);
  const below = last - from;
  const scroll = (by: number) => setTop(Math.max(0, Math.min(last, from + by)));
  useBindings({
    modal: true,
    bindings: [
      { keys: ['escape', '?', 'enter', 'space'], label: texts.keys.closeHelp, action: help.close },
      { keys: ['d'], label: texts.privacy.open, action: () => setShowsPrivacy(true) },
      { keys: ['down', 'pagedown'], label: texts.keys.common.down, action: () => scroll(page), quiet: true },
      { keys: ['up', 'pageup'], label: texts.keys.common.up, action: () => scroll(-page), quiet: true },
    ],
  });
  if (showsPrivacy) {
    const close = () => setShowsPrivacy(false);
    return (
      <PrivacyPage doneLabel={texts.privacy.keys.before} onDone={close} onBack={close} rows={room + 1} />
    );
  }
  return (
    <Box flexDirection="column" paddingX={1}>
      <Text bold>{texts.keys.helpTitle}</Text>
      {lines.slice(from, from + page).map(({ name, text, isOff }, i) => (
        <Text key={from + i} dimColor={isOff} wrap="truncate-end">
          <Text bold>{fit(name, nameColumns)}</Text> {text}
        </Text>
      ))}
      {last > 0 && (
        <Text dimColor>
          {below > 0
            ? texts.screens.moreBelow(below, signs.more)
            : texts.screens.moreAbove(from, signs.fewer)}
        </Text>
      )}
    </Box>
  );
}
