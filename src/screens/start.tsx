import { render } from 'ink';
import type { ReactNode } from 'react';
import { App, type AppProps } from './App.js';
import type { Choice } from './choice.js';
import type { Announce } from './display/AnnounceContext.js';
import type { Refusal } from '../protocol/messages.js';
import { everyScreen, loadScreens } from './loadScreens.js';
import type { MenuProps } from './menu/Menu.js';
import { CrashBoundary } from './parts/CrashBoundary.js';
import type { OfficeLine } from './parts/line.js';
import type { TerminalStyle } from './parts/ScreenContext.js';
import { screenStream } from './parts/screenStream.js';
import { TerminalProvider } from './parts/TerminalProvider.js';

export interface TerminalStreams {
  /** @default process.stdin */
  readonly stdin?: NodeJS.ReadStream;
  /** @default process.stdout */
  readonly stdout?: NodeJS.WriteStream;
  /** No colours, and nothing faint. @default false */
  readonly highContrast?: boolean;
}

/**
 * Shows something on the whole terminal until it says it is done; the terminal is then as it was before.
 * @throws what a component, a key or anything else of the program threw, after the terminal has been given back
 */
export async function startScreen(
  style: TerminalStyle,
  screen: (exit: () => void) => ReactNode,
  { stdin = process.stdin, stdout = process.stdout, highContrast = false }: TerminalStreams = {},
): Promise<void> {
  // Ink draws with chalk, which does not know https://no-color.org: colours go, what is bold or inverse stays.
  const noColours = (process.env.NO_COLOR ?? '') !== '';
  // Ink does so only after its first frame: what is typed before would be echoed into it.
  if (stdin.isTTY) stdin.setRawMode(true);
  let exit = (): void => undefined;
  // For what a key, a timer or a promise throws, Node would write its lines into the alternate screen, which then goes away
  // with them.
  const crash = Promise.withResolvers<never>();
  const onCrash = (error: unknown): void => {
    crash.reject(error);
    exit();
  };
  const instance = render(
    <CrashBoundary onCrash={onCrash}>
      <TerminalProvider style={style} now={() => performance.now()} onInterrupt={() => exit()}>
        {screen(() => exit())}
      </TerminalProvider>
    </CrashBoundary>,
    {
      stdin,
      stdout: screenStream(stdout, { ascii: style.ascii, noColours, highContrast }),
      alternateScreen: !style.screenReader,
      incrementalRendering: true,
      // Bursts are drawn once; but what a key does need not wait for the clock's last tick to have been drawn a while ago.
      maxFps: 200,
      interactive: stdout.isTTY,
      exitOnCtrlC: false,
      patchConsole: false,
      isScreenReaderEnabled: style.screenReader,
    },
  );
  exit = () => instance.unmount();
  process.on('uncaughtException', onCrash);
  try {
    await Promise.race([instance.waitUntilExit(), crash.promise]);
  } finally {
    process.off('uncaughtException', onCrash);
  }
}

export interface RunScreenOptions
  extends TerminalStyle, TerminalStreams, Pick<AppProps, 'printerAt' | 'onInstructed'> {
  readonly choice: Choice;
  readonly connection: OfficeLine;
  /** What the display announces with beside the bell. */
  readonly announce?: Announce | null;
}

/** One screen until it is left; the connection is closed then. Returns why the server did not let it stay, or null. */
export async function runScreen({
  choice,
  connection,
  announce = null,
  printerAt,
  onInstructed,
  ...terminal
}: RunScreenOptions): Promise<Refusal | null> {
  await run(
    terminal,
    { choice, connect: () => connection, announce, ...(printerAt ? { printerAt } : {}), onInstructed },
    [connection],
  );
  const { phase, refusal } = connection.view;
  return phase === 'refused' ? refusal : null;
}

export interface RunMenuOptions
  extends
    TerminalStyle,
    TerminalStreams,
    Omit<MenuProps, 'onChoose' | 'onLeave'>,
    Pick<AppProps, 'printerAt' | 'onInstructed'> {
  readonly connect: (choice: Choice) => OfficeLine;
}

/** The menu and the screens it opens, until it is left. Every connection made is closed then. */
export async function runMenu({
  connect,
  server,
  places,
  othersConnected,
  printerAt,
  onInstructed,
  ...terminal
}: RunMenuOptions): Promise<void> {
  const lines: OfficeLine[] = [];
  const connectAndKeep = (choice: Choice): OfficeLine => {
    const line = connect(choice);
    lines.push(line);
    return line;
  };
  await run(
    terminal,
    {
      menu: { server, places, othersConnected },
      connect: connectAndKeep,
      ...(printerAt ? { printerAt } : {}),
      onInstructed,
    },
    lines,
  );
}

async function run(
  { language, ascii, halfBlocks, screenReader, ...streams }: TerminalStyle & TerminalStreams,
  app: Omit<AppProps, 'exit' | 'screens'>,
  lines: readonly OfficeLine[],
): Promise<void> {
  try {
    const style = { language, ascii, halfBlocks, screenReader };
    const screens = await loadScreens(app.choice ? [app.choice.screen] : everyScreen);
    await startScreen(style, (exit) => <App {...app} screens={screens} exit={exit} />, streams);
  } finally {
    for (const line of lines) line.close();
  }
}
