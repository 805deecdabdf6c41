import { Box, Text } from 'ink';
import { useState, type ReactNode } from 'react';
import type { Command } from '../../queue/commands.js';
import { bind } from '../parts/bindings.js';
import { emptyField } from '../parts/fieldEditing.js';
import { chosenId, PickList } from '../parts/PickList.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { TextField } from '../parts/TextField.js';
import { useAsk } from '../parts/useAsk.js';
import { useBindings } from '../parts/useBindings.js';
import { Correction } from './Correction.js';
import { checkinKeys } from './keys.js';
import { MarksPage } from './MarksPage.js';
import { useVisitorText } from './useVisitorText.js';
import { VisitorActions } from './VisitorActions.js';
import { actionsFor, visitorsOf, type VisitorAction } from './visitors.js';

export interface VisitorsPageProps {
  readonly size: { readonly columns: number; readonly rows: number };
  readonly onClose: () => void;
}

/** Which visitor, and what is being done for them. */
interface Opened {
  readonly name: string;
  readonly page: 'actions' | 'correct' | 'marks';
}

/** Everybody for whom the reception may still do something, and what. */
export function VisitorsPage({ size, onClose }: VisitorsPageProps) {
  const { texts, say } = useTerminal();
  const { view } = useStation();
  const { ask } = useAsk();
  const [filter, setFilter] = useState(emptyField);
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const words = texts.checkin;
  const textOf = useVisitorText(size.columns);
  const allOf = useVisitorText(null);
  const visitors = view.day ? visitorsOf(view.day) : [];
  const visitor = visitors.find(({ name }) => name === opened?.name);

  if (!visitor || !opened) {
    const needle = filter.value.trim().toLowerCase();
    const items = visitors
      .filter((each) => allOf(each).toLowerCase().includes(needle))
      .map((each) => ({ id: each.name, text: textOf(each), spoken: allOf(each) }));
    const name = chosenId(items, chosen);
    // The first row is chosen by name too: a visitor booked meanwhile at another counter comes in above it.
    if (chosen === null && name !== null) setChosen(name);
    const open = (): void => {
      if (name !== null) setOpened({ name, page: 'actions' });
    };
    return (
      <Everybody onOpen={open} onClose={onClose}>
        <Text bold>{words.visitorsTitle}</Text>
        <TextField
          label={words.filter}
          text={filter}
          onChange={(text) => {
            setFilter(text);
            setChosen(null);
          }}
          columns={size.columns - words.filter.length - 1}
          placeholder={words.filterPlaceholder}
        />
        <PickList
          items={items}
          chosen={chosen}
          onChoose={setChosen}
          rows={size.rows - 3}
          empty={words.nobodyHere}
        />
      </Everybody>
    );
  }

  const { name } = visitor;
  const title = textOf(visitor);
  const act = (command: Command, sentence: string): void =>
    ask(command, () => {
      say({ tone: 'ok', text: sentence });
      setOpened(null);
      setFilter(emptyField);
    });
  const toActions = (): void => setOpened({ name, page: 'actions' });
  if (opened.page === 'correct') {
    return (
      <Correction
        title={title}
        size={size}
        onBack={toActions}
        onPick={(concern) => act({ type: 'correct', visit: name, concern }, words.corrected(name))}
      />
    );
  }
  if (opened.page === 'marks' && visitor.kind === 'waiting') {
    return (
      <MarksPage
        title={title}
        marks={visitor.ticket.marks}
        rows={size.rows}
        onBack={toActions}
        onDone={(marks) => act({ type: 'mark', number: name, marks }, words.marksKept(name))}
      />
    );
  }
  const run: Readonly<Record<VisitorAction, () => void>> = {
    resume: () => act({ type: 'resume', number: name }, words.resumed(name)),
    left: () => act({ type: 'leave', number: name }, words.hasLeft(name)),
    cancel: () => act({ type: 'cancel', visit: name }, words.hasCancelled(name)),
    correct: () => setOpened({ name, page: 'correct' }),
    marks: () => setOpened({ name, page: 'marks' }),
  };
  return (
    <VisitorActions
      title={allOf(visitor)}
      actions={actionsFor(visitor)}
      onPick={(action) => run[action]()}
      onBack={() => setOpened(null)}
    />
  );
}

interface EverybodyProps {
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Everybody({ onOpen, onClose, children }: EverybodyProps) {
  const { texts } = useTerminal();
  useBindings({
    bindings: bind(checkinKeys, texts.checkin.keys, {
      next: { action: onOpen, label: texts.checkin.openVisitor },
      back: onClose,
      visitors: { action: onClose, label: texts.checkin.closeVisitors },
    }),
  });
  return <Box flexDirection="column">{children}</Box>;
}
