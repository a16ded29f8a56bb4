import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildPortal } from './lib/buildPortal.mjs';
import { startControlPlane } from './lib/controlPlane.mjs';
import { publishDocs } from './lib/docs/publishDocs.mjs';
import { installDependencies } from './lib/install.mjs';
import { readOptions, readPort } from './lib/options.mjs';
import { cacheDirectory } from './lib/paths.mjs';
import { startPortal } from './lib/portal.mjs';
import { requireFreePort } from './lib/ports.mjs';
import { withProgress } from './lib/progress.mjs';
import { runScript } from './lib/runScript.mjs';
import { UserError } from './lib/userError.mjs';

const usage = `Usage: npm start -- [options]

Starts the portal with an embedded control plane, or on your own cluster.

  --port PORT         where the portal listens; 7007 unless given
  --empty             begin with a control plane without planes, to register the first
  --kubeconfig FILE   show the planes of this cluster; no embedded control plane
  --context NAME      a context of that file; its current one unless given
  --gateway URL       the internal API of that cluster's cluster gateway
  --gateway-certificates FOLDER
                      with ca.crt, tls.crt and tls.key for it
  --database FOLDER   keep the portal's data in SQLite files there; in memory unless given
  --help              print this`;

await runScript(async supervisor => {
  const { values } = readOptions(
    {
      port: { type: 'string', default: '7007' },
      empty: { type: 'boolean', default: false },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      gateway: { type: 'string' },
      'gateway-certificates': { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean' },
    },
    { usage },
  );
  if (values.help) {
    console.log(usage);
    return;
  }
  if (values.empty && values.kubeconfig) {
    throw new UserError('--empty and --kubeconfig exclude each other.');
  }
  if (values.context && !values.kubeconfig) {
    throw new UserError('--context needs --kubeconfig.');
  }
  if (values.gateway && !values.kubeconfig) {
    throw new UserError('--gateway needs --kubeconfig.');
  }
  if (Boolean(values.gateway) !== Boolean(values['gateway-certificates'])) {
    throw new UserError(
      '--gateway and --gateway-certificates need each other.',
    );
  }
  const port = readPort(values.port, '--port');
  const portRemedy = `Stop that program, or choose another port: npm start -- --port ${
    port + 1
  }`;
  await requireFreePort(port, portRemedy);
  await requireFile(values.kubeconfig);

  await installDependencies(supervisor);
  await buildPortal(supervisor);
  await publishDocs(supervisor);
  const { kubeconfig, gateway } = values.kubeconfig
    ? { kubeconfig: values.kubeconfig, gateway: ownGateway(values) }
    : await withProgress('Starting the embedded control plane', () =>
        startControlPlane(supervisor, {
          world: values.empty ? 'empty' : 'demo',
        }),
      );
  await requireFreePort(port, portRemedy);
  const portal = await withProgress('Starting the portal', () =>
    startPortal(supervisor, {
      name: 'portal',
      configFile: join(cacheDirectory, 'app-config.start.yaml'),
      port,
      controlPlanes: [{ kubeconfig, context: values.context, gateway }],
      database: values.database,
    }),
  );

  console.log(`\nPortal:  ${portal.url}`);
  const context = values.context ? ` --context ${values.context}` : '';
  console.log(
    `kubectl: kubectl --kubeconfig ${kubeconfig}${context} get dataplanes -A`,
  );
  console.log('Ctrl-C stops everything.');
  throw await supervisor.firstFailure();
});

/**
 * @param {{ gateway?: string, 'gateway-certificates'?: string }} values
 * @returns {import('./lib/controlPlane.mjs').Gateway | undefined}
 */
function ownGateway({ gateway: url, 'gateway-certificates': folder }) {
  return url && folder
    ? {
        url,
        caFile: resolve(folder, 'ca.crt'),
        certFile: resolve(folder, 'tls.crt'),
        keyFile: resolve(folder, 'tls.key'),
      }
    : undefined;
}

/** @param {string | undefined} file */
async function requireFile(file) {
  if (file === undefined) {
    return;
  }
  try {
    await access(file);
  } catch {
    throw new UserError(`The kubeconfig '${file}' cannot be read.`);
  }
}
