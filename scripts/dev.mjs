import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backstageCli } from './lib/backstageCli.mjs';
import { startControlPlane } from './lib/controlPlane.mjs';
import { publishDocs } from './lib/docs/publishDocs.mjs';
import { installDependencies } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { cacheDirectory, repositoryRoot } from './lib/paths.mjs';
import { requireFreePort } from './lib/ports.mjs';
import { withProgress } from './lib/progress.mjs';
import { runScript } from './lib/runScript.mjs';
import { waitForHttp } from './lib/waitForHttp.mjs';
import { whileRunning } from './lib/whileRunning.mjs';
import { toolEnvironment } from './lib/yarn.mjs';

const APP_PORT = 3000;
const BACKEND_PORT = 7007;
const START_TIMEOUT_MS = 300_000;

const usage = `Usage: npm run dev

Starts app and backend with hot reload, on an embedded control plane.`;

await runScript(async supervisor => {
  const { values } = readOptions({ help: { type: 'boolean' } }, { usage });
  if (values.help) {
    console.log(usage);
    return;
  }
  for (const port of [APP_PORT, BACKEND_PORT]) {
    await requireFreePort(port, 'Stop that program and try again.');
  }
  await installDependencies(supervisor);
  await publishDocs(supervisor);
  const { kubeconfig, gateway } = await withProgress(
    'Starting the embedded control plane',
    () => startControlPlane(supervisor),
  );
  const configFile = await writeConfig(kubeconfig, gateway);
  const program = supervisor.start({
    name: 'dev',
    args: [
      backstageCli,
      'repo',
      'start',
      `--config=${join(repositoryRoot, 'app-config.yaml')}`,
      `--config=${configFile}`,
    ],
    env: toolEnvironment(),
    output: 'terminal',
  });
  await whileRunning(program, START_TIMEOUT_MS, async signal => {
    const readiness = `http://localhost:${BACKEND_PORT}/.backstage/health/v1/readiness`;
    await waitForHttp(readiness, { signal });
    await waitForHttp(`http://localhost:${APP_PORT}`, { signal });
  });
  console.log(`\nPortal:  http://localhost:${APP_PORT}`);
  console.log(`kubectl: kubectl --kubeconfig ${kubeconfig} get dataplanes -A`);
  throw await supervisor.firstFailure();
});

/**
 * @param {string} kubeconfig
 * @param {import('./lib/controlPlane.mjs').Gateway} gateway
 */
async function writeConfig(kubeconfig, gateway) {
  await mkdir(cacheDirectory, { recursive: true });
  const file = join(cacheDirectory, 'app-config.dev.yaml');
  const config = {
    app: { baseUrl: `http://localhost:${APP_PORT}` },
    backend: {
      baseUrl: `http://localhost:${BACKEND_PORT}`,
      listen: { host: '127.0.0.1', port: BACKEND_PORT },
      cors: { origin: `http://localhost:${APP_PORT}` },
    },
    openchoreo: {
      controlPlanes: [
        { name: 'default', kubeconfig: { file: kubeconfig }, gateway },
      ],
    },
  };
  // JSON is YAML.
  await writeFile(file, JSON.stringify(config, null, 2));
  return file;
}
