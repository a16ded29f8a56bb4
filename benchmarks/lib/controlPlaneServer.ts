/** Runs a simulated control plane in a process of its own, so that it does not count as the portal's. */
import {
  planeKindInfo,
  planeKindSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  startTestControlPlane,
  startTestGateway,
  type TestControlPlane,
  type TestGateway,
} from '@openchoreo-planes/control-plane-sim';
import type { Command } from './commands';
import { currentManifest, type Manifest } from './manifests';
import { serveParent } from './RemoteProcess';

const PARALLEL_WRITES = 16;
let controlPlane: TestControlPlane | undefined;
let gateway: TestGateway | undefined;

async function handle(command: Command): Promise<unknown> {
  if (command.type === 'start') {
    controlPlane = await startTestControlPlane();
    return controlPlane.kubeconfigFile;
  }
  if (!controlPlane) {
    throw new Error('The control plane is not started');
  }
  switch (command.type) {
    case 'populate':
      return populate(controlPlane, command.planes, command.namespaces);
    case 'title':
      return setTitle(controlPlane, command);
    case 'heartbeats':
      return heartbeats(controlPlane, command);
    case 'gateway':
      gateway = await startGateway(command.planes, command.namespaces);
      return {
        url: gateway.url,
        caFile: gateway.caFile,
        certFile: gateway.certFile,
        keyFile: gateway.keyFile,
      };
    case 'agents': {
      const plane = addressOf(command.index, command.namespaces);
      return gateway?.setAgents(plane.planeType, plane.planeID, command.count);
    }
    case 'requests': {
      const requests = controlPlane.requests();
      controlPlane.clearRequests();
      return requests;
    }
    default:
      await gateway?.stop();
      return controlPlane.stop();
  }
}

async function populate(
  { client }: TestControlPlane,
  planes: number,
  namespaces: number,
): Promise<void> {
  for (let i = 0; i < namespaces; i++) {
    await client.createNamespace(`team-${i}`);
  }
  await forEachParallel(planes, async index => {
    await client.create(structuredClone(currentManifest(index, namespaces)));
  });
}

function startGateway(planes: number, namespaces: number) {
  return startTestGateway({
    planes: Array.from({ length: planes }, (_, index) =>
      addressOf(index, namespaces),
    ),
  });
}

function addressOf(index: number, namespaces: number) {
  const { kind, metadata } = currentManifest(index, namespaces);
  const { name, namespace } = metadata;
  return {
    planeType: planeKindInfo(planeKindSchema.parse(kind)).gatewayPlaneType,
    planeID: name,
    namespace,
    name,
  };
}

async function setTitle(
  { client }: TestControlPlane,
  command: { index: number; namespaces: number; title: string },
): Promise<void> {
  const manifest = currentManifest(command.index, command.namespaces);
  await client.patch(keyOf(manifest), {
    metadata: { annotations: { 'openchoreo.dev/display-name': command.title } },
  });
}

async function heartbeats(
  { client }: TestControlPlane,
  command: {
    planes: number;
    namespaces: number;
    perMinute: number;
    minutes: number;
  },
): Promise<number> {
  const { planes, namespaces, perMinute, minutes } = command;
  const total = perMinute * minutes;
  const startedAt = performance.now();
  for (let sent = 0; sent < total; ) {
    const elapsed = performance.now() - startedAt;
    const due = Math.min(total, Math.floor((elapsed / 60_000) * perMinute) + 1);
    const batch = [];
    for (; sent < due; sent++) {
      const manifest = currentManifest(sent % planes, namespaces);
      const status = {
        agentConnection: {
          connected: true,
          connectedAgents: 1,
          lastHeartbeatTime: new Date().toISOString(),
          message: '1 agent connected',
        },
      };
      batch.push(
        client.patch(keyOf(manifest), { status }, { subresource: 'status' }),
      );
    }
    await Promise.all(batch);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return total;
}

function keyOf({ kind, metadata }: Manifest) {
  const { name, namespace } = metadata;
  return { plural: `${kind.toLowerCase()}s`, namespace, name };
}

async function forEachParallel(
  count: number,
  task: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      await task(next++);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_WRITES }, worker));
}

serveParent(handle);
