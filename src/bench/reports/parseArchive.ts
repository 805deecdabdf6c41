// A program: reads and parses the figures of every month in the store that it is given, and prints how many ms that took.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const store = process.argv[2] ?? '';
const startedAt = performance.now();
for (const site of readdirSync(store, { withFileTypes: true })) {
  if (!site.isDirectory()) continue;
  const archive = join(store, site.name, 'archive');
  for (const file of readdirSync(archive)) {
    if (/^\d{4}-\d{2}\.json$/.test(file)) JSON.parse(readFileSync(join(archive, file), 'utf8'));
  }
}
process.stdout.write(String(performance.now() - startedAt));
