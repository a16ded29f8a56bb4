import { execFileSync } from 'node:child_process';
import {
  type ConnectionTestStep,
  type ConnectionTestStepName,
  createFleet,
  type Plane,
  type Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { knownKinds } from '@openchoreo-planes/backstage-plugin-planes-node';
import type {
  ClusterGateways,
  PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { TestManifest } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { ConnectionTestContext } from '../types';

/** The time of every test. */
export const NOW = new Date('2026-11-21T12:00:00Z');

const STATUS = {
  observedGeneration: 1,
  conditions: [
    {
      type: 'Created',
      status: 'True',
      reason: 'Created',
      message: 'Plane is created',
      lastTransitionTime: '2026-11-01T08:00:00Z',
    },
  ],
  agentConnection: {
    connected: true,
    connectedAgents: 1,
    lastConnectedTime: '2026-11-20T08:00:00Z',
    lastHeartbeatTime: '2026-11-21T11:59:30Z',
  },
};

/** A plane that OpenChoreo has accepted, and says to be connected. */
export function manifest(
  kind: TestManifest['kind'],
  name: string,
  spec: object = {},
  metadata: object = {},
): TestManifest {
  const isCluster = kind.startsWith('Cluster');
  return {
    kind,
    metadata: {
      name,
      uid: `${name}-uid`,
      generation: 1,
      finalizers: ['openchoreo.dev/cleanup'],
      ...(!isCluster && { namespace: 'acme' }),
      ...metadata,
    },
    spec: {
      planeID: name,
      ...(kind.endsWith('ObservabilityPlane') && {
        observerURL: 'https://observer.example.com',
      }),
      ...spec,
    },
    status: STATUS,
  };
}

/** What the steps of a test look at. */
export function contextOf(
  plane: Plane,
  inventory: PlaneInventory,
  gateways: ClusterGateways,
  signal: AbortSignal = new AbortController().signal,
): ConnectionTestContext {
  const { planes, sources } = inventory.snapshot();
  const { controlPlane } = plane.ref;
  return {
    plane,
    inventory,
    fleet: createFleet(planes, { isKnown: knownKinds(sources) }),
    gateway: gateways.get(controlPlane),
    gatewayConfig: gateways.config(controlPlane),
    staleAfterMs: 300_000,
    clock: () => NOW,
    signal,
  };
}

/** The result of one step. */
export function stepOf(
  steps: readonly ConnectionTestStep[],
  name: ConnectionTestStepName,
): ConnectionTestStep {
  const step = steps.find(candidate => candidate.name === name);
  if (!step) {
    throw new Error(`No step '${name}'`);
  }
  return step;
}

/** The steps by status: `agent failed, authorisation skipped`. Those that passed are left out. */
export function troubleIn(steps: readonly ConnectionTestStep[]): string {
  return steps
    .filter(({ status }) => status !== 'passed')
    .map(({ name, status }) => `${name} ${status}`)
    .join(', ');
}

/** Everything that a step tells a person to do. */
export function adviceOf({ remedy }: ConnectionTestStep): string {
  const commands = remedy?.commands.map(({ command }) => command) ?? [];
  return [remedy?.text, remedy?.field, ...commands].join('\n');
}

/** What every step of every test holds to. */
export function expectUsable(steps: readonly ConnectionTestStep[]): void {
  for (const { status, evidence, remedy, name } of steps) {
    expect({ name, evidence }).toEqual({
      name,
      evidence: expect.stringMatching(/^(spec\.|[A-Z0-9]).*[.?]$/s),
    });
    if (status === 'warning' || status === 'failed') {
      expect({ name, text: remedy?.text }).toEqual({
        name,
        text: expect.stringMatching(/\.$/),
      });
    }
  }
  expectCommands(steps.flatMap(({ remedy }) => remedy?.commands ?? []));
}

function expectCommands(commands: Remedy['commands']): void {
  for (const { purpose, command } of commands) {
    expect(purpose).toMatch(/^In the (control plane|plane)'s cluster: /);
    // Nothing is left for the reader to fill in.
    expect(command).not.toMatch(/[<…]|\bundefined\b/);
  }
  // The shell takes them all.
  const script = commands.map(({ command }) => command).join('\n');
  execFileSync('sh', ['-n', '-c', script]);
}
