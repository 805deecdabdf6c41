import type { DeskState } from '../../queue/day.js';
import { destinationLabel } from '../../routing/labels.js';
import { isDestination } from '../../routing/onward.js';
import { fit, fitRight, wrapped } from '../parts/cells.js';
import { minutesAndSeconds, wholeMinutes } from '../parts/durations.js';
import { countBy } from '../../statistics/grouping.js';
import type { FiguresNow } from './figuresNow.js';
import { atPlaces, sentIntoTheHouse } from './house.js';
import type { Block } from './layout.js';
import type { Scene } from './scene.js';

/** What every part of the screen is made from. */
export interface BlockOptions extends FiguresNow {
  /** Columns of a block. */
  readonly width: number;
}

/** Fewer cases than this make a 90th percentile uncertain. */
const fewCases = 10;
const houseColumns = 7;

/** A name at the left, a value at the right. */
export function row(
  { signs, screenReader }: Scene,
  width: number,
  name: string,
  value: string | number,
): string {
  const shown = String(value);
  if (screenReader) return `${name}: ${shown}`;
  return `${fit(name, width - shown.length - 1, signs.cut)} ${shown}`;
}

const percent = (share: number | null, none: string): string =>
  share === null ? none : `${Math.round(share * 100)} %`;

const duration = (ms: number | null, none: string): string => (ms === null ? none : minutesAndSeconds(ms));

export function waitsBlock(scene: Scene, { summary, width }: BlockOptions): Block {
  const { site, texts, signs } = scene;
  const words = texts.statistics.waits;
  const { n, meanMs, medianMs, p90Ms } = summary.waitSoFar;
  const p90 = n > 0 && n < fewCases ? `${words.p90} (${words.few})` : words.p90;
  return {
    title: words.title,
    lines: [
      row(scene, width, words.contacts, n),
      row(scene, width, words.mean, duration(meanMs, signs.dash)),
      row(scene, width, words.median, duration(medianMs, signs.dash)),
      row(scene, width, p90, duration(p90Ms, signs.dash)),
      row(
        scene,
        width,
        words.withinTarget(wholeMinutes(site.waitTargetMs)),
        percent(summary.withinTarget, signs.dash),
      ),
    ],
  };
}

export function visitsBlock(scene: Scene, { summary, width }: BlockOptions): Block {
  const { texts, signs } = scene;
  const words = texts.statistics.visits;
  const { total, settled, appointments, forwarded } = summary.visits;
  return {
    title: words.title,
    lines: [
      row(scene, width, words.tickets, total - settled - appointments - forwarded),
      row(scene, width, words.settled, settled),
      row(scene, width, words.appointments, appointments),
      row(scene, width, words.forwarded, forwarded),
      row(scene, width, words.total, total),
      row(scene, width, words.first, percent(summary.filterFirst, signs.dash)),
      row(scene, width, words.second, percent(summary.filterSecond, signs.dash)),
    ],
  };
}

const states: readonly DeskState[] = [
  'free',
  'contact',
  'caseWork',
  'activity',
  'reinforcement',
  'pause',
  'closed',
];

/** Which desk is in which state. Never for how long, nor how much is done there (R89). */
export function desksBlock(scene: Scene, { figures, summary, width }: BlockOptions): Block {
  const { site, language, texts, signs } = scene;
  const words = texts.statistics.desks;
  const counts = countBy(figures.desks, ({ state }) => state);
  const summed = states.flatMap((state) => {
    const count = counts[state] ?? 0;
    return count === 0 ? [] : [`${count} ${words.states[state]}`];
  });
  const rows = figures.desks.map(({ desk, state, number }) => {
    const label = site.desks.find(({ id }) => id === desk)?.label[language] ?? desk;
    const name = words.states[state];
    return row(scene, width, label, number === null ? name : words.at(name, number));
  });
  return {
    title: words.title(summary.openDesks, figures.desks.length),
    lines: rows.length === 0 ? [words.none] : [...wrapped(summed.join(` ${signs.dot} `), width), ...rows],
  };
}

export function asideBlock(scene: Scene, { figures, summary, width }: BlockOptions): Block {
  const { day, texts } = scene;
  const words = texts.statistics.aside;
  const left = Object.values(day.tickets).filter(({ ending }) => ending === 'left').length;
  return {
    title: words.title,
    lines: [
      row(scene, width, words.parked, figures.parked),
      row(scene, width, words.missed, figures.missed),
      row(scene, width, words.noShows, summary.noShowEvents),
      row(scene, width, words.left, left),
      row(scene, width, words.complaints, summary.leadInformed),
    ],
  };
}

export function deviationsBlock(scene: Scene, { summary, width }: BlockOptions): Block {
  const { day, site, language, texts } = scene;
  const words = texts.statistics.deviations;
  const byReason = Object.entries(countBy(day.deviations, ({ reason }) => reason));
  const label = (code: string): string =>
    site.deviationReasons.find((reason) => reason.code === code)?.[language] ?? code;
  return {
    title: words.title(summary.deviations),
    lines:
      byReason.length === 0
        ? [words.none]
        : byReason.map(([reason, count]) => row(scene, width, label(reason), count)),
  };
}

/** How many were sent on to each place of the house, and how many are called to or served at a desk now (R66). */
export function houseBlock(scene: Scene, { width }: BlockOptions): Block {
  const { day, site, language, texts, screenReader } = scene;
  const words = texts.statistics.house;
  /** A long name goes on in a row of its own, a little in. */
  const columns = (name: string, left: string | number, right: string | number): readonly string[] => {
    const room = width - 2 * houseColumns;
    const [first = '', ...more] = wrapped(name, room);
    const figures = fitRight(String(left), houseColumns) + fitRight(String(right), houseColumns);
    return [fit(first, room) + figures, ...more.map((text) => `  ${text}`)];
  };
  const nameOf = (desk: string): string => {
    const place = site.desks.find(({ id }) => id === desk);
    return place ? `${place.label[language]}, ${place.room}` : desk;
  };
  const sent = sentIntoTheHouse(day).flatMap(({ destination, direct, appointments }) => {
    const name = isDestination(destination) ? destinationLabel(destination, language) : destination;
    return screenReader ? words.spoken(name, direct, appointments) : columns(name, direct, appointments);
  });
  const present = atPlaces(day).flatMap(({ desk, called, inService }) =>
    screenReader
      ? words.spokenPlace(nameOf(desk), called, inService)
      : columns(nameOf(desk), called, inService),
  );
  const headed = (rows: readonly string[], left: string, right: string): readonly string[] =>
    rows.length === 0 || screenReader ? rows : [...columns('', left, right), ...rows];
  return {
    title: words.title,
    lines: [
      ...(sent.length === 0 ? [words.none] : headed(sent, words.direct, words.appointment)),
      ...headed(present, words.called, words.inService),
    ],
  };
}
