import type { Journal } from './journal.js';
import type { Log } from './log.js';
import { Counter, Histogram, type Metric } from './metrics.js';
import type { Reply } from './office.js';

/** What became of an ask; nothing of what was asked, by whom or about which concern. */
type AskResult = 'done' | 'refused' | 'storeUnavailable' | 'inDoubt' | 'stopping';

const askResults: readonly AskResult[] = ['done', 'refused', 'storeUnavailable', 'inDoubt', 'stopping'];

/** Bounds in seconds: a flush takes 0.1 ms on a good disk and 10 to 30 ms on a turning one. */
const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What a server has counted and timed since its start. */
export class Measurements {
  readonly #asks = new Counter('result', askResults);
  readonly #answers = new Histogram(bounds);
  readonly #flushes = new Histogram(bounds);
  readonly #logged = new Counter('event');
  #entries = 0;

  /** An ask was answered, so long after it came. */
  readonly answered = (reply: Reply, ms: number): void => {
    this.#asks.count(resultOf(reply));
    this.#answers.observe(ms / 1000);
  };

  /** A journal whose flushes are timed; those that fail count too. */
  readonly timed = (journal: Journal): Journal => ({
    append: async (entries) => {
      const began = performance.now();
      try {
        await journal.append(entries);
        this.#entries += entries.length;
      } finally {
        this.#flushes.observe((performance.now() - began) / 1000);
      }
    },
    close: () => journal.close(),
  });

  /** The log, and a count of what was logged. */
  counting(log: Log): Log {
    return (event, ...fields) => {
      this.#logged.count(event);
      log(event, ...fields);
    };
  }

  get metrics(): readonly Metric[] {
    return [
      counter('beo_asks_total', 'Asks of stations that were answered, by result.', this.#asks.samples),
      histogram('beo_ask_seconds', 'From the receipt of an ask to its answer.', this.#answers),
      histogram('beo_flush_seconds', 'One batch: write and flush to the disk.', this.#flushes),
      counter('beo_journal_entries_total', 'Entries written to journals.', [{ value: this.#entries }]),
      counter('beo_log_events_total', 'What there was to log, by event.', this.#logged.samples),
    ];
  }
}

function resultOf(reply: Reply): AskResult {
  if (reply.ok) return 'done';
  const { name } = reply.rejection;
  return askResults.find((result) => result === name) ?? 'refused';
}

const counter = (name: string, help: string, samples: Metric['samples']): Metric => ({
  name,
  type: 'counter',
  help,
  samples,
});

const histogram = (name: string, help: string, { samples }: Histogram): Metric => ({
  name,
  type: 'histogram',
  help,
  samples,
});
