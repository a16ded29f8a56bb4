import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { cacheDirectory, repositoryRoot } from './paths.mjs';
import { programFailure } from './supervisor.mjs';
import { whileRunning } from './whileRunning.mjs';

const START_TIMEOUT_MS = 60_000;

/** Where the control plane of `npm start` has its files. */
export const defaultDirectory = join(cacheDirectory, 'control-plane');

/**
 * How a cluster gateway's internal API is reached, as `openchoreo.controlPlanes[].gateway` has it.
 *
 * @typedef {{ url: string, caFile: string, certFile: string, keyFile: string }} Gateway
 */

/**
 * What the embedded control plane says once it runs.
 *
 * @typedef {{ url: string, kubeconfig: string, gateway: Gateway }} ControlPlane
 */

/** Lets Node run the TypeScript of this repository. */
export const typeScriptArgs = [
  '--enable-source-maps',
  '--require',
  join(repositoryRoot, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
];

/**
 * @typedef {object} ControlPlaneOptions
 * @property {string} [name] - of the log file
 * @property {string} [directory] - where the kubeconfig goes
 * @property {'demo' | 'empty'} [world] - the demo unless named
 * @property {string} [release] - whose resources an empty one serves; the latest unless named
 */

/**
 * Starts the embedded control plane.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {ControlPlaneOptions} [options]
 * @returns {Promise<{ program: import('./supervisor.mjs').Program } & ControlPlane>}
 */
export async function startControlPlane(supervisor, options = {}) {
  const {
    name = 'control-plane',
    directory = defaultDirectory,
    world = 'demo',
    release,
  } = options;
  const program = supervisor.start({
    name,
    args: [
      ...typeScriptArgs,
      join(repositoryRoot, 'packages/control-plane-sim/src/cli.ts'),
      '--port=0',
      `--directory=${directory}`,
      `--world=${world}`,
      ...(release ? [`--release=${release}`] : []),
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
 * @returns {Promise<ControlPlane>}
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
    const { event, url, kubeconfig, gateway } = JSON.parse(line);
    if (event === 'ready') {
      child.stdout.resume();
      const { caFile, certFile, keyFile } = gateway;
      return {
        url,
        kubeconfig,
        gateway: { url: gateway.url, caFile, certFile, keyFile },
      };
    }
  }
  throw await programFailure(program, await program.exited);
}
