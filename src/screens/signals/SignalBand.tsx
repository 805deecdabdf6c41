import { Text } from 'ink';
import { useContext } from 'react';
import { cutTo, width } from '../parts/cells.js';
import { StationContext, useTerminal } from '../parts/ScreenContext.js';
import { isLoud } from './openSignals.js';
import { signalKeysText, signalSentence } from './signalText.js';
import { useSignals } from './useSignals.js';

/**
 * The rules below the header and above the footer, or in their place what another place signals and the keys that answer
 * it: nothing on the screen moves because of it. Without colour the signs from edge to edge are what catches the eye.
 */
export function SignalBand({ edge }: { readonly edge: 'top' | 'bottom' }) {
  const { texts, language, ascii, signs, columns, screenReader } = useTerminal();
  const site = useContext(StationContext)?.view.site ?? null;
  const [signal, ...others] = useSignals();
  if (!signal || !site) return screenReader ? null : <Text dimColor>{signs.rule.repeat(columns)}</Text>;
  const words = { texts, language, ascii, site };
  const more = others.length > 0 ? ` ${texts.signals.more(others.length)}` : '';
  const text = edge === 'top' ? signalSentence(signal, words) + more : signalKeysText(signal, words);
  if (screenReader) return <Text bold={isLoud(signal)}>{text}</Text>;
  if (!isLoud(signal)) return <Text>{filled(text, columns, signs.rule)}</Text>;
  const sign = signal.kind === 'help' ? '!' : signal.kind === 'question' ? '?' : '*';
  return (
    <Text bold inverse>
      {filled(text, columns, sign)}
    </Text>
  );
}

/** The text behind three of the signs, and so many of them behind it that the line is full. */
function filled(text: string, columns: number, sign: string): string {
  const cut = cutTo(`${sign.repeat(3)} ${text} `, columns);
  return cut + sign.repeat(Math.max(0, columns - width(cut)));
}
