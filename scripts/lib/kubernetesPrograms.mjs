import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { buildGoProgram } from './goBuild.mjs';
import { withProgress } from './progress.mjs';
import { UserError } from './userError.mjs';

const KUBERNETES_VERSION = '1.34.4';
const ETCD_VERSION = '3.6.8';

/**
 * A folder with the programs `kube-apiserver` and `etcd`: the one that KUBEBUILDER_ASSETS names, or
 * one in the user's cache, which is filled once where Go is installed.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<string | undefined>} nothing where the programs are not to be had
 */
export async function ensureKubernetesPrograms(supervisor) {
  const configured = process.env.KUBEBUILDER_ASSETS;
  if (configured) {
    if (!hasPrograms(configured)) {
      throw new UserError(
        `KUBEBUILDER_ASSETS names '${configured}', which does not hold kube-apiserver and etcd.`,
      );
    }
    return configured;
  }
  const directory = programDirectory();
  if (hasPrograms(directory)) {
    return directory;
  }
  const goVersion = await supervisor.run({
    name: 'go-version',
    command: 'go',
    args: ['version'],
  });
  if (goVersion !== 0) {
    return undefined;
  }
  await withProgress(`Building etcd ${ETCD_VERSION}`, () =>
    buildGoProgram(supervisor, {
      name: 'etcd',
      module: 'go.etcd.io/etcd/server/v3',
      version: `v${ETCD_VERSION}`,
      directory,
    }),
  );
  await withProgress(
    `Building kube-apiserver ${KUBERNETES_VERSION}, once, for some minutes`,
    () =>
      buildGoProgram(supervisor, {
        name: 'kube-apiserver',
        module: 'k8s.io/kubernetes',
        version: `v${KUBERNETES_VERSION}`,
        package: 'cmd/kube-apiserver',
        // Kubernetes 1.x.y publishes the parts of its repository as modules of version 0.x.y.
        partsVersion: `v${KUBERNETES_VERSION.replace(/^1\./, '0.')}`,
        linkerFlags: [
          `-X k8s.io/component-base/version.gitVersion=v${KUBERNETES_VERSION}`,
        ],
        directory,
      }),
  );
  return directory;
}

function programDirectory() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(
    cache,
    'openchoreo-planes',
    `kubernetes-${KUBERNETES_VERSION}-etcd-${ETCD_VERSION}-${process.platform}-${process.arch}`,
  );
}

/** @param {string} directory */
function hasPrograms(directory) {
  return ['kube-apiserver', 'etcd'].every(name =>
    existsSync(join(directory, name)),
  );
}
