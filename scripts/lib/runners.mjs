import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jestCounts, readCounts, tapCounts } from './counts.mjs';
import { cacheDirectory, repositoryRoot } from './paths.mjs';
import { toolEnvironment } from './yarn.mjs';

/** @typedef {import('./supervisor.mjs').Supervisor} Supervisor */
/** @typedef {import('./testRun.mjs').StepOutcome} StepOutcome */

/** Tests that need a control plane, or a portal of several processes; the path of their files. */
export const integrationTests = String.raw`\.integration\.test\.tsx?$`;

const reportDirectory = join(cacheDirectory, 'reports');

/**
 * Runs a tool that is installed in the checkout, its output on the terminal.
 *
 * @param {Supervisor} supervisor
 * @param {string} script - relative to node_modules
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} its exit code
 */
export function runTool(supervisor, script, args, env = {}) {
  return supervisor.run({
    name: args[0],
    args: [join(repositoryRoot, 'node_modules', script), ...args],
    env: { ...toolEnvironment(), CI: 'true', ...env },
    output: 'terminal',
  });
}

/**
 * A place for a runner's report, with no older one in it.
 *
 * @param {string} name
 */
export async function freshReportFile(name) {
  await mkdir(reportDirectory, { recursive: true });
  const file = join(reportDirectory, name);
  await rm(file, { force: true });
  return file;
}

/**
 * Runs tests of the packages with Jest.
 *
 * @param {Supervisor} supervisor
 * @param {{ pattern?: string, except?: string, env?: Record<string, string> }} [options] - regular expressions for the
 * paths of test files
 * @returns {Promise<StepOutcome>}
 */
export async function runJest(supervisor, { pattern, except, env = {} } = {}) {
  const report = await freshReportFile('jest.json');
  const code = await runTool(
    supervisor,
    '@backstage/cli/bin/backstage-cli',
    [
      'repo',
      'test',
      ...(pattern ? [pattern] : []),
      '--maxWorkers=2',
      // What loads much, or asks a server, takes longer than Jest's five seconds on a machine that does other things as well.
      '--testTimeout=30000',
      '--silent',
      '--json',
      `--outputFile=${report}`,
      // Last, for Jest takes whatever follows it as one more path to ignore.
      ...(except ? [`--testPathIgnorePatterns=${except}`] : []),
    ],
    {
      // Lets backend code under test load ES modules with import().
      NODE_OPTIONS:
        '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      LOG_LEVEL: 'error',
      ...env,
    },
  );
  return { code, counts: await readCounts(report, jestCounts) };
}

/**
 * Runs the tests of the scripts with Node's own runner.
 *
 * @param {Supervisor} supervisor
 * @param {readonly string[]} files
 * @returns {Promise<StepOutcome>}
 */
export async function runNodeTests(supervisor, files) {
  const report = await freshReportFile('scripts.tap');
  const code = await supervisor.run({
    name: 'node-test',
    args: [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    output: 'terminal',
  });
  return { code, counts: await readCounts(report, tapCounts) };
}
