import { visitTitle } from '../../routing/labels.js';
import { timeOf } from '../../statistics/calendar.js';
import { cutTo, fit, width } from '../parts/cells.js';
import { wholeMinutes } from '../parts/durations.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';
import { markWords, shortMarkWords } from './MarksLine.js';
import { concernOfVisitor, type Visitor } from './visitors.js';

/** The concern has its number before it: so many columns still say which it is. */
const fewestConcernColumns = 12;

/**
 * A visitor in one line: number, since when, concern, marks. Where it does not hold them all, the concern is cut before
 * the marks are: it has its number.
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
    const given = visitor.kind === 'visit' ? {} : visitor.ticket.marks;
    const what = [concern, visitTitle(concern, rule, language)].filter(Boolean).join(' ');
    const who = `${fit(visitor.name, 5)} ${fit(about(), 16)} `;
    const withDots = (parts: readonly string[]): string => parts.join(` ${signs.dot} `);
    const marks = markWords(given, words, view.site, language);
    if (columns === null) return who + withDots([what, ...marks]);
    const room = columns - 2 - width(who);
    const roomBeside = (some: readonly string[]): number => room - width(withDots(['', ...some]));
    const kept = roomBeside(marks) < fewestConcernColumns ? shortMarkWords(given, words) : marks;
    const concernColumns = kept.length === 0 ? room : Math.max(fewestConcernColumns, roomBeside(kept));
    return cutTo(who + withDots([cutTo(what, concernColumns, signs.cut), ...kept]), columns - 2, signs.cut);
  };
}
