import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { apiReports } from './lib/apiReports.mjs';
import { buildPortal } from './lib/buildPortal.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { checkDocs } from './lib/docs/checkDocs.mjs';
import { installDependencies } from './lib/install.mjs';
import { runJourneys } from './lib/journeys.mjs';
import { readOptions } from './lib/options.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { withPostgres } from './lib/postgres.mjs';
import {
  integrationTests,
  runJest,
  runNodeTests,
  runTool,
} from './lib/runners.mjs';
import { runScript } from './lib/runScript.mjs';
import { TestRun } from './lib/testRun.mjs';
import { UserError } from './lib/userError.mjs';

const steps = [
  'types',
  'lint',
  'format',
  'api',
  'unused',
  'unit',
  'integration',
  'scripts',
  'docs',
  'build',
  'journeys',
];

const usage = `Usage: npm test -- [options]

Installs what is missing, then checks everything and prints a summary.

  --only STEP   run this step alone; may be given several times
                ${steps.join(', ')}
  --help        print this`;

await runScript(async supervisor => {
  const { values } = readOptions(
    { only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    { usage },
  );
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const unknown = values.only?.find(name => !steps.includes(name));
  if (unknown !== undefined) {
    throw new UserError(`There is no step '${unknown}'.\n\n${usage}`);
  }
  /** @param {string} name */
  const wanted = name => values.only?.includes(name) ?? true;
  const run = new TestRun(() => supervisor.isStopping);

  const installed = await run.step('Dependencies', async () => {
    await installDependencies(supervisor);
    return { code: 0 };
  });
  if (installed) {
    await runSteps(supervisor, run, wanted);
  }
  await run.save('test');
  console.log(run.summary());
  return run.passed ? 0 : 1;
});

/**
 * @param {import('./lib/supervisor.mjs').Supervisor} supervisor
 * @param {TestRun} run
 * @param {(name: string) => boolean} wanted
 */
async function runSteps(supervisor, run, wanted) {
  if (wanted('types')) {
    await run.step('Type check', () => checkTypes(supervisor));
  }
  if (wanted('lint')) {
    await run.step('Lint', () => lint(supervisor));
  }
  if (wanted('format')) {
    await run.step('Formatting', async () => ({
      code: await runTool(supervisor, 'prettier/bin-prettier.js', [
        '--check',
        '--loglevel=warn',
        '.',
      ]),
    }));
  }
  if (wanted('api')) {
    await run.step('API reports', async () => {
      await apiReports(supervisor, { check: true });
      return { code: 0 };
    });
  }
  if (wanted('unused')) {
    await run.step('Unused code and dependencies', async () => ({
      code: await runTool(supervisor, 'knip/bin/knip.js', [
        '--no-progress',
        // Patterns for many packages match nothing in some of them.
        '--no-config-hints',
      ]),
    }));
  }
  if (wanted('unit')) {
    await run.step('Unit tests', () =>
      withPostgres(supervisor, env =>
        runJest(supervisor, { except: integrationTests, env }),
      ),
    );
  }
  if (wanted('integration')) {
    await run.step('Integration tests', () =>
      withPostgres(supervisor, env =>
        runJest(supervisor, { pattern: integrationTests, env }),
      ),
    );
  }
  if (wanted('scripts')) {
    await run.step('Tests of the scripts', async () =>
      runNodeTests(supervisor, await listScriptTests()),
    );
  }
  if (wanted('docs') || wanted('journeys')) {
    // The journeys read it.
    await run.step('Documentation', () => checkDocs(supervisor));
  }
  if (wanted('build') || wanted('journeys')) {
    const built = await run.step('Production build', async () => {
      await buildPortal(supervisor);
      return { code: 0 };
    });
    if (!wanted('journeys')) {
      return;
    }
    if (built) {
      await run.step('Browser journeys', async () =>
        runJourneys(supervisor, await ensureChromium(supervisor)),
      );
    } else {
      run.cannotRun('Browser journeys');
    }
  }
}

/** @param {import('./lib/supervisor.mjs').Supervisor} supervisor */
async function checkTypes(supervisor) {
  let code = 0;
  for (const project of ['tsconfig.json', 'scripts/tsconfig.json']) {
    const result = await runTool(supervisor, 'typescript/bin/tsc', [
      `--project`,
      project,
      '--noEmit',
      '--incremental',
      'false',
    ]);
    code ||= result;
  }
  return { code };
}

/** @param {import('./lib/supervisor.mjs').Supervisor} supervisor */
async function lint(supervisor) {
  const packages = await runTool(
    supervisor,
    '@backstage/cli/bin/backstage-cli',
    ['repo', 'lint', '--max-warnings', '0'],
  );
  const others = await runTool(supervisor, 'eslint/bin/eslint.js', [
    '--max-warnings=0',
    '--ext=.js,.cjs,.mjs,.ts',
    'scripts',
    'benchmarks',
    'playwright.config.ts',
    'playwright.adopter.config.ts',
  ]);
  const manifests = await runTool(
    supervisor,
    '@backstage/cli/bin/backstage-cli',
    ['repo', 'fix', '--publish', '--check'],
  );
  return { code: packages || others || manifests };
}

async function listScriptTests() {
  const scripts = join(repositoryRoot, 'scripts');
  const entries = await readdir(scripts, { recursive: true });
  return entries
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(scripts, name));
}
