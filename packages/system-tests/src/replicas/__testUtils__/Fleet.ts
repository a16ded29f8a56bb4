import type { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  startTestControlPlane,
  startTestGateway,
  type TestControlPlane,
  type TestGateway,
} from '@openchoreo-planes/control-plane-sim';

const NAMESPACE = 'acme';
const OWNER = 'user:default/alice';

/** What the portal is to know of a plane in the end. */
export interface ExpectedPlane {
  readonly title: string;
  /** Every state it was in, in order. */
  readonly states: readonly RecordedState[];
  /** The title of the one notification about its agent, where there is one. */
  readonly told: string | undefined;
}

/** A control plane with its gateway, what happens to its planes, and what there is to know of that afterwards. */
export class Fleet {
  readonly controlPlane: TestControlPlane;
  readonly gateway: TestGateway;
  readonly #planes = new Map<string, ExpectedPlane>();
  readonly #uids = new Map<string, string>();
  readonly #removed = new Set<string>();

  private constructor(controlPlane: TestControlPlane, gateway: TestGateway) {
    this.controlPlane = controlPlane;
    this.gateway = gateway;
  }

  /** @param names - of the planes that there may be; each has an agent */
  static async start(names: readonly string[]): Promise<Fleet> {
    const controlPlane = await startTestControlPlane();
    await controlPlane.client.createNamespace(NAMESPACE);
    const gateway = await startTestGateway({
      planes: names.map(name => ({
        planeType: 'dataplane',
        planeID: name,
        namespace: NAMESPACE,
        name,
      })),
    });
    return new Fleet(controlPlane, gateway);
  }

  /** What is to be known of the planes that there are, by the references of their entities. */
  get catalog(): Record<string, string> {
    return Object.fromEntries(
      [...this.#planes]
        .filter(([name]) => !this.#removed.has(name))
        .map(([name, { title }]) => [
          `resource:${NAMESPACE}/data-plane-${name}`,
          title,
        ]),
    );
  }

  /** What is to be recorded, by the planes' uids. */
  get states(): Record<string, readonly RecordedState[]> {
    return this.#byUid(({ states }) => states);
  }

  /** What is to be notified, by the planes' uids. */
  get told(): Record<string, string> {
    return this.#byUid(({ told }) => told);
  }

  uid(name: string): string {
    return this.#uids.get(name) ?? '';
  }

  async create(name: string): Promise<void> {
    const title = `Plane ${name}`;
    const { metadata } = await this.controlPlane.client.create({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'DataPlane',
      metadata: {
        name,
        namespace: NAMESPACE,
        annotations: {
          'openchoreo.dev/display-name': title,
          'backstage.io/owner': OWNER,
        },
      },
      spec: {
        planeID: name,
        clusterAgent: {
          clientCA: { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } },
        },
      },
    });
    await this.controlPlane.client.patch(
      keyOf(name),
      { status: acceptedStatus(new Date().toISOString()) },
      { subresource: 'status' },
    );
    this.#uids.set(name, metadata.uid ?? '');
    this.#planes.set(name, { title, states: ['connected'], told: undefined });
  }

  async rename(name: string, title: string): Promise<void> {
    await this.controlPlane.client.patch(keyOf(name), {
      metadata: { annotations: { 'openchoreo.dev/display-name': title } },
    });
    this.#expect(name, { title });
  }

  async remove(name: string): Promise<void> {
    await this.controlPlane.client.delete(keyOf(name));
    const { states } = this.#of(name);
    this.#expect(name, { states: [...states, 'unobserved'] });
    this.#removed.add(name);
  }

  /** Its agent goes, for long enough that its owner is told. */
  lose(name: string): void {
    this.drop(name);
    this.#expect(name, { told: `${this.#of(name).title} has lost its agent` });
  }

  /** Its agent comes back, of which its owner is told. */
  recover(name: string): void {
    this.restore(name);
    this.#expect(name, { told: `${this.#of(name).title} is connected again` });
  }

  /** Its agent goes for a moment. */
  drop(name: string): void {
    this.#setAgents(name, 0, 'disconnected');
  }

  /** Its agent is back before anybody was to be told. */
  restore(name: string): void {
    this.#setAgents(name, 1, 'connected');
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.controlPlane.stop();
  }

  #setAgents(name: string, count: number, state: RecordedState): void {
    this.gateway.setAgents('dataplane', name, count);
    this.#expect(name, { states: [...this.#of(name).states, state] });
  }

  #of(name: string): ExpectedPlane {
    const plane = this.#planes.get(name);
    if (!plane) {
      throw new Error(`There is no plane '${name}'`);
    }
    return plane;
  }

  #expect(name: string, change: Partial<ExpectedPlane>): void {
    this.#planes.set(name, { ...this.#of(name), ...change });
  }

  #byUid<T>(of: (plane: ExpectedPlane) => T | undefined): Record<string, T> {
    const result: Record<string, T> = {};
    for (const [name, plane] of this.#planes) {
      const value = of(plane);
      if (value !== undefined) {
        result[this.uid(name)] = value;
      }
    }
    return result;
  }
}

function keyOf(name: string) {
  return { plural: 'dataplanes', namespace: NAMESPACE, name };
}

/** What OpenChoreo's controller says of a plane that it has accepted, and whose agent it has seen. */
function acceptedStatus(now: string) {
  return {
    observedGeneration: 1,
    conditions: [
      {
        type: 'Created',
        status: 'True',
        reason: 'Created',
        message: 'The plane is created',
        lastTransitionTime: now,
      },
    ],
    agentConnection: {
      connected: true,
      connectedAgents: 1,
      lastConnectedTime: now,
      lastHeartbeatTime: now,
      message: '1 agent connected',
    },
  };
}
