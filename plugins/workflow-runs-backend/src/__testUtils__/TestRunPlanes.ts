import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { ClusterGateway } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { RunPlanes, RunTunnel } from '../planes';

/** One workflow plane that every run runs on, behind the given gateway; a test may change the way to it. */
export class TestRunPlanes implements RunPlanes {
  tunnel: RunTunnel;
  readonly #plane;

  constructor(gateway: ClusterGateway) {
    const inventory = new TestPlaneInventory();
    inventory.listAll([
      {
        kind: 'ClusterWorkflowPlane',
        metadata: { name: 'default' },
        spec: { planeID: 'default', clusterAgent: { clientCA: {} } },
      },
    ]);
    const [plane] = inventory.snapshot().planes;
    this.#plane = plane;
    this.tunnel = {
      ok: true,
      gateway,
      plane,
      address: {
        planeType: 'workflowplane',
        planeID: 'default',
        name: 'default',
      },
    };
  }

  planeOf() {
    return { ok: true, plane: this.#plane } as const;
  }

  tunnelOf() {
    return this.tunnel;
  }
}
