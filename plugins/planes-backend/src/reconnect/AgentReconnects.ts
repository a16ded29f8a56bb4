import {
  ConflictError,
  InputError,
  NotImplementedError,
} from '@backstage/errors';
import {
  formatPlaneRef,
  type Plane,
  type ReconnectPreview,
  type ReconnectResult,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  agentAddress,
  type ClusterGateway,
  type ClusterGateways,
  type GatewayRequestOptions,
  RateLimit,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { agentPool } from '../planes/agentPool';
import type { CurrentFleet } from '../planes/CurrentFleet';
import type { PlaneLinks } from '../planes/PlaneLinks';
import { gatewayError } from './gatewayError';
import { ReconnectPool } from './ReconnectPool';

/** Agents dial in anew after 5 seconds. */
const MIN_INTERVAL_MS = 10_000;

/** What {@link AgentReconnects} needs. */
export interface AgentReconnectsOptions {
  readonly gateways: ClusterGateways;
  readonly fleet: CurrentFleet;
  readonly links: PlaneLinks;
  readonly clock: () => Date;
}

interface CallerOptions {
  /** Tells which planes the caller may see. */
  readonly isVisible: (plane: Plane) => boolean;
}

/** Makes the agents of planes dial in anew, once the caller has agreed to what else that interrupts. */
export class AgentReconnects {
  readonly #options: AgentReconnectsOptions;
  readonly #rateLimit: RateLimit;

  constructor(options: AgentReconnectsOptions) {
    this.#options = options;
    this.#rateLimit = new RateLimit({
      intervalMs: MIN_INTERVAL_MS,
      clock: options.clock,
    });
  }

  /**
   * What a reconnect would do now.
   *
   * @throws InputError for a plane without agents, NotImplementedError without a gateway, ServiceUnavailableError where
   * the gateway does not answer
   */
  async preview(
    plane: Plane,
    options: CallerOptions,
  ): Promise<ReconnectPreview> {
    const { fleet, links } = this.#options;
    const { gateway, pool } = this.#target(plane);
    const outcome = await gateway.getPlane(agentAddress(plane), uncancelled());
    if (!outcome.ok) {
      throw gatewayError(outcome.failure, plane.ref.controlPlane);
    }
    const { visible, hidden, confirmation } = new ReconnectPool(plane, {
      fleet: fleet.get(),
      pool,
      isVisible: options.isVisible,
    });
    return {
      connectedAgents: outcome.value.connectedAgents,
      affected: visible.map(other => links.link(other)),
      hidden,
      confirmation,
    };
  }

  /**
   * Drops the plane's agents, which dial in anew by themselves.
   *
   * @param confirmation - of the preview that the caller agreed to
   * @throws ConflictError where the agents are shared by other planes than were confirmed, TooManyRequestsError; also
   * what {@link AgentReconnects.preview} throws
   */
  async reconnect(
    plane: Plane,
    options: CallerOptions & { confirmation: string },
  ): Promise<ReconnectResult> {
    const { gateway, pool } = this.#target(plane);
    const change = new ReconnectPool(plane, {
      fleet: this.#options.fleet.get(),
      pool,
      isVisible: options.isVisible,
    }).changeSince(options.confirmation);
    if (change !== undefined) {
      throw new ConflictError(
        `${change}. Look at the list again before you reconnect`,
      );
    }
    const { gatewayPlaneType, planeID, ref } = plane;
    this.#rateLimit.take(
      pool,
      `The agents of ${gatewayPlaneType} '${planeID}' were told to reconnect`,
    );
    const outcome = await gateway.reconnect(agentAddress(plane), uncancelled());
    if (!outcome.ok) {
      throw gatewayError(outcome.failure, ref.controlPlane);
    }
    return { disconnectedAgents: outcome.value.disconnectedAgents };
  }

  #target(plane: Plane): { gateway: ClusterGateway; pool: string } {
    const pool = agentPool(plane);
    if (pool === undefined) {
      throw new InputError(
        `${formatPlaneRef(
          plane.ref,
        )} is reached with credentials in its resource, so it has no agents to reconnect`,
      );
    }
    const { controlPlane } = plane.ref;
    const gateway = this.#options.gateways.get(controlPlane);
    if (!gateway) {
      throw new NotImplementedError(
        `No cluster gateway is configured for control plane '${controlPlane}': set 'openchoreo.controlPlanes[].gateway.url' of that name`,
      );
    }
    return { gateway, pool };
  }
}

/** The gateway's own time limit ends a request; a caller who goes does not, for the audit log must tell what came of it. */
function uncancelled(): GatewayRequestOptions {
  return { signal: new AbortController().signal };
}
