import { Box, Text } from 'ink';
import { useState } from 'react';
import type { Marks } from '../../queue/events.js';
import { bind } from '../parts/bindings.js';
import { CheckList } from '../parts/CheckList.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { checkinKeys } from './keys.js';
import { toggleMark, withTeam, withUrgent, yesNoMarks } from './marks.js';

export interface MarksPageProps {
  readonly title: string;
  readonly marks: Marks;
  readonly rows: number;
  readonly onDone: (marks: Marks) => void;
  readonly onBack: () => void;
}

const teams = ['703', '704'] as const;

/** Marking somebody once more as they are marked would look like an action to take back. */
const areSame = (a: Marks, b: Marks): boolean =>
  (['assisted', 'interpreter', 'confidential', 'urgent', 'team'] as const).every(
    (mark) => a[mark] === b[mark],
  );

/** The marks of somebody who waits already. */
export function MarksPage({ title, marks, rows, onDone, onBack }: MarksPageProps) {
  const { texts, language } = useTerminal();
  const { view } = useStation();
  const [now, setNow] = useState(marks);
  const [chosen, setChosen] = useState<string | null>(null);
  const words = texts.checkin;
  const entries = [
    ...yesNoMarks.map((mark) => ({
      id: mark,
      text: words.keys[mark],
      isOn: now[mark] ?? false,
      after: toggleMark(now, mark),
    })),
    ...teams.map((team) => ({
      id: `team:${team}`,
      text: words.team(team),
      isOn: now.team === team,
      after: withTeam(now, now.team === team ? undefined : team),
    })),
    ...(view.site?.deviationReasons ?? []).map((reason) => ({
      id: `urgent:${reason.code}`,
      text: words.urgentBecause(reason[language]),
      isOn: now.urgent === reason.code,
      after: withUrgent(now, now.urgent === reason.code ? null : reason.code),
    })),
  ];
  useBindings({
    bindings: bind(checkinKeys, words.keys, {
      next: {
        action: () => onDone(now),
        label: words.keepMarks,
        off: () => (areSame(now, marks) ? words.marksUnchanged : null),
      },
      back: onBack,
    }),
  });
  return (
    <Box flexDirection="column">
      <Text bold>{title}</Text>
      <CheckList
        items={entries}
        chosen={chosen}
        onChoose={setChosen}
        onToggle={(id) => {
          setChosen(id);
          setNow(entries.find((entry) => entry.id === id)?.after ?? now);
        }}
        rows={rows - 1}
      />
    </Box>
  );
}
