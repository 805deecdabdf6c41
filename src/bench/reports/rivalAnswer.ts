import { median, quantile } from '../../statistics/quantile.js';

/**
 * A row of what the other engines are asked for: each concern in each half day, and each week; by site. Means and
 * quantiles of wait and service in seconds, rounded to a thousandth.
 */
export type RivalRow = readonly [site: string, key: string, n: number, ...figures: number[]];

/** Durations of a row by whole second; longer ones than four hours do not occur. */
export class Counted {
  readonly #wait = new Uint32Array(4 * 3600);
  readonly #service = new Uint32Array(4 * 3600);

  add(wait: number, service: number): void {
    this.#wait[wait] = (this.#wait[wait] ?? 0) + 1;
    this.#service[service] = (this.#service[service] ?? 0) + 1;
  }

  row(site: string, key: string): RivalRow {
    let n = 0;
    const figures = [this.#wait, this.#service].flatMap((counts) => {
      let sum = 0;
      n = 0;
      for (const [second, count] of counts.entries()) {
        n += count;
        sum += second * count;
      }
      return [sum / n, median(counts) ?? 0, quantile(counts, 0.9) ?? 0];
    });
    return rowOf(site, key, n, figures);
  }
}

export const rowOf = (site: string, key: string, n: number, figures: readonly number[]): RivalRow => [
  site,
  key,
  n,
  ...figures.map((figure) => Math.round(figure * 1000) / 1000),
];

/** What a rival's program prints: the rows in order. */
export function printRows(rows: readonly RivalRow[]): void {
  const nameOf = ([site, key]: RivalRow) => `${site} ${key}`;
  process.stdout.write(JSON.stringify(rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))));
}
