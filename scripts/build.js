// Builds dist/ and says nothing unless it fails. (rolldown's own command prints a summary each time.)
import process from 'node:process';
import { build } from 'rolldown';
import config from '../rolldown.config.js';

try {
  await build(config);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
