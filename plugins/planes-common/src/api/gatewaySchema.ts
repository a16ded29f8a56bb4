import { z } from 'zod';
import { AgentLiveness } from '../model/liveness';

/**
 * Whether a control plane's cluster gateway tells about its agents.
 *
 * @remarks
 * `refused` means that the gateway does not accept the portal's certificate, or the portal not the gateway's: the
 * portal's configuration is wrong, not the planes. While the state is not `live`, planes are judged by their resources.
 *
 * @public
 */
export const gatewayStatusSchema = z.object({
  controlPlane: z.string(),
  state: z.enum([
    'not-configured',
    'pending',
    'live',
    'unreachable',
    'refused',
  ]),
  /** Since when it is in this state, ISO 8601. */
  since: z.string().optional(),
  /** When it last answered, ISO 8601. */
  asOf: z.string().optional(),
  /** Why it is not live, in plain words. */
  error: z.string().optional(),
});

/** The type of {@link gatewayStatusSchema}. @public */
export type GatewayStatus = z.infer<typeof gatewayStatusSchema>;

/** {@link AgentLiveness} in an API answer. @public */
export const agentLivenessSchema: z.ZodType<AgentLiveness> = z.object({
  asOf: z.string(),
  connected: z.boolean(),
  connectedAgents: z.number(),
  lastSeen: z.string().optional(),
  since: z.string().optional(),
  authorised: z.boolean().optional(),
});
