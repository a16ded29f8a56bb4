import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCounts, noCounts, sumCounts } from './counts.mjs';
import { cacheDirectory } from './paths.mjs';
import { formatDuration } from './progress.mjs';
import { UserError } from './userError.mjs';

/** Where each run leaves its counts for whoever adds them up. */
export const resultDirectory = join(cacheDirectory, 'results');

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {{ code: number, counts?: Counts }} StepOutcome - an exit code, and counts where the step runs test cases
 * @typedef {{ title: string, result: 'passed' | 'failed' | 'not run', ms: number, counts?: Counts }} StepResult
 */

/** Runs the steps of a test run one after the other and remembers how they went. */
export class TestRun {
  /** @type {StepResult[]} */
  #results = [];
  #isStopping;

  /** @param {() => boolean} isStopping - whether the run is being interrupted */
  constructor(isStopping) {
    this.#isStopping = isStopping;
  }

  /**
   * Runs a step; its failure does not end the run.
   *
   * @param {string} title
   * @param {() => Promise<StepOutcome>} work
   * @returns {Promise<boolean>} whether it passed
   */
  async step(title, work) {
    console.log(`\n=== ${title}`);
    const start = Date.now();
    /** @type {StepOutcome} */
    let outcome = { code: 1 };
    try {
      outcome = await work();
    } catch (error) {
      if (this.#isStopping()) {
        throw error;
      }
      console.error(error instanceof UserError ? error.message : error);
    }
    const { code, counts } = outcome;
    const passed = code === 0 && !counts?.failed;
    this.#results.push({
      title,
      result: passed ? 'passed' : 'failed',
      ms: Date.now() - start,
      counts,
    });
    return passed;
  }

  /**
   * Notes a step that cannot run.
   *
   * @param {string} title
   */
  cannotRun(title) {
    this.#results.push({ title, result: 'not run', ms: 0 });
  }

  /** Whether every step passed. */
  get passed() {
    return this.#results.every(({ result }) => result === 'passed');
  }

  /** Test cases over all steps; a failed step that counts none is one failure. */
  get totals() {
    return sumCounts(
      this.#results.map(({ result, counts }) =>
        result === 'passed' || counts?.failed
          ? counts ?? noCounts
          : { ...(counts ?? noCounts), failed: 1 },
      ),
    );
  }

  /** A table of the steps, closed by the line of totals. */
  summary() {
    const width = Math.max(...this.#results.map(({ title }) => title.length));
    const lines = this.#results.map(({ title, result, ms, counts }) =>
      [
        title.padEnd(width),
        result.padEnd(7),
        formatDuration(ms).padStart(11),
        counts ? `  ${formatCounts(counts)}` : '',
      ]
        .join('  ')
        .trimEnd(),
    );
    return ['', 'Summary', ...lines, '', formatCounts(this.totals)].join('\n');
  }

  /**
   * Leaves the totals in a file of the {@link resultDirectory}.
   *
   * @param {string} name
   */
  async save(name) {
    await mkdir(resultDirectory, { recursive: true });
    await writeFile(
      join(resultDirectory, `${name}.json`),
      JSON.stringify(this.totals),
    );
  }
}
