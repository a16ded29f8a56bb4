import { readFile } from 'node:fs/promises';

/**
 * How many test cases a runner ran.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const noCounts = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  return all.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    noCounts,
  );
}

/**
 * The line that closes a run, for people and for machines.
 *
 * @param {Counts} counts
 */
export function formatCounts({ passed, failed, skipped }) {
  const end = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${end}`;
}

/**
 * Reads what Jest writes with `--json`. A file that could not run counts as a failure of its own.
 *
 * @param {string} text
 * @returns {Counts}
 */
export function jestCounts(text) {
  const report = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Reads what Playwright's `json` reporter writes.
 *
 * @param {string} text
 * @returns {Counts}
 */
export function playwrightCounts(text) {
  const { stats, errors } = JSON.parse(text);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * Reads the closing lines of Node's `tap` reporter.
 *
 * @param {string} text
 * @returns {Counts}
 */
export function tapCounts(text) {
  /** @param {string} name */
  const total = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}

/**
 * Reads a runner's report; without one the runner itself has failed.
 *
 * @param {string} file
 * @param {(text: string) => Counts} parse
 * @returns {Promise<Counts>}
 */
export async function readCounts(file, parse) {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch {
    return { ...noCounts, failed: 1 };
  }
}
