import { cpus, loadavg, release, type } from 'node:os';
import { bench } from './bench.js';
import { measures } from './measures.js';
import { Workplace } from './workplace.js';

// Beo has other processes and threads to wait for where a bare server has none, so neighbours cost it more.
const [load = 0] = loadavg();
if (load > 1) process.stderr.write(`This machine is busy (load ${load.toFixed(1)}): ratios will be worse.\n`);

let open: Workplace | undefined;

// Interrupted, it takes along what it started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void Promise.resolve(open?.close()).finally(() => process.kill(process.pid, signal));
  });
}

process.exitCode = await bench(process.argv.slice(2), {
  measures,
  openWorkplace: async (profile) => {
    open = await Workplace.open(profile);
    return open;
  },
  machine: () => ({
    processor: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    load,
    system: `${type()} ${release()}`,
    node: process.version,
  }),
  print: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(text),
});
