/** How often the gateway pings an agent and hears its answer. */
const PING_INTERVAL_MS = 30_000;
/** How long a silent agent still counts as connected. */
const HEARTBEAT_TIMEOUT_MS = 90_000;
/** How long an agent waits before it dials again. */
const RECONNECT_DELAY_MS = 5_000;

/** One agent: it dials until the gateway admits it, and dials again when it is dropped. */
export class Agent {
  readonly #authorisedFor = new Set<string>();
  #connectedAt?: number;
  #silentSince?: number;
  #dialsAt = 0;

  /** `signedBy` is the SHA-256 fingerprint of the CA that signed the agent's certificate. */
  constructor(readonly signedBy: string) {}

  /** Whether the agent asks to be let in at this moment. */
  isDialling(now: number): boolean {
    return (
      this.#connectedAt === undefined &&
      this.#silentSince === undefined &&
      now >= this.#dialsAt
    );
  }

  /** The gateway lets the agent in. */
  admit(now: number): void {
    this.#connectedAt = now;
  }

  /** Counts the agent as connected since a moment, without asking any resource. */
  assumeConnected(since: number): void {
    this.#connectedAt = since;
  }

  /** Grants or revokes the right to serve a resource. */
  authorise(resource: string, granted: boolean): void {
    if (granted) {
      this.#authorisedFor.add(resource);
    } else {
      this.#authorisedFor.delete(resource);
    }
  }

  isAuthorisedFor(resource: string): boolean {
    return this.#authorisedFor.has(resource);
  }

  /** The gateway closes the connection; the agent comes back if it is let in. */
  drop(now: number): void {
    this.#connectedAt = undefined;
    this.#authorisedFor.clear();
    this.#dialsAt = now + RECONNECT_DELAY_MS;
  }

  /** The agent's process stands still: it answers no ping from now on. */
  hang(now: number): void {
    this.#silentSince ??= now;
  }

  /** Whether the agent's process stands still, its connection open. */
  get isSilent(): boolean {
    return this.#silentSince !== undefined;
  }

  /** When the agent was last heard; undefined while it is not connected. */
  lastSeen(now: number): number | undefined {
    if (this.#connectedAt === undefined || this.#connectedAt > now) {
      return undefined;
    }
    const heardUntil = Math.min(now, this.#silentSince ?? now);
    const pings = Math.floor(
      (heardUntil - this.#connectedAt) / PING_INTERVAL_MS,
    );
    const lastSeen = this.#connectedAt + pings * PING_INTERVAL_MS;
    return now - lastSeen > HEARTBEAT_TIMEOUT_MS ? undefined : lastSeen;
  }
}
