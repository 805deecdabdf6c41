// Builds the program and the bench, and runs the bench with the arguments given: `npm run bench -- --help`.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import benchConfig, { bareScreen } from '../rolldown.bench.config.js';
import config from '../rolldown.config.js';

await build(config);
await build(benchConfig);
await build(bareScreen);

const file = fileURLToPath(new URL('../build/bench/main.js', import.meta.url));
const bench = spawn(process.execPath, ['--expose-gc', file, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // The bench cleans up first; a terminal's Ctrl+C has reached it already.
  process.on(signal, () => bench.kill());
}
bench.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
