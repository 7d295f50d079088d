import * as v from 'valibot';

/** How many tests passed and failed. Whatever was skipped is neither. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

/**
 * Counts Vitest's JSON report. A failed test counts once, however many groups it lies in. A file that
 * failed without one of its tests (it cannot be loaded, or its set-up failed) counts once too.
 *
 * @throws ValiError where it is no such report.
 */
export function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, testResults } = v.parse(vitestReport, report);
  const failedFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + failedFiles.length };
}

/**
 * Counts Playwright's JSON report. A test that passed only when it was tried again has failed; so has
 * whatever failed outside of a test.
 *
 * @throws ValiError where it is no such report.
 */
export function countPlaywright(report: unknown): Count {
  const { stats, errors } = v.parse(playwrightReport, report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * What a check adds to the total.
 *
 * @param exitCode of its program.
 * @param count reads its report; a check without one counts as one test.
 */
export function countCheck(exitCode: number, count?: () => Count): Count {
  const one = exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!count) return one;
  try {
    const counted = count();
    // A runner that fails without a failed test has failed all the same.
    return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1 };
  }
}
