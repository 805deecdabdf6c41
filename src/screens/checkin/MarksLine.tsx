import { Text } from 'ink';
import type { Marks } from '../../queue/events.js';
import type { SiteView } from '../../protocol/messages.js';
import type { Language, Texts } from '../../texts/texts.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';

/** The marks of the one who is being checked in, or which keys give some. */
export function MarksLine({ marks }: { readonly marks: Marks }) {
  const { texts, language, signs } = useTerminal();
  const { view } = useStation();
  const words = markWords(marks, texts.checkin, view.site, language);
  return words.length > 0 ? (
    <Text wrap="truncate-end">{`${texts.checkin.marks} ${words.join(` ${signs.dot} `)}`}</Text>
  ) : (
    <Text dimColor wrap="truncate-end">
      {texts.checkin.noMarks}
    </Text>
  );
}

/** Marks in words, for staff only. */
export function markWords(
  marks: Marks,
  texts: Texts['checkin'],
  site: SiteView | null,
  language: Language,
): readonly string[] {
  const reason = site?.deviationReasons.find(({ code }) => code === marks.urgent)?.[language];
  return wordsOf(marks, texts, texts.markNames, (code) => texts.urgentBecause(reason ?? code));
}

/** The same as short as they can be understood, without the reason. */
export const shortMarkWords = (marks: Marks, texts: Texts['checkin']): readonly string[] =>
  wordsOf(marks, texts, texts.shortMarkNames, () => texts.urgentInRow);

const wordsOf = (
  marks: Marks,
  texts: Texts['checkin'],
  names: Texts['checkin']['markNames'],
  urgent: (code: string) => string,
): readonly string[] =>
  [
    marks.assisted && names.assisted,
    marks.interpreter && names.interpreter,
    marks.confidential && names.confidential,
    marks.urgent !== undefined && urgent(marks.urgent),
    marks.team !== undefined && marks.team !== 'unknown' && texts.team(marks.team),
  ].filter((word) => typeof word === 'string');
