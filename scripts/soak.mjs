import { join } from 'node:path';
import { typeScriptArgs } from './lib/controlPlane.mjs';
import { installDependencies } from './lib/install.mjs';
import { readNumber, readOptions } from './lib/options.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { runScript } from './lib/runScript.mjs';

const MINUTES = 5;

const usage = `Usage: npm run soak -- [options]

Has a portal with all plugins work for minutes on simulated control planes whose watches break, whose agents come and go, and
whose runs start, while people visit pages. Fails where memory, handles, sockets or listeners grow, where a request fails, or
where the portal does not show what the control planes have.

  --minutes N   how long (default: ${MINUTES})
  --seed N      what the faults and visits are drawn by (default: another one each time)
  --help        print this`;

await runScript(async supervisor => {
  const { values } = readOptions(
    {
      minutes: { type: 'string', default: String(MINUTES) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean' },
    },
    { usage },
  );
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const minutes = readNumber(values.minutes, '--minutes', { min: 1 });
  const seed = readNumber(values.seed, '--seed', { min: 0 });
  await installDependencies(supervisor);
  return supervisor.run({
    name: 'soak',
    args: [
      '--expose-gc',
      // Node has it without asking from version 22 on.
      '--experimental-websocket',
      '--disable-warning=ExperimentalWarning',
      ...typeScriptArgs,
      join(repositoryRoot, 'packages/system-tests/soak/soak.ts'),
      `--minutes=${minutes}`,
      `--seed=${seed}`,
    ],
    output: 'terminal',
  });
});
