import { Box, Text } from 'ink';
import { useState } from 'react';
import type { Texts } from '../../texts/texts.js';
import { checkinKeys } from '../checkin/keys.js';
import { keyNames } from './bindings.js';
import { wrapped } from './cells.js';
import { useTerminal } from './ScreenContext.js';
import { useBindings } from './useBindings.js';

export interface PrivacyPageProps {
  /** What Enter does on the last page. */
  readonly doneLabel: string;
  readonly onDone: () => void;
  /** Esc on the first page; without it Esc does nothing there. */
  readonly onBack?: () => void;
  /** Rows for all of it. */
  readonly rows: number;
}

/** The data-protection instruction (R167), page by page where the terminal is small. */
export function PrivacyPage({ doneLabel, onDone, onBack, rows }: PrivacyPageProps) {
  const { texts, ascii, columns, screenReader } = useTerminal();
  const { privacy } = texts;
  const [turned, setTurned] = useState(0);
  const pages = pagesOf(texts, {
    ascii,
    columns: screenReader ? Infinity : columns - 4,
    rows: screenReader ? Infinity : rows - 2,
  });
  const page = Math.min(turned, pages.length - 1);
  const isLast = page === pages.length - 1;
  const before = page > 0 ? () => setTurned(page - 1) : onBack;
  useBindings({
    modal: true,
    bindings: [
      {
        keys: ['enter', 'pagedown'],
        label: isLast ? doneLabel : privacy.keys.next,
        action: (key) => {
          if (!isLast) setTurned(page + 1);
          else if (key === 'enter') onDone();
        },
        main: true,
      },
      ...(before ? [{ keys: ['escape', 'pageup'], label: privacy.keys.before, action: before }] : []),
    ],
  });
  const count = pages.length > 1 ? ` (${privacy.page(page + 1, pages.length)})` : '';
  return (
    <Box flexDirection="column" paddingX={1}>
      <Box marginBottom={screenReader ? 0 : 1}>
        <Text bold>{`${privacy.title}${count}`}</Text>
      </Box>
      {(pages[page] ?? []).map(({ text, isTitle }, i) => (
        <Text key={i} bold={isTitle}>
          {text === '' ? ' ' : text}
        </Text>
      ))}
    </Box>
  );
}

interface Row {
  readonly text: string;
  readonly isTitle: boolean;
}

/** A section stays together on a page. */
function pagesOf(
  { privacy, keys }: Texts,
  { ascii, columns, rows }: { readonly ascii: boolean; readonly columns: number; readonly rows: number },
): readonly (readonly Row[])[] {
  const row = (text: string, isTitle = false): Row => ({ text, isTitle });
  const sections = privacy.sections({
    cover: keyNames(checkinKeys.blank, keys, ascii),
    undo: keyNames(checkinKeys.undo, keys, ascii),
  });
  const blocks = [
    wrapped(privacy.introduction, columns).map((line) => row(line)),
    ...sections.map(({ title, lines }) => [
      row(title, true),
      ...lines.flatMap((line) =>
        wrapped(line, columns - 2).map((piece, i) => row(`${i === 0 ? '- ' : '  '}${piece}`)),
      ),
    ]),
  ];
  const pages: Row[][] = [];
  for (const block of blocks) {
    const page = pages.at(-1);
    if (page && page.length + 1 + block.length <= rows) page.push(row(''), ...block);
    else pages.push([...block]);
  }
  return pages;
}
