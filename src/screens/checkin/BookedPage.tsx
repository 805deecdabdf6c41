import { Box, Text } from 'ink';
import { destinationLabel, modeLabel, visitTitle } from '../../routing/labels.js';
import { bigText } from '../parts/bigText.js';
import { bind } from '../parts/bindings.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { TextField } from '../parts/TextField.js';
import { useBindings } from '../parts/useBindings.js';
import { chose, newCheckIn, typed, type Booked } from './checkInFlow.js';
import { checkinKeys } from './keys.js';
import type { PageProps } from './SearchPage.js';

/** Rows of text around the number. */
const textRows = 8;
const highestNumber = 10;

/** The number, large enough to be copied onto the slip, until somebody types on. What it is about stands in small letters. */
export function BookedPage({ state, setState, size }: PageProps<Booked>) {
  const { texts, language, ascii, screenReader, signs } = useTerminal();
  const { line, view } = useStation();
  const words = texts.checkin;
  const { name, route, left, wait } = state;
  const isTicket = route.way === 'ticket';
  const rows = Math.min(highestNumber, size.rows - textRows);
  useBindings({
    bindings: bind(checkinKeys, words.keys, {
      next: { label: words.nextVisitor, action: () => setState(newCheckIn) },
      appointment: () => setState(chose(state, null, line.now())),
    }),
  });
  const found = view.site?.destinations[route.destination];
  const where = [
    destinationLabel(route.destination, language),
    found?.room,
    found?.phone && words.phone(found.phone),
  ];
  return (
    <Box flexDirection="column">
      {isTicket && !screenReader && (
        <Box flexDirection="column" marginY={1}>
          {bigText(name, { columns: size.columns, rows, style: ascii ? 'ascii' : 'blocks' }).map(
            (each, i) => (
              // Lines of a picture have no name but their place.
              <Text key={i} bold>
                {each}
              </Text>
            ),
          )}
        </Box>
      )}
      {isTicket ? (
        <>
          <Text bold>{words.waitHere(name, view.site?.waitingPlace[language] ?? '')}</Text>
          <Text wrap="truncate-end">
            {wait ? words.expectedWait(wait.fromMinutes, wait.toMinutes) : words.noEstimate}
          </Text>
        </>
      ) : (
        <Text bold wrap="truncate-end">
          {`${modeLabel(route.mode, language)} ${signs.to} ${where.filter(Boolean).join(` ${signs.dot} `)}`}
        </Text>
      )}
      <Text dimColor wrap="truncate-end">
        {[route.concern, visitTitle(route.concern, route.rule, language)].filter(Boolean).join(' ')}
      </Text>
      {left.length > 0 && (
        <Text color="yellow" wrap="truncate-end">
          {`${signs.error} ${words.stillToDo(left.join(', '))}`}
        </Text>
      )}
      <Box marginTop={1}>
        <TextField
          label={words.concern}
          text={state.query}
          onChange={(query) => setState(typed(state, query, line.now()))}
          columns={size.columns - words.concern.length - 1}
          placeholder={words.nextPlaceholder}
        />
      </Box>
    </Box>
  );
}
