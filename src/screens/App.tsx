import { useState } from 'react';
import { byOfChoice, placeOfChoice, type Choice } from './choice.js';
import { AnnounceContext, type Announce } from './display/AnnounceContext.js';
import { Instruction } from './Instruction.js';
import type { Screens } from './loadScreens.js';
import { Menu, type MenuProps } from './menu/Menu.js';
import { Connected } from './parts/Connected.js';
import type { OfficeLine } from './parts/line.js';
import type { Station } from './parts/ScreenContext.js';

export interface AppProps {
  /** Those that may be opened. */
  readonly screens: Screens;
  /** The screen to open at once; without it the menu comes first. */
  readonly choice?: Choice;
  /** The menu to come back to; without it leaving the screen leaves the program. */
  readonly menu?: Omit<MenuProps, 'onChoose' | 'onLeave'>;
  /** Makes the connection for a choice. Called once each time a screen is opened. */
  readonly connect: (choice: Choice) => OfficeLine;
  /** What the display announces with beside the bell. */
  readonly announce?: Announce | null;
  /** Prints number slips at a place of the reception; undefined where there is no printer. */
  readonly printerAt?: (place: string) => Station['printSlip'];
  /** Called once the data-protection instruction has been read, which comes first then; without it there is none. */
  readonly onInstructed?: (() => void) | undefined;
  readonly exit: () => void;
}

interface Open {
  readonly choice: Choice;
  readonly line: OfficeLine;
  readonly printSlip: Station['printSlip'];
}

/** One program on one terminal: the menu, or one of the four screens. */
export function App({
  screens,
  choice,
  menu,
  connect,
  announce = null,
  printerAt,
  onInstructed,
  exit,
}: AppProps) {
  const openOf = (chosen: Choice): Open => ({
    choice: chosen,
    line: connect(chosen),
    printSlip: chosen.screen === 'checkin' ? printerAt?.(chosen.place) : undefined,
  });
  const [isInstructed, setIsInstructed] = useState(!onInstructed);
  const [open, setOpen] = useState<Open | null>(() => (choice ? openOf(choice) : null));
  if (!open) {
    return menu ? <Menu {...menu} onChoose={(next) => setOpen(openOf(next))} onLeave={exit} /> : null;
  }
  const Screen = screens[open.choice.screen];
  const leave = () => {
    if (!menu) return exit();
    open.line.close();
    setOpen(null);
  };
  if (!isInstructed && open.choice.screen !== 'display') {
    const read = () => {
      onInstructed?.();
      setIsInstructed(true);
    };
    return <Instruction onRead={read} leave={leave} />;
  }
  return (
    <Connected
      line={open.line}
      place={placeOfChoice(open.choice)}
      by={byOfChoice(open.choice)}
      leave={leave}
      printSlip={open.printSlip}
      isAlone={open.choice.screen === 'display'}
      leavesWhenRefused={open.choice.screen === 'display' && !menu}
    >
      <AnnounceContext value={announce}>{Screen && <Screen />}</AnnounceContext>
    </Connected>
  );
}
