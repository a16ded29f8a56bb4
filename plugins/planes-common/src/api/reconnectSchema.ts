import { z } from 'zod';
import { planeLinkSchema } from './responses';

/** What a reconnect would do: the answer of `GET /planes/:uid/reconnect`. @public */
export const reconnectPreviewSchema = z.object({
  /** Agents connected for the plane's type and planeID, all of which are dropped. */
  connectedAgents: z.number(),
  /** The other planes that share those agents, as far as the caller may see them. */
  affected: z.array(planeLinkSchema),
  /** How many more share them that the caller may not see. */
  hidden: z.number(),
  /** Stands for exactly these planes; a reconnect is done only with the one that is true at that moment. */
  confirmation: z.string(),
});

/** The type of {@link reconnectPreviewSchema}. @public */
export type ReconnectPreview = z.infer<typeof reconnectPreviewSchema>;

/** The body of `POST /planes/:uid/reconnect`. @public */
export const reconnectRequestSchema = z.object({ confirmation: z.string() });

/** The answer of `POST /planes/:uid/reconnect`. @public */
export const reconnectResultSchema = z.object({
  disconnectedAgents: z.number(),
});

/** The type of {@link reconnectResultSchema}. @public */
export type ReconnectResult = z.infer<typeof reconnectResultSchema>;
