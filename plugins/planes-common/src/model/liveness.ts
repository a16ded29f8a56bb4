/**
 * What a control plane's cluster gateway says about the agents of one plane; seconds old, where the resource is up to
 * a minute behind.
 *
 * @remarks
 * The gateway knows agents by plane type and planeID, not by resource, so all planes that share both share everything
 * here but `authorised`. Times are ISO 8601.
 *
 * @public
 */
export interface AgentLiveness {
  /** When the gateway said so. */
  readonly asOf: string;
  /** At least one agent is connected for the plane's type and planeID, for whichever resource. */
  readonly connected: boolean;
  readonly connectedAgents: number;
  /** When the gateway last heard one of them. */
  readonly lastSeen?: string;
  /** When `connected` became what it is; undefined where it was so at the portal's first look. */
  readonly since?: string;
  /** Whether an agent's certificate is accepted for this very resource; undefined while that was not asked. */
  readonly authorised?: boolean;
}
