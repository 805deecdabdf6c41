import { timeOf } from '../../statistics/calendar.js';
import { formatNumber } from '../../texts/format.js';
import { fit, fitRight } from '../parts/cells.js';
import { upToMinutes } from './adviceText.js';
import { row, type BlockOptions } from './blocks.js';
import type { Block } from './layout.js';
import type { Scene } from './scene.js';

const waitColumns = 12;

/** The expected waits with one desk fewer, as now, one more and as advised (R104), and what they rest on. */
export function adviceBlock(scene: Scene, { advice, width }: BlockOptions): readonly Block[] {
  if (!advice) return [];
  const { day, site, texts, language, signs, screenReader } = scene;
  const words = texts.statistics.advice;
  const { load, outlooks } = advice;
  const minutesOf = (ms: number | null, none: string): string =>
    ms === null ? none : words.minutes(upToMinutes(ms));
  const columns = (name: string, next: string, lasting: string): string =>
    fit(name, width - 2 * waitColumns) + fitRight(next, waitColumns) + fitRight(lasting, waitColumns);
  const rows = outlooks.map(({ desks, next, lasting }) => {
    const waits = [minutesOf(next, signs.dash), minutesOf(lasting, words.endless)] as const;
    return screenReader
      ? words.spoken(desks, ...waits)
      : columns(desks === load.desks ? words.now(desks) : String(desks), ...waits);
  });
  const last = day.deskDecisions.at(-1);
  const decided = last ? words.lastDecision(timeOf(last.at, site.zone), last.answer) : '';
  return [
    {
      title: words.title,
      lines: [
        ...(screenReader ? [] : [columns(words.desks, words.nextWait, words.lastingWait)]),
        ...rows,
        row(scene, width, words.arrivals, formatNumber(load.arrivalsPerHour, language)),
        row(scene, width, words.service, words.minutes(upToMinutes(load.meanServiceTime))),
        ...(last ? [row(scene, width, words.decision, decided)] : []),
      ],
    },
  ];
}
