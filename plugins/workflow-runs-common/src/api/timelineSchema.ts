import { z } from 'zod';
import { argoNodeSchema, argoWorkflowSchema } from '../argo/nodeSchema';

/** Where the nodes of a timeline come from. @public */
export const TIMELINE_SOURCES = [
  /** The Argo workflow, read a moment ago. */
  'argo',
  /** The Argo workflow as it was last read: its plane cannot be asked now. */
  'last-known',
  /** `status.tasks` of the run: pods only, up to 20 s behind. */
  'tasks',
  /** There is nothing to show. */
  'none',
] as const;

/** A member of {@link TIMELINE_SOURCES}. @public */
export type TimelineSource = (typeof TIMELINE_SOURCES)[number];

/** Why the Argo workflow could not be read, or why there are no nodes. @public */
export const TIMELINE_GAPS = [
  /** The run has no Argo workflow yet. */
  'not-created',
  /** The Argo workflow was deleted: by its time to live, or by somebody. */
  'argo-gone',
  'plane-offline',
  'plane-unknown',
  'gateway-not-configured',
  'gateway-unreachable',
  /** The plane's API server refuses its agent. */
  'forbidden',
  /** Argo keeps the nodes in its database, which the Kubernetes API does not show. */
  'offloaded',
  /** Larger, once decompressed, than the portal accepts. */
  'too-large',
  'undecodable',
  /** Refused by Argo before any node began. */
  'no-nodes',
  'failed',
] as const;

/** A member of {@link TIMELINE_GAPS}. @public */
export type TimelineGap = (typeof TIMELINE_GAPS)[number];

/** The answer of `GET /runs/:uid/timeline`. @public */
export const timelineResponseSchema = z.object({
  source: z.enum(TIMELINE_SOURCES),
  /** Set unless the source is `argo` with nodes. */
  gap: z
    .object({
      reason: z.enum(TIMELINE_GAPS),
      /** One sentence for a person. */
      message: z.string(),
    })
    .optional(),
  /** When the source was last known to be so, ISO 8601. */
  readAt: z.string(),
  workflow: argoWorkflowSchema.optional(),
  nodes: z.array(argoNodeSchema),
});

/** The type of {@link timelineResponseSchema}. @public */
export type TimelineResponse = z.infer<typeof timelineResponseSchema>;
