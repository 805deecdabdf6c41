import { visitTitle } from '../../routing/labels.js';
import { timeOf } from '../../statistics/calendar.js';
import { fit } from '../parts/cells.js';
import { wholeMinutes } from '../parts/durations.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { markWords } from './MarksLine.js';
import { concernOfVisitor, type Visitor } from './visitors.js';

/**
 * A visitor in one line: number, since when, concern, marks.
 * @param columns of the terminal; null for all of it, however long
 */
export function useVisitorText(columns: number | null): (visitor: Visitor) => string {
  const { texts, language, signs } = useTerminal();
  const { line, view } = useStation();
  const words = texts.checkin;
  return (visitor) => {
    const zone = view.site?.zone ?? 'UTC';
    const concern = concernOfVisitor(visitor);
    const about = (): string => {
      switch (visitor.kind) {
        case 'missed':
          return words.missed(timeOf(visitor.ticket.lastAt, zone));
        case 'waiting':
          return words.waitsFor(wholeMinutes(line.now() - visitor.at));
        case 'visit':
          return timeOf(visitor.at, zone);
      }
    };
    const rule = visitor.kind === 'visit' ? visitor.visit.booking.rule : visitor.ticket.booking.rule;
    const marks = visitor.kind === 'visit' ? [] : markWords(visitor.ticket.marks, words, view.site, language);
    const what = [concern, visitTitle(concern, rule, language)].filter(Boolean).join(' ');
    const text = [fit(visitor.name, 5), fit(about(), 16), [what, ...marks].join(` ${signs.dot} `)].join(' ');
    return columns === null ? text : fit(text, columns - 2).trimEnd();
  };
}
