import type { GatewayPlaneType } from '@openchoreo-planes/control-plane-sim';
import type { ControlPlane } from '../ControlPlane';
import type { Random } from '../Random';
import type { Tally } from '../Tally';
import { type Actor, pause } from './Actor';

/** The agents of one plane type and planeID. */
export interface Pool {
  readonly planeType: GatewayPlaneType;
  readonly planeID: string;
}

/** Has agents lose their connections, and come back. */
export class AgentFlapper implements Actor {
  readonly every = [100, 500] as const;
  readonly #controlPlane: ControlPlane;
  readonly #pools: readonly Pool[];
  readonly #tally: Tally;

  /** @param pools - those whose agents are connected */
  constructor(
    controlPlane: ControlPlane,
    pools: readonly Pool[],
    tally: Tally,
  ) {
    this.#controlPlane = controlPlane;
    this.#pools = pools;
    this.#tally = tally;
  }

  async act(random: Random, signal: AbortSignal): Promise<void> {
    const { gatewayServer } = this.#controlPlane.world;
    const pool = random.pick(this.#pools);
    if (!pool) {
      return;
    }
    this.#tally.count('agent flaps');
    gatewayServer.setAgents(pool, 0);
    await pause(random.between(50, 4_000), signal);
    gatewayServer.setAgents(pool, 1);
  }
}
