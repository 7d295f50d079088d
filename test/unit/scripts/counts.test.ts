import { describe, expect, it } from 'vitest';
import { countCheck, countPlaywright, countVitest } from '../../../scripts/counts.ts';
import playwright from './reports/playwright.json';
import unloadableSpec from './reports/playwright-unloadable.json';
import vitest from './reports/vitest.json';

/** The reports were written by the runners themselves, about tests of one line each; then shortened. */
describe('the closing line of npm test', () => {
  it('counts in Vitest a failed test, a failed set-up and a file that cannot be loaded once each', () => {
    expect(vitest).toMatchObject({ numPassedTests: 2, numFailedTests: 1, numFailedTestSuites: 6 });
    expect(countCheck(1, () => countVitest(vitest))).toEqual({ passed: 2, failed: 3 });
  });

  it('counts a test that failed deep in groups once', () => {
    const only = vitest.testResults.filter(({ name }) => name.endsWith('mixed.test.ts'));
    const report = { ...vitest, testResults: only };
    expect(countCheck(1, () => countVitest(report))).toEqual({ passed: 2, failed: 1 });
  });

  it('counts in Playwright a failed test once, and one that passed only at its second try', () => {
    expect(countCheck(1, () => countPlaywright(playwright))).toEqual({ passed: 1, failed: 2 });
  });

  it('counts a spec that cannot be loaded', () => {
    expect(countCheck(1, () => countPlaywright(unloadableSpec))).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a check without a report as one test', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0 });
    expect(countCheck(3)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a runner that failed although its tests passed, or left no report it knows', () => {
    expect(countCheck(1, () => ({ passed: 7, failed: 0 }))).toEqual({ passed: 7, failed: 1 });
    expect(countCheck(0, () => countVitest({}))).toEqual({ passed: 0, failed: 1 });
    expect(countCheck(1, () => countPlaywright(null))).toEqual({ passed: 0, failed: 1 });
  });
});
