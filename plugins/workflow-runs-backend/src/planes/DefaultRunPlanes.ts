import {
  formatPlaneRef,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type ClusterGateways,
  type PlaneInventory,
  tunnelAddress,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Workflows } from '../workflows';
import { RunPlaneFinder } from './RunPlaneFinder';
import type { RunPlaneResolution, RunPlanes, RunTunnel } from './RunPlanes';

/** What {@link DefaultRunPlanes} needs. */
export interface DefaultRunPlanesOptions {
  readonly gateways: ClusterGateways;
  readonly inventory: PlaneInventory;
  readonly workflows: Workflows;
}

/** {@link RunPlanes} by the workflows and planes that control planes have. */
export class DefaultRunPlanes implements RunPlanes {
  readonly #options: DefaultRunPlanesOptions;
  readonly #finder: RunPlaneFinder;

  constructor(options: DefaultRunPlanesOptions) {
    this.#options = options;
    this.#finder = new RunPlaneFinder(options);
  }

  planeOf(run: Run): RunPlaneResolution {
    return this.#finder.find(run);
  }

  tunnelOf(run: Run): RunTunnel {
    const resolution = this.planeOf(run);
    if (!resolution.ok) {
      const { gap, message } = resolution;
      return { ok: false, gap, message };
    }
    const { plane } = resolution;
    const { controlPlane } = run.ref;
    const name = formatPlaneRef(plane.ref);
    if (plane.access === 'credentials') {
      return {
        ok: false,
        gap: 'plane-offline',
        message: `${name} has no agent: this release of OpenChoreo reaches it with credentials of its own, which the portal does not use.`,
      };
    }
    const gateway = this.#options.gateways.get(controlPlane);
    if (!gateway) {
      return {
        ok: false,
        gap: 'gateway-not-configured',
        message: `The cluster gateway of control plane '${controlPlane}' is not configured ('openchoreo.controlPlanes[].gateway'), so ${name} cannot be reached.`,
      };
    }
    const offline = this.#offline(plane);
    return {
      ok: true,
      gateway,
      address: tunnelAddress(plane),
      plane,
      ...(offline !== undefined && { offline }),
    };
  }

  #offline(plane: Plane): string | undefined {
    const liveness = this.#options.inventory.livenessOf(plane.ref);
    const name = formatPlaneRef(plane.ref);
    if (liveness?.connected === false) {
      return `No agent of ${name} is connected to the cluster gateway.`;
    }
    return liveness?.authorised === false
      ? `The agent's certificate is not accepted for ${name}.`
      : undefined;
  }
}
