import { z } from 'zod';
import {
  findingSchema,
  planeStateNameSchema,
  planeStateSchema,
} from './findingSchema';
import { gatewayStatusSchema } from './gatewaySchema';
import { historySummarySchema } from './historySchema';
import { planeRefSchema } from './planeSchema';
import { sourceStatusSchema } from './responses';

/** What planes are told apart by in a list; a build plane is a workflow plane of OpenChoreo before v1.0. @public */
export const PLANE_CATEGORIES = [
  'data',
  'workflow',
  'build',
  'observability',
] as const;

/** A member of {@link PLANE_CATEGORIES}. @public */
export type PlaneCategory = (typeof PLANE_CATEGORIES)[number];

/** By what `GET /planes` sorts: `health` puts what needs attention first. @public */
export const PLANES_SORTS = [
  'health',
  'name',
  'type',
  'namespace',
  'planeID',
  'since',
] as const;

/** A member of {@link PLANES_SORTS}. @public */
export type PlanesSort = (typeof PLANES_SORTS)[number];

/** By what `GET /planes` groups: groups stay together, and the sort orders within them. @public */
export const PLANES_GROUPS = [
  'health',
  'type',
  'cluster',
  'namespace',
] as const;

/** A member of {@link PLANES_GROUPS}. @public */
export type PlanesGroup = (typeof PLANES_GROUPS)[number];

/** The most planes that one page of `GET /planes` holds. @public */
export const MAX_PLANES_PAGE = 500;

/**
 * The query of `GET /planes`. Several values of one filter mean any of them; filters combine.
 *
 * @public
 */
export const planesQuerySchema = z.object({
  controlPlane: z.array(z.string()).optional(),
  type: z.array(z.enum(PLANE_CATEGORIES)).optional(),
  scope: z.enum(['namespaced', 'cluster']).optional(),
  /** Kubernetes namespaces. */
  namespace: z.array(z.string()).optional(),
  state: z.array(planeStateNameSchema).optional(),
  planeID: z.string().optional(),
  /** Words that must all occur in the title, name, namespace, planeID, kind or owner; case is ignored. */
  text: z.string().max(200).optional(),
  /** Only planes with a finding of at least this severity. */
  findings: z.enum(['warning', 'error']).optional(),
  sort: z.enum(PLANES_SORTS).optional(),
  order: z.enum(['asc', 'desc']).optional(),
  group: z.enum(PLANES_GROUPS).optional(),
  /** Default: 100. */
  limit: z.number().int().min(1).max(MAX_PLANES_PAGE).optional(),
  /** `pageInfo.nextCursor` of the page before. */
  cursor: z.string().max(2000).optional(),
});

/** The type of {@link planesQuerySchema}. @public */
export type PlanesQuery = z.infer<typeof planesQuerySchema>;

/** A plane in a list. @public */
export const planeSummarySchema = z.object({
  uid: z.string(),
  ref: planeRefSchema,
  category: z.enum(PLANE_CATEGORIES),
  planeID: z.string(),
  /** The reference of the plane's catalog entity. */
  entityRef: z.string(),
  title: z.string(),
  /** The entity reference of its owner. */
  owner: z.string(),
  state: planeStateSchema,
  /** By the gateway where it tells, else by the resource; absent where nobody does. */
  connectedAgents: z.number().optional(),
  /** ISO 8601. */
  lastHeartbeat: z.string().optional(),
  findings: z.object({
    errors: z.number(),
    warnings: z.number(),
    /** The gravest one, unless it is only worth knowing. */
    worst: findingSchema.optional(),
  }),
  /** When the agent CA expires, ISO 8601; only where that is less than 30 days away, or past. */
  agentCAExpires: z.string().optional(),
  /** The state of the source it was read from. */
  source: sourceStatusSchema.shape.state,
  /** The last 24 hours in 48 slots; absent where nothing is recorded. */
  recent: historySummarySchema.optional(),
});

/** The type of {@link planeSummarySchema}. @public */
export type PlaneSummary = z.infer<typeof planeSummarySchema>;

/**
 * How many planes there are by state, type and namespace. Each figure counts what the other filters let through, so that
 * it tells what choosing it would show.
 *
 * @public
 */
export const planesCountsSchema = z.object({
  /** All planes that the caller may see, whatever the filters. */
  all: z.number(),
  states: z.partialRecord(planeStateNameSchema, z.number()),
  types: z.partialRecord(z.enum(PLANE_CATEGORIES), z.number()),
  /** Namespaces by name; cluster-scoped planes are counted under the empty name. */
  namespaces: z.record(z.string(), z.number()),
});

/** The type of {@link planesCountsSchema}. @public */
export type PlanesCounts = z.infer<typeof planesCountsSchema>;

/** The answer of `GET /planes`. @public */
export const planesResponseSchema = z.object({
  items: z.array(planeSummarySchema),
  /** How many planes the filters let through, on all pages. */
  totalItems: z.number(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  counts: planesCountsSchema,
  /** Mean uptime of the planes that the caller may see over 30 days, 0 to 1. */
  fleetUptime: z.number().optional(),
  /** When the answer was computed, ISO 8601. */
  asOf: z.string(),
  sources: z.array(sourceStatusSchema),
  gateways: z.array(gatewayStatusSchema),
});

/** The type of {@link planesResponseSchema}. @public */
export type PlanesResponse = z.infer<typeof planesResponseSchema>;
