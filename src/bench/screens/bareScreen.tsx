import { Box, render, Text, useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useState } from 'react';

// The limit: the least that a screen in Ink has to do. A line with a clock, a list with a chosen row, a line of keys.

const rowsOfList = 200;
const frameRows = 3;

function BareScreen() {
  const { columns, rows } = useWindowSize();
  const { exit } = useApp();
  const [chosen, setChosen] = useState(0);
  const [typed, setTyped] = useState('');
  const [clock, setClock] = useState(timeNow);
  useEffect(() => {
    const timer = setInterval(() => setClock(timeNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  useInput((input, key) => {
    if (key.downArrow) setChosen(chosen + 1);
    else if (key.upArrow) setChosen(chosen - 1);
    else if (key.backspace || key.delete) setTyped(typed.slice(0, -1));
    else if (key.ctrl && input === 'c') exit();
    else setTyped(typed + input);
  });
  const room = rows - frameRows;
  const from = Math.max(0, Math.min(rowsOfList - room, chosen - Math.floor(room / 2)));
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Text bold>{`bare  ${clock}`}</Text>
      <Text>{`search: ${typed}`}</Text>
      {Array.from({ length: room }, (_, i) => from + i).map((row) => (
        <Text key={row} inverse={row === chosen} wrap="truncate-end">
          {`${row === chosen ? '▶' : ' '} W${String(row + 1).padStart(3, '0')}  a line of the list, as long as one of beo's`}
        </Text>
      ))}
      <Text>
        <Text bold inverse>
          Enter
        </Text>
        {' call  '}
        <Text bold>?</Text> help
      </Text>
    </Box>
  );
}

/** With seconds, as a desk shows how long its visitor is there. */
const timeNow = (): string => new Date().toISOString().slice(11, 19);

process.stdin.setRawMode(true);
await render(<BareScreen />, {
  alternateScreen: true,
  incrementalRendering: true,
  // As beo's screens.
  maxFps: 200,
  exitOnCtrlC: false,
  patchConsole: false,
}).waitUntilExit();
