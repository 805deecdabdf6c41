/** One figure of a metric. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
  /** What a histogram's parts have behind their name: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string;
}

export interface Metric {
  /** With its unit at its end: `beo_flush_seconds`, and `_total` where it only ever grows. */
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** The content type of Prometheus' text format, version 0.0.4. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/** The metrics in Prometheus' text format; one without a sample is left out. */
export const exposition = (metrics: readonly Metric[]): string =>
  metrics
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, type, help, samples }) =>
      [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} ${type}`,
        ...samples.map((one) => lineOf(name, one)),
        '',
      ].join('\n'),
    )
    .join('');

function lineOf(name: string, { labels = {}, value, suffix = '' }: Sample): string {
  const named = Object.entries(labels).map(([label, word]) => `${label}="${escaped(word)}"`);
  return `${name}${suffix}${named.length === 0 ? '' : `{${named.join(',')}}`} ${value}`;
}

const escaped = (word: string): string =>
  word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** Counts by the value of one label; a value is there once it was counted. */
export class Counter {
  readonly #label: string;
  readonly #counts = new Map<string, number>();

  constructor(label: string, values: readonly string[] = []) {
    this.#label = label;
    // What has not happened yet is 0, so that the first time shows as a rise.
    for (const value of values) this.#counts.set(value, 0);
  }

  count(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  get samples(): Sample[] {
    return [...this.#counts].map(([word, value]) => ({ labels: { [this.#label]: word }, value }));
  }
}

/** How many observations were at most so much, for each of some bounds. */
export class Histogram {
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  /** @param bounds ascending */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    const at = this.#bounds.findIndex((bound) => value <= bound);
    if (at >= 0) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#sum += value;
    this.#count += 1;
  }

  get samples(): Sample[] {
    let below = 0;
    const buckets = this.#bounds.map((bound, i): Sample => {
      below += this.#counts[i] ?? 0;
      return { suffix: '_bucket', labels: { le: String(bound) }, value: below };
    });
    return [
      ...buckets,
      { suffix: '_bucket', labels: { le: '+Inf' }, value: this.#count },
      { suffix: '_sum', value: this.#sum },
      { suffix: '_count', value: this.#count },
    ];
  }
}
