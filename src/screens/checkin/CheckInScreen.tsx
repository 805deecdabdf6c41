import { Box, Spacer } from 'ink';
import { useState } from 'react';
import type { Command } from '../../queue/commands.js';
import type { Entry } from '../../queue/events.js';
import { bind } from '../parts/bindings.js';
import { bodyRows, Frame } from '../parts/Frame.js';
import { Header } from '../parts/Header.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { useAsk } from '../parts/useAsk.js';
import { useBindings } from '../parts/useBindings.js';
import { useRefusal } from '../parts/useRefusal.js';
import { BookedPage } from './BookedPage.js';
import {
  booked,
  commandOf,
  informationCommand,
  newCheckIn,
  routeOf,
  wentBack,
  type CheckIn,
  type Routing,
} from './checkInFlow.js';
import { Cover } from './Cover.js';
import { expectedWaitOf } from './expected.js';
import { checkinKeys } from './keys.js';
import { QueueLine } from './QueueLine.js';
import { RecentList } from './RecentList.js';
import { RoutePage } from './RoutePage.js';
import { SearchPage } from './SearchPage.js';
import { useSlips } from './useSlips.js';
import { VisitorsPage } from './VisitorsPage.js';

/** From this width on the last check-ins stand beside the form. */
const wideColumns = 110;
const sideColumns = 44;
const recentRows = 3;
const mostRecent = 12;

/** The reception: every visitor is checked in here, settled, sent on, or given a number. */
export function CheckInScreen() {
  const { columns, rows, texts, language, screenReader, say } = useTerminal();
  const { line, view, place } = useStation();
  const words = texts.checkin;
  const [state, setState] = useState<CheckIn>(newCheckIn);
  const [page, setPage] = useState<'form' | 'visitors' | 'cover'>('form');
  const [recent, setRecent] = useState<readonly string[]>([]);
  const { print, reprint, whyNoReprint } = useSlips();
  const { ask, isAsking } = useAsk();
  const refusal = useRefusal();

  const remember = (entry: Entry): string => {
    const name = nameIn(entry);
    setRecent((names) => [name, ...names].slice(0, mostRecent));
    return name;
  };
  const book = (routing: Routing): void =>
    ask(commandOf(routing), (entry) => {
      const name = remember(entry);
      const wait = expectedWaitOf(line.view, name, line.now());
      setState(booked(routing, name, wait));
      say({ tone: 'ok', text: words.bookedMessage(name) });
      if (routeOf(routing).way === 'ticket') print(name, wait);
    });
  const inform = (): void =>
    ask(informationCommand(state), (entry) => {
      remember(entry);
      setState(newCheckIn);
      say({ tone: 'ok', text: words.informationMessage });
    });
  const undo: Command = { type: 'undo' };

  useBindings({
    bindings: bind(checkinKeys, words.keys, {
      visitors: page === 'form' && (() => setPage('visitors')),
      information: page === 'form' &&
        state.step !== 'route' && { action: inform, off: () => refusal(informationCommand(state)) },
      back: page === 'form' && (isEmptyForm(state) ? false : () => setState(wentBack(state))),
      undo: {
        action: () =>
          ask(undo, () => {
            setState((now) => (now.step === 'booked' ? newCheckIn : now));
            say({ tone: 'ok', text: words.undone });
          }),
        off: () => refusal(undo),
      },
      reprint: { action: reprint, off: whyNoReprint },
      blank: () => setPage('cover'),
    }),
  });

  const title =
    view.site?.receptions.find(({ id }) => id === place)?.label[language] ?? texts.screens.program;
  if (page === 'cover') return <Cover onUncover={() => setPage('form')} />;
  const isWide = columns >= wideColumns && !screenReader;
  const formColumns = isWide ? columns - sideColumns : columns;
  const room = bodyRows(rows) - 2;
  const below = !isWide && page === 'form' && state.step === 'search' ? recentRows + 2 : 0;
  const size = { columns: formColumns - 2, rows: room - below };
  return (
    <Frame header={<Header title={title} />}>
      <QueueLine />
      <Box flexGrow={1} overflow="hidden">
        <Box
          flexDirection="column"
          width={screenReader ? undefined : formColumns}
          paddingX={1}
          flexShrink={0}
        >
          {page === 'visitors' && <VisitorsPage size={size} onClose={() => setPage('form')} />}
          {page === 'form' && state.step === 'search' && (
            <SearchPage state={state} setState={setState} size={size} />
          )}
          {page === 'form' && state.step === 'route' && (
            <RoutePage
              state={state}
              setState={setState}
              book={() => book(state)}
              isAsking={isAsking}
              size={size}
            />
          )}
          {page === 'form' && state.step === 'booked' && (
            <BookedPage state={state} setState={setState} size={size} />
          )}
          {below > 0 && !screenReader && <Spacer />}
          {below > 0 && <RecentList names={recent} rows={recentRows} columns={size.columns} />}
        </Box>
        {isWide && (
          <Box flexDirection="column" width={sideColumns} paddingRight={1} overflow="hidden">
            <RecentList names={recent} rows={mostRecent} columns={sideColumns - 1} />
          </Box>
        )}
      </Box>
    </Frame>
  );
}

const isEmptyForm = (state: CheckIn): boolean =>
  state.step === 'search' && state.query.value === '' && state.from === null;

/** Number of the ticket or name of the visit that a check-in made. */
function nameIn({ events }: Entry): string {
  for (const event of events) {
    if (event.type === 'TicketCheckedIn') return event.number;
    if (event.type === 'VisitEnded') return event.visit;
  }
  return '';
}
