import { z } from 'zod';
import { findingSchema, planeStateSchema } from './findingSchema';
import { agentLivenessSchema, gatewayStatusSchema } from './gatewaySchema';
import { planeKindSchema, planeRefSchema, planeSchema } from './planeSchema';

/**
 * The state of one source: one kind of plane in one control plane.
 *
 * @remarks
 * `live` and `absent` (the kind is not served there) are good; the planes of a source that is
 * `stale` or `forbidden` are as they were at `since`.
 *
 * @public
 */
export const sourceStatusSchema = z.object({
  controlPlane: z.string(),
  kind: planeKindSchema,
  plural: z.string(),
  /** Set where the control plane is read namespace by namespace. */
  namespace: z.string().optional(),
  state: z.enum(['syncing', 'live', 'stale', 'forbidden', 'absent']),
  /** Since when the source is in this state, ISO 8601; where its planes are known, the last answer before it failed. */
  since: z.string(),
  /** When it was last listed as a whole; a watch keeps it true from then on. */
  lastSyncedAt: z.string().optional(),
  /** The last error, in plain words. */
  error: z.string().optional(),
  /** How many planes of this source are known. */
  planes: z.number(),
});

/** The type of {@link sourceStatusSchema}. @public */
export type SourceStatus = z.infer<typeof sourceStatusSchema>;

/** Another plane, as far as a link to it needs. @public */
export const planeLinkSchema = z.object({
  ref: planeRefSchema,
  entityRef: z.string(),
  title: z.string(),
});

/** The type of {@link planeLinkSchema}. @public */
export type PlaneLink = z.infer<typeof planeLinkSchema>;

const linked = {
  entityRef: z.string().optional(),
  title: z.string().optional(),
};

/** `ObservabilityPlaneResolution` in an API answer, with what a link to the plane needs. @public */
export const observabilityPlaneViewSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('explicit'), ref: planeRefSchema, ...linked }),
  z.object({ status: z.literal('default'), ref: planeRefSchema, ...linked }),
  z.object({ status: z.literal('none'), ...linked }),
  z.object({ status: z.literal('not-applicable'), ...linked }),
  z.object({
    status: z.literal('dangling'),
    wanted: z.object({ kind: z.string().optional(), name: z.string() }),
    message: z.string(),
    ...linked,
  }),
]);

/** The type of {@link observabilityPlaneViewSchema}. @public */
export type ObservabilityPlaneView = z.infer<
  typeof observabilityPlaneViewSchema
>;

/** A plane with everything that was computed for it when the question was answered. @public */
export const planeViewSchema = z.object({
  plane: planeSchema,
  /** The reference of the plane's catalog entity. */
  entityRef: z.string(),
  title: z.string(),
  state: planeStateSchema,
  /** Errors first. */
  findings: z.array(findingSchema),
  observabilityPlane: observabilityPlaneViewSchema,
  /** Planes that share this one's agents. */
  sharedWith: z.array(planeLinkSchema),
  /** Planes that this observability plane observes. */
  observes: z.array(planeLinkSchema),
  /** Planes that live in the same cluster, by the UID of `kube-system` that connection tests saw; agents aside. */
  colocatedWith: z.array(planeLinkSchema),
  /** What the cluster gateway says of its agents; absent where it was not asked, or cannot be. */
  liveness: agentLivenessSchema.optional(),
  /** The gateway of its control plane. */
  gateway: gatewayStatusSchema,
  source: sourceStatusSchema,
});

/** The type of {@link planeViewSchema}. @public */
export type PlaneView = z.infer<typeof planeViewSchema>;

/** The answer of `GET /planes/:uid`. @public */
export const planeResponseSchema = z.object({
  item: planeViewSchema,
  /** When the answer was computed, ISO 8601. */
  asOf: z.string(),
});

/** The type of {@link planeResponseSchema}. @public */
export type PlaneResponse = z.infer<typeof planeResponseSchema>;
