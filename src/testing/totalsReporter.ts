import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Says why tests were skipped, where they gave a reason, one line a reason: `2 skipped: only root may mount`.
 * Ends a run of the tests with one line for machines: `12 passed, 0 failed`, and `, 3 skipped` if there are any.
 * What goes wrong outside of a test case counts as one failure each: a file that can't be loaded, a hook, an
 * unhandled error. The line is written as the process ends, after whatever else is printed.
 */
export class TotalsReporter implements Reporter {
  #totals: Totals | undefined;
  #reasons: readonly string[] = [];

  onInit(): void {
    process.once('exit', () => {
      if (this.#totals === undefined) return;
      for (const line of [...this.#reasons, totalsLine(this.#totals)]) process.stdout.write(`${line}\n`);
    });
  }

  onTestRunStart(): void {
    // Stays if the run never comes to its end.
    this.#totals = { passed: 0, failed: 1, skipped: 0 };
  }

  onTestRunEnd(
    testModules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    this.#totals = countTotals(testModules, unhandledErrors, reason);
    this.#reasons = skipLines(testModules);
  }
}

/** A run that did not pass never counts as free of failures. */
export function countTotals(
  testModules: readonly TestModule[],
  unhandledErrors: readonly unknown[],
  reason: TestRunEndReason,
): Totals {
  const totals: Totals = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const testModule of testModules) {
    for (const suite of [testModule, ...testModule.children.allSuites()]) {
      totals.failed += suite.errors().length;
    }
    for (const testCase of testModule.children.allTests()) {
      const { state } = testCase.result();
      // Still pending at the end: the run was broken off.
      totals[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  if (reason !== 'passed' && totals.failed === 0) totals.failed = 1;
  return totals;
}

/** Why tests were skipped, and how many for each reason. */
function skipLines(testModules: readonly TestModule[]): string[] {
  const counts = new Map<string, number>();
  for (const testModule of testModules) {
    for (const testCase of testModule.children.allTests('skipped')) {
      const result = testCase.result();
      const reason = result.state === 'skipped' ? result.note : undefined;
      if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts].map(([reason, count]) => `${count} skipped: ${reason}`);
}

export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
