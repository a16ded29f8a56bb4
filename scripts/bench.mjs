import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { typeScriptArgs } from './lib/controlPlane.mjs';
import { installDependencies } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { POSTGRES_VARIABLE, withPostgres } from './lib/postgres.mjs';
import { runScript } from './lib/runScript.mjs';
import { UserError } from './lib/userError.mjs';

const SUFFIX = '.bench.ts';
const directory = join(repositoryRoot, 'benchmarks');
/** Those that look at a page. */
const inBrowser = new Set(['timelineView']);
/** Those that need a database which processes share. */
const onPostgres = new Set(['replicas']);

await runScript(async supervisor => {
  const names = (await readdir(directory))
    .filter(file => file.endsWith(SUFFIX))
    .map(file => file.slice(0, -SUFFIX.length))
    .sort();
  const usage = `Usage: npm run bench [-- NAME ...]

Runs the named benchmarks, or all of them: ${names.join(', ')}`;
  const { values, positionals } = readOptions(
    { help: { type: 'boolean' } },
    { usage, allowPositionals: true },
  );
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const unknown = positionals.find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new UserError(`There is no benchmark '${unknown}'.\n\n${usage}`);
  }
  await installDependencies(supervisor);
  let worst = 0;
  for (const name of positionals.length > 0 ? positionals : names) {
    console.log(`\n=== ${name}`);
    const chromium = inBrowser.has(name)
      ? await ensureChromium(supervisor)
      : undefined;
    const run = (/** @type {Record<string, string>} */ env) =>
      supervisor.run({
        name: `bench-${name}`,
        args: [
          '--expose-gc',
          ...typeScriptArgs,
          join(directory, `${name}${SUFFIX}`),
        ],
        env: {
          NODE_ENV: 'production',
          ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
          ...env,
        },
        output: 'terminal',
      });
    const code = onPostgres.has(name)
      ? await withPostgres(supervisor, async env =>
          POSTGRES_VARIABLE in env ? run(env) : 0,
        )
      : await run({});
    worst = Math.max(worst, code);
  }
  return worst;
});
