import { weekdayOf } from '../../statistics/calendar.js';
import type { ComparedWait, DaySoFar } from '../../statistics/sameWeekday.js';
import { formatNumber } from '../../texts/format.js';
import { fit, fitRight } from '../parts/cells.js';
import { minutesAndSeconds } from '../parts/durations.js';
import type { BlockOptions } from './blocks.js';
import type { Block } from './layout.js';
import type { Scene } from './scene.js';

const valueColumns = 9;

/** Today so far beside the mean of the same weekday of the weeks before, until the same time of day. */
export function comparisonBlock(scene: Scene, { comparison, width }: BlockOptions): Block {
  const { day, texts, language, signs, screenReader } = scene;
  const words = texts.statistics.comparison;
  const { today, before, days, until, waitUntil } = comparison;
  const count = (value: number): string => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  const wait = (value: ComparedWait): string =>
    value === null ? signs.dash : value === 'few' ? words.few : minutesAndSeconds(value);
  const columns = (name: string, left: string, right: string): string =>
    fit(name, width - 2 * valueColumns, signs.cut) +
    fitRight(left, valueColumns) +
    fitRight(right, valueColumns);
  const line = (name: string, show: (soFar: DaySoFar) => string): string => {
    const values = [show(today), before ? show(before) : signs.dash] as const;
    return screenReader ? words.spoken(name, ...values) : columns(name, ...values);
  };
  return {
    title: words.title(weekdayOf(day.day), until),
    lines: [
      ...(screenReader ? [] : [columns('', words.today, before ? words.before(days) : words.none)]),
      line(words.arrived, ({ arrived }) => count(arrived)),
      line(words.served, ({ served }) => count(served)),
      line(words.wait(waitUntil), ({ meanWait }) => wait(meanWait)),
    ],
  };
}
