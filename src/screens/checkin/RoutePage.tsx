import { Box, Text } from 'ink';
import { shortTitle } from '../../routing/labels.js';
import { questionsFor } from '../../routing/routes.js';
import { bind, keyName } from '../parts/bindings.js';
import { firstLines, wrapped } from '../parts/cells.js';
import { CheckList } from '../parts/CheckList.js';
import { useTerminal } from '../parts/ScreenContext.js';
import { useBindings } from '../parts/useBindings.js';
import { useRefusal } from '../parts/useRefusal.js';
import {
  another,
  answered,
  checklistOf,
  commandOf,
  consulted,
  marked,
  openGates,
  routeOf,
  takesMarks,
  withDone,
  type Routing,
} from './checkInFlow.js';
import { rowsOf, toggle } from './checkInRows.js';
import { GateLines } from './GateLines.js';
import { checkinKeys } from './keys.js';
import { nextTeam, toggleMark, withTeam, type YesNoMark } from './marks.js';
import { MarksLine } from './MarksLine.js';
import { ReasonPick } from './ReasonPick.js';
import { reasonOf, RouteLines } from './RouteLines.js';
import type { PageProps } from './SearchPage.js';

export interface RoutePageProps extends PageProps<Routing> {
  readonly book: () => void;
  readonly isAsking: boolean;
}

/** Rows beside the check-list, the reason, the gates and the marks: title, blank, destination, and what Enter does. */
const fixedRows = 4;

/** As few rows of the check-list as make it a list. */
const fewestRows = 3;

/** The questions of the concern, where they lead, and what has to be confirmed first. Enter books. */
export function RoutePage({ state, setState, book, isAsking, size }: RoutePageProps) {
  const terminal = useTerminal();
  const { texts, language, signs, ascii } = terminal;
  const refusal = useRefusal();
  const words = texts.checkin;
  const route = routeOf(state);
  const gates = openGates(state);
  const gateRows = (route.identityCheck ? 1 : 0) + (route.consultFirst === undefined ? 0 : 1);
  const items = rowsOf(state, words, language);
  const room = size.rows - fixedRows - gateRows - (takesMarks(route.way) ? 1 : 0);
  const why = reasonOf(route, checklistOf(state).records, terminal);
  const reason = terminal.screenReader
    ? [why]
    : firstLines(
        wrapped(why, size.columns - 2),
        Math.max(1, room - Math.max(fewestRows, items.length)),
        size.columns - 2,
        signs.cut,
      );
  const listRows = Math.max(fewestRows, room - reason.length);
  const title =
    state.concern === null
      ? words.withAppointment
      : `${state.concern} ${shortTitle(state.concern, language)}`;

  const consultReason = gates.consult && words.consultFirst;
  const hasQuestions = state.concern !== null && questionsFor(state.concern).length > 0;
  const whyNot = consultReason ?? refusal(commandOf(state));
  const bookReason = (): string | null => (isAsking ? texts.screens.sending : null) ?? whyNot;
  const enterLabel = gates.identity ? words.identityAndBook(words.book[route.way]) : words.book[route.way];
  const noMarks = () => (takesMarks(route.way) ? null : words.marksNeedNumber);
  const mark = (name: YesNoMark) => ({
    action: () => setState(marked(state, toggleMark(state.marks, name))),
    off: noMarks,
  });
  useBindings({
    bindings: bind(checkinKeys, words.keys, {
      next: { label: enterLabel, action: book, off: bookReason },
      identity: routeNeedsIdentity(state) && {
        quiet: true,
        action: () => setState(withDone(state, { identityChecked: !state.done.identityChecked })),
      },
      consulted: route.consultFirst !== undefined && {
        quiet: true,
        action: () => setState(consulted(state)),
      },
      copies: () => setState(toggle(state, 'copies')),
      documents: () => setState(toggle(state, 'documents')),
      masterData: () => setState(toggle(state, 'masterData')),
      assisted: mark('assisted'),
      interpreter: mark('interpreter'),
      confidential: mark('confidential'),
      urgent: { action: () => setState({ ...state, asksReason: true }), off: noMarks },
      team: {
        action: () => setState(marked(state, withTeam(state.marks, nextTeam(state.marks)))),
        off: noMarks,
      },
      appointment: state.concern !== null && {
        quiet: true,
        action: () => setState(answered(state, 'termin')),
      },
      another: {
        action: () => setState(another(state)),
        off: () =>
          route.way === 'settled'
            ? gates.identity
              ? words.identityFirst
              : consultReason
            : words.onlySettled,
      },
    }),
  });
  return (
    <Box flexDirection="column">
      <Text wrap="truncate-end">
        <Text bold>{title}</Text>
        {hasQuestions && !state.asksReason && (
          <Text dimColor>{`  ${words.whatApplies(keyName('enter', texts.keys, ascii))}`}</Text>
        )}
      </Text>
      {state.asksReason ? (
        <ReasonPick state={state} setState={setState} rows={listRows} />
      ) : (
        <CheckList
          items={items}
          chosen={state.row}
          onChoose={(row) => setState({ ...state, row })}
          onToggle={(id) => setState({ ...toggle(state, id), row: id })}
          rows={listRows}
        />
      )}
      <Box flexDirection="column" marginTop={1}>
        <RouteLines route={route} reason={reason} />
        <GateLines state={state} />
        {takesMarks(route.way) && <MarksLine marks={state.marks} />}
        {!state.asksReason && (
          <Text bold wrap="truncate-end">
            {whyNot === null
              ? `${signs.to} ${keyName('enter', texts.keys, ascii)}: ${enterLabel}`
              : `${signs.error} ${whyNot}`}
          </Text>
        )}
      </Box>
    </Box>
  );
}

const routeNeedsIdentity = (state: Routing): boolean => routeOf(state).identityCheck;
