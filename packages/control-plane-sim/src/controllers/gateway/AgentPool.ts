import { GatewayStatus } from '../reconcile/agentConnection';
import { Agent } from './Agent';

/** The agents that dial for one plane type and planeID, and the resources that may let them in. */
export class AgentPool {
  #agents: Agent[] = [];
  /** The fingerprints of the CAs that each resource names. */
  readonly #trusted = new Map<string, readonly string[]>();
  #lastSigner?: string;

  /** Starts an agent, whose certificate a CA of this fingerprint signed. */
  add(signedBy: string): Agent {
    const agent = new Agent(signedBy);
    this.#agents.push(agent);
    this.#lastSigner = signedBy;
    return agent;
  }

  /** Stops so many agents for good, the oldest first; all of them unless a count is given. */
  remove(count = this.#agents.length): void {
    this.#agents.splice(0, count);
  }

  /** How many agents there are, connected or not. */
  get size(): number {
    return this.#agents.length;
  }

  /** The CA that signs the certificate of a further agent, where that can be told. */
  get signer(): string | undefined {
    return this.#lastSigner ?? [...this.#trusted.values()].flat().find(Boolean);
  }

  /**
   * A resource names its CAs: agents that they signed serve it.
   *
   * @param isNotified - whether that goes for open connections too, and others cease to serve it
   */
  trust(
    resource: string,
    fingerprints: readonly string[],
    isNotified: boolean,
  ): void {
    this.#trusted.set(resource, fingerprints);
    for (const agent of isNotified ? this.#agents : []) {
      agent.authorise(resource, fingerprints.includes(agent.signedBy));
    }
  }

  /** Nobody knows the CAs of a resource any more: connections stay as they are, and new ones do not serve it. */
  forget(resource: string): void {
    this.#trusted.delete(resource);
  }

  knows(resource: string): boolean {
    return this.#trusted.has(resource);
  }

  /** Closes every connection; the agents dial again. Returns how many there were. */
  drop(now: number): number {
    const { length } = this.connected(now);
    for (const agent of this.#agents) {
      agent.drop(now);
    }
    return length;
  }

  /** Makes every agent fall silent. */
  hang(now: number): void {
    for (const agent of this.#agents) {
      agent.hang(now);
    }
  }

  /** The connected agents, after letting in those that dial at this moment. */
  connected(now: number): Agent[] {
    for (const agent of this.#agents) {
      this.#admit(agent, now);
    }
    return this.#agents.filter(agent => agent.lastSeen(now) !== undefined);
  }

  #admit(agent: Agent, now: number): void {
    if (agent.isDialling(now)) {
      const served = [...this.#trusted].filter(([, fingerprints]) =>
        fingerprints.includes(agent.signedBy),
      );
      for (const [resource] of served) {
        agent.authorise(resource, true);
      }
      if (served.length > 0) {
        agent.admit(now);
      }
    }
  }
}

/** What the gateway says of some agents. */
export function describeAgents(
  agents: readonly Agent[],
  now: number,
): GatewayStatus {
  const seen = agents.flatMap(agent => agent.lastSeen(now) ?? []);
  return {
    connected: seen.length > 0,
    connectedAgents: seen.length,
    lastSeen: seen.length > 0 ? Math.max(...seen) : undefined,
  };
}
