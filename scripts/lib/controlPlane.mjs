import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { cacheDirectory, repositoryRoot } from './paths.mjs';
import { programFailure } from './supervisor.mjs';
import { whileRunning } from './whileRunning.mjs';

const START_TIMEOUT_MS = 60_000;

/** Lets Node run the TypeScript of this repository. */
export const typeScriptArgs = [
  '--enable-source-maps',
  '--require',
  join(repositoryRoot, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
];

/**
 * Starts the embedded control plane with the demo world.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {{ name?: string, directory?: string }} [options] - the name of the log file, and where the kubeconfig goes
 * @returns {Promise<{ program: import('./supervisor.mjs').Program, url: string, kubeconfig: string }>}
 */
export async function startControlPlane(supervisor, options = {}) {
  const {
    name = 'control-plane',
    directory = join(cacheDirectory, 'control-plane'),
  } = options;
  const program = supervisor.start({
    name,
    args: [
      ...typeScriptArgs,
      join(repositoryRoot, 'packages/control-plane-sim/src/cli.ts'),
      '--port=0',
      `--directory=${directory}`,
      '--world=demo',
    ],
    readStdout: true,
  });
  const ready = await whileRunning(program, START_TIMEOUT_MS, () =>
    readReadyEvent(program),
  );
  return { program, ...ready };
}

/**
 * @param {import('./supervisor.mjs').Program} program
 * @returns {Promise<{ url: string, kubeconfig: string }>}
 */
async function readReadyEvent(program) {
  const { child } = program;
  if (!child.stdout) {
    throw new Error('The standard output of the control plane is not readable');
  }
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) {
      continue;
    }
    const { event, url, kubeconfig } = JSON.parse(line);
    if (event === 'ready') {
      child.stdout.resume();
      return { url, kubeconfig };
    }
  }
  throw await programFailure(program, await program.exited);
}
