import { defineConfig } from 'vitest/config';
import { TotalsReporter } from './src/testing/totalsReporter.js';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    // Most tests take milliseconds; those that start the real program wait for what it shows, on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    env: {
      // No office of beo's is there: whoever forgets to name the site's zone gets caught.
      TZ: 'America/Los_Angeles',
      NO_COLOR: '1',
    },
    reporters: ['default', new TotalsReporter()],
  },
});
