import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEFAULT_RELEASE,
  mergeReleaseCrds,
  readReleaseCrds,
} from '../crds/releases';
import { FaultProxy } from '../faults/FaultProxy';
import { CrdInstaller } from './CrdInstaller';
import { KubernetesClient } from './KubernetesClient';
import { startTestControllers } from './startTestControllers';
import { startSimulator } from './startSimulator';
import {
  BackingApiServer,
  TestControlPlane,
  TestControlPlaneOptions,
} from './TestControlPlane';

type Implementation = TestControlPlane['implementation'];

function chosenImplementation(): Implementation {
  const chosen = process.env.CONTROL_PLANE_IMPLEMENTATION || 'simulator';
  if (chosen !== 'simulator' && chosen !== 'kube-apiserver') {
    throw new Error(
      `CONTROL_PLANE_IMPLEMENTATION must be 'simulator' or 'kube-apiserver', not '${chosen}'`,
    );
  }
  return chosen;
}

async function startBacking(
  implementation: Implementation,
): Promise<BackingApiServer> {
  if (implementation === 'simulator') {
    return startSimulator();
  }
  const assetsDirectory = process.env.KUBEBUILDER_ASSETS;
  if (!assetsDirectory) {
    throw new Error(
      'KUBEBUILDER_ASSETS must name the directory of kube-apiserver and etcd',
    );
  }
  const { startKubeApiServer } = await import('./kubeApiServer');
  return startKubeApiServer({ assetsDirectory });
}

/** Runs the undo steps, the latest first, each whatever became of the others. */
async function undo(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of [...steps].reverse()) {
    await step().catch(failure => failures.push(failure));
  }
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      'The control plane did not stop cleanly',
    );
  }
}

/**
 * Starts a control plane for an integration suite, with the plane CustomResourceDefinitions of a
 * release and fault injection in front of it. It is the simulator, or a real kube-apiserver where the
 * environment says `CONTROL_PLANE_IMPLEMENTATION=kube-apiserver` and `KUBEBUILDER_ASSETS` names the
 * directory of its binaries.
 *
 * @throws Error where it cannot be started
 * @public
 */
export async function startTestControlPlane(
  options: TestControlPlaneOptions = {},
): Promise<TestControlPlane> {
  const implementation = chosenImplementation();
  const crds = await mergeReleaseCrds(options.releases ?? [DEFAULT_RELEASE]);
  const started: (() => Promise<void>)[] = [];
  try {
    const directory = await mkdtemp(join(tmpdir(), 'test-control-plane-'));
    started.push(() => rm(directory, { recursive: true, force: true }));
    const server = await startBacking(implementation);
    started.push(() => server.stop());
    const client = new KubernetesClient(server);
    started.push(async () => client.close());
    const installer = new CrdInstaller(client);
    await installer.install(crds);
    const proxy = await FaultProxy.start({ target: server, directory });
    started.push(() => proxy.stop());
    let issued: string | undefined;
    return {
      implementation,
      kubeconfigFile: proxy.kubeconfigFile,
      client,
      faults: proxy.faults,
      requests: () => proxy.requests(),
      clearRequests: () => proxy.clearRequests(),
      // A real API server restarts for both, and then serves one resource after the other.
      compact: async () => {
        await server.compact();
        await installer.untilAllServed();
      },
      stopServer: () => server.stopServer(),
      startServer: async () => {
        await server.startServer();
        await installer.untilAllServed();
      },
      killServer: () => server.killServer(),
      replaceCertificate: () => proxy.replaceCertificate(),
      revokeToken: async () => {
        if (issued === undefined) {
          throw new Error('The token of the administrator cannot be revoked');
        }
        await server.revokeToken(issued);
      },
      renewKubeconfig: async () => {
        issued = await server.issueToken();
        await proxy.writeKubeconfig(issued);
      },
      installCrds: async (release, plurals) =>
        installer.install(await readReleaseCrds(release, plurals)),
      removeCrd: plural => installer.remove(plural),
      startControllers: async controllerOptions => {
        const { controllers, stop } = await startTestControllers(
          server,
          directory,
          controllerOptions,
        );
        started.push(stop);
        return controllers;
      },
      stop: () => undo(started.splice(0)),
    };
  } catch (error) {
    await undo(started).catch(() => undefined);
    throw error;
  }
}
