import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../userError.mjs';
import { waitForHttp } from '../waitForHttp.mjs';
import { whileRunning } from '../whileRunning.mjs';

const START_TIMEOUT_MS = 180_000;

/**
 * The configuration of the documentation with the control plane at hand in place of that in its examples.
 *
 * @param {string} config - YAML
 * @param {import('../controlPlane.mjs').ControlPlane} controlPlane
 */
function withControlPlane(config, { kubeconfig, gateway }) {
  /** @type {[example: string, actual: string][]} */
  const examples = [
    ['/etc/backstage/openchoreo.kubeconfig', kubeconfig],
    [
      'https://cluster-gateway.openchoreo-control-plane.svc.cluster.local:8444',
      gateway.url,
    ],
    ['/etc/backstage/cluster-gateway/ca.crt', gateway.caFile],
    ['/etc/backstage/cluster-gateway/tls.crt', gateway.certFile],
    ['/etc/backstage/cluster-gateway/tls.key', gateway.keyFile],
  ];
  return examples.reduce((text, [example, actual]) => {
    if (!text.includes(example)) {
      throw new UserError(
        `The configuration in docs/installation.md does not name '${example}' any more.`,
      );
    }
    return text.replace(example, actual);
  }, config);
}

/**
 * Starts the built backend with one of the frontends, and waits until both answer.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {object} options
 * @param {string} options.directory - of the portal
 * @param {import('./layOutPortal.mjs').Frontend} options.frontend
 * @param {number} options.port
 * @param {import('../controlPlane.mjs').ControlPlane} options.controlPlane
 * @returns {Promise<{ program: import('../supervisor.mjs').Program, url: string }>}
 */
export async function startAdopterPortal(
  supervisor,
  { directory, frontend, port, controlPlane },
) {
  const url = `http://localhost:${port}`;
  const file = join(directory, frontend.config);
  const config = withControlPlane(await readFile(file, 'utf8'), controlPlane);
  await writeFile(file, config);
  const local = join(directory, `app-config.${frontend.package}.local.yaml`);
  await writeFile(
    local,
    JSON.stringify({
      app: { baseUrl: url, packageName: frontend.package },
      backend: { baseUrl: url, listen: { host: '127.0.0.1', port } },
    }),
  );
  const program = supervisor.start({
    name: `adopter-${frontend.package}`,
    args: ['.', `--config=${file}`, `--config=${local}`],
    // The template's example data lie relative to it.
    cwd: join(directory, 'packages/backend'),
    // As with `yarn start`, guests may sign in.
    env: { NODE_ENV: 'development' },
  });
  await whileRunning(program, START_TIMEOUT_MS, async signal => {
    await waitForHttp(`${url}/.backstage/health/v1/readiness`, { signal });
    const isApp = (/** @type {string} */ body) => body.includes('id="root"');
    await waitForHttp(url, { signal, accept: isApp });
  });
  return { program, url };
}
