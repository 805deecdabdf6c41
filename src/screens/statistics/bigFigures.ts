import { bodyRows } from '../parts/Frame.js';
import { wholeMinutes } from '../parts/durations.js';
import type { FiguresNow } from './figuresNow.js';
import type { Scene } from './scene.js';

/** One figure to be read from two metres, with the words for it. */
export interface BigFigure {
  readonly value: string;
  readonly caption: string;
  readonly isAlarming: boolean;
}

/** Cells of one big figure. */
export interface PictureSize {
  readonly columns: number;
  readonly rows: number;
}

/** Rows of a picture beside its figures: the captions, and a blank one below. */
export const pictureRows = 2;
/** Columns between two figures. */
export const pictureGap = 4;

const smallest = { columns: 100, rows: 30 };
const figuresBeside = 3;

/** How large the figures are on this terminal; null where the details need all of it. */
export function pictureSize({ columns, rows }: PictureSize): PictureSize | null {
  if (columns < smallest.columns || rows < smallest.rows) return null;
  return {
    columns: Math.floor((columns - 2 - pictureGap * (figuresBeside - 1)) / figuresBeside),
    rows: Math.min(12, Math.floor(bodyRows(rows) / 5)),
  };
}

/** Who is here, the longest wait in minutes, and the desks: those that call, and those that it takes. */
export function bigFigures(
  { site, texts, signs }: Scene,
  { figures, summary: { longestWaiting, openDesks }, advice, decision }: FiguresNow,
): readonly BigFigure[] {
  const words = texts.statistics.big;
  const target = wholeMinutes(site.waitTargetMs);
  const isOver = longestWaiting?.isOverTarget === true;
  const desks = advice?.load.desks ?? openDesks;
  const hint = advice?.advice ?? 'enough';
  const isShort = (hint === 'openMore' && decision === null) || hint === 'allOpen';
  const captions = {
    openMore: () =>
      decision
        ? `${signs.ok} ${words.decided(decision.answer)}`
        : `${signs.error} ${words.openMore((advice?.advised ?? desks) - desks)}`,
    allOpen: () => `${signs.error} ${words.allOpen}`,
    closeOne: () => `${signs.fewer} ${words.closeOne}`,
    enough: () => words.desks,
  };
  return [
    { value: String(figures.current), caption: words.current, isAlarming: false },
    {
      value: longestWaiting ? String(wholeMinutes(longestWaiting.waitedMs)) : '–',
      caption: isOver ? `${signs.error} ${words.overTarget(target)}` : words.longest(target),
      isAlarming: isOver,
    },
    {
      value: advice && advice.advised !== desks ? `${desks}→${advice.advised}` : String(desks),
      caption: captions[hint](),
      isAlarming: isShort,
    },
  ];
}
