import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  explainFailure,
  sortLiteralUnions,
  undocumentedExports,
} from './apiReportText.mjs';
import { repositoryRoot } from './paths.mjs';
import { runTool } from './runners.mjs';
import { UserError } from './userError.mjs';

const REPO_TOOLS = join(
  repositoryRoot,
  'node_modules/@backstage/repo-tools/bin/backstage-repo-tools',
);
/** Where the tool looks for the type declarations of the plugins. */
const declarationDirectory = join(repositoryRoot, 'dist-types/plugins');

/**
 * Writes the report of what each plugin exports, and of its tables, or checks that they are as they should be.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {{ check: boolean }} options
 * @throws {UserError} that says what is wrong, and what to do
 */
export async function apiReports(supervisor, { check }) {
  await compileDeclarations(supervisor);
  const program = supervisor.start({
    name: 'api-reports',
    args: [
      REPO_TOOLS,
      'api-reports',
      '--include=plugins/*',
      '--sql-reports',
      '--validate-release-tags',
      // Packages of the workspace are found as sources, which is all right; for what is undocumented see below.
      '--omit-messages=ae-wrong-input-file-type,ae-undocumented',
      ...(check ? ['--ci'] : []),
    ],
    // The order of names in a report depends on the language.
    env: { LANG: 'en_EN' },
  });
  if ((await program.exited) !== 0) {
    const reason = explainFailure(await readFile(program.logFile, 'utf8'));
    const remedy = check
      ? 'Run `npm run api-reports`, look at what has changed, and commit it. '
      : '';
    throw new UserError(`${reason}\n${remedy}The log: ${program.logFile}`);
  }
  await requireDescriptions();
}

/** @param {import('./supervisor.mjs').Supervisor} supervisor */
async function compileDeclarations(supervisor) {
  const code = await runTool(supervisor, 'typescript/bin/tsc', [
    '--project',
    'scripts/tsconfig.api.json',
  ]);
  if (code !== 0) {
    throw new UserError('The API cannot be read until the types are right.');
  }
  for (const name of await readdir(declarationDirectory, { recursive: true })) {
    if (name.endsWith('.d.ts')) {
      const file = join(declarationDirectory, name);
      await writeFile(file, sortLiteralUnions(await readFile(file, 'utf8')));
    }
  }
}

async function requireDescriptions() {
  const plugins = join(repositoryRoot, 'plugins');
  const missing = [];
  for (const plugin of await readdir(plugins)) {
    for (const name of await readdir(join(plugins, plugin))) {
      if (name.endsWith('.api.md')) {
        const report = await readFile(join(plugins, plugin, name), 'utf8');
        missing.push(
          ...undocumentedExports(report).map(
            declaration => `plugins/${plugin}: ${declaration}`,
          ),
        );
      }
    }
  }
  if (missing.length > 0) {
    throw new UserError(
      `These exports have no description:\n${missing.join('\n')}`,
    );
  }
}
