import { runScript } from './lib/runScript.mjs';
import { ensureYarn, toolEnvironment, yarnScript } from './lib/yarn.mjs';

// For people without Yarn: `npm run yarn -- install` runs the pinned version.
await runScript(async supervisor => {
  await ensureYarn(supervisor);
  return supervisor.run({
    name: 'yarn',
    args: [yarnScript, ...process.argv.slice(2)],
    env: toolEnvironment(),
    output: 'terminal',
  });
});
