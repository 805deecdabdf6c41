import { Box, Text } from 'ink';
import { useTerminal } from '../parts/ScreenContext.js';
import { cutTo, fit, width } from '../parts/cells.js';
import { adviceHint, minimumHint, type Hint } from './adviceText.js';
import type { FiguresNow } from './figuresNow.js';
import type { Scene } from './scene.js';

export interface HintsProps {
  readonly scene: Scene;
  readonly now: FiguresNow;
  /** Which page this is; '' where there is one only. */
  readonly page: string;
}

/** How many desks it takes, and whether the minimum is there: always in the same two lines, quiet where all is well. */
export function Hints({ scene, now: { advice, decision, minimum }, page }: HintsProps) {
  const { columns, signs, screenReader } = useTerminal();
  const advised = advice && adviceHint(scene, advice, decision);
  const staffed = minimum && minimumHint(scene, minimum);
  if (screenReader) {
    return (
      <Box flexDirection="column">
        {advised && <Text>{advised.text}</Text>}
        {staffed && <Text>{staffed.text}</Text>}
      </Box>
    );
  }
  const room = columns - 2;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {advised ? <HintText {...advised} text={cutTo(advised.text, room, signs.cut)} /> : <Text> </Text>}
      <Text wrap="truncate-end">
        {staffed ? (
          <HintText {...staffed} text={fit(staffed.text, room - width(page), signs.cut)} />
        ) : (
          ' '.repeat(room - width(page))
        )}
        <Text dimColor>{page}</Text>
      </Text>
    </Box>
  );
}

const colours = { act: 'red', may: 'yellow' } as const;

function HintText({ tone, text }: Hint) {
  return tone === 'quiet' ? (
    <Text>{text}</Text>
  ) : (
    <Text bold color={colours[tone]}>
      {text}
    </Text>
  );
}
