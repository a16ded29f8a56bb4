import { z } from 'zod';
import { RUN_PHASES } from '../model/phases';
import { RUN_KINDS } from '../model/runKinds';

/** {@link RunRef} in an API answer. @public */
export const runRefSchema = z.object({
  controlPlane: z.string(),
  kind: z.enum(RUN_KINDS),
  namespace: z.string(),
  name: z.string(),
});

/** {@link WorkflowRef} in an API answer. @public */
export const workflowRefSchema = z.object({
  kind: z.string(),
  name: z.string(),
});

/** The state of one source of runs: one kind in one control plane. @public */
export const runSourceStatusSchema = z.object({
  controlPlane: z.string(),
  kind: z.enum(RUN_KINDS),
  plural: z.string(),
  /** Set where the control plane is read namespace by namespace. */
  namespace: z.string().optional(),
  /** `absent`: not served, which is normal. Runs of a `stale` or `forbidden` source are as they were at `since`. */
  state: z.enum(['syncing', 'live', 'stale', 'forbidden', 'absent']),
  /** ISO 8601. */
  since: z.string(),
  /** The last error, in plain words. */
  error: z.string().optional(),
});

/** The type of {@link runSourceStatusSchema}. @public */
export type RunSourceStatus = z.infer<typeof runSourceStatusSchema>;

/** The plane that a run runs on, as far as a link to it needs. @public */
export const runPlaneSchema = z.object({
  /** Absent where the plane is not known to the portal, or the caller may not see it. */
  entityRef: z.string().optional(),
  uid: z.string().optional(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  title: z.string(),
  /** Whether its agent is connected now; absent where nobody knows. */
  connected: z.boolean().optional(),
});

/** The type of {@link runPlaneSchema}. @public */
export type RunPlane = z.infer<typeof runPlaneSchema>;

/** Why a run is pending, or how it failed. @public */
export const runExplanationSchema = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  code: z.enum([
    /** Accepted a moment ago. */
    'starting',
    'plane-offline',
    'plane-not-found',
    'plane-unresolved',
    'workflow-not-found',
    'workflow-unresolved',
    /** No run reference for over a minute, though the plane is connected. */
    'not-created',
    /** Argo waits for a lock or a limit. */
    'argo-pending',
    'component-validation-failed',
    /** Argo's workflow vanished before it ended. */
    'argo-gone',
    'task-failed',
    'failed',
    'suspended',
    'stopped',
  ]),
  /** One sentence for a person. */
  message: z.string(),
  /** What to do; one sentence. */
  remedy: z.string().optional(),
});

/** The type of {@link runExplanationSchema}. @public */
export type RunExplanation = z.infer<typeof runExplanationSchema>;

/** A part of the small timeline of a row. @public */
export const runTaskSchema = z.object({
  name: z.string(),
  phase: z.enum([
    'Pending',
    'Running',
    'Succeeded',
    'Failed',
    'Skipped',
    'Error',
  ]),
  startedAt: z.string().optional(),
  completedAt: z.string().optional(),
  message: z.string().optional(),
});

/** A run in a list. Times are ISO 8601. @public */
export const runSummarySchema = z.object({
  uid: z.string(),
  ref: runRefSchema,
  phase: z.enum(RUN_PHASES),
  explanation: runExplanationSchema.optional(),
  workflow: workflowRefSchema.optional(),
  project: z.string().optional(),
  component: z.string().optional(),
  trigger: z.object({
    user: z.string().optional(),
    rerunOf: z.string().optional(),
  }),
  source: z.object({
    repository: z.string().optional(),
    branch: z.string().optional(),
    commit: z.string().optional(),
  }),
  plane: runPlaneSchema.optional(),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  completedAt: z.string().optional(),
  /** The name of the first task that failed for good. */
  failedTask: z.string().optional(),
  /** At most 40; `taskCount` tells how many there are. */
  tasks: z.array(runTaskSchema),
  taskCount: z.number(),
  /** The state of the source it was read from. */
  sourceState: runSourceStatusSchema.shape.state,
});

/** The type of {@link runSummarySchema}. @public */
export type RunSummary = z.infer<typeof runSummarySchema>;

/** The most runs that one page of `GET /runs` holds. @public */
export const MAX_RUNS_PAGE = 500;

/** By what `GET /runs` sorts. @public */
export const RUNS_SORTS = ['created', 'duration', 'name'] as const;

/**
 * The query of `GET /runs`. Several values of one filter mean any of them; filters combine.
 *
 * @public
 */
export const runsQuerySchema = z.object({
  controlPlane: z.array(z.string()).optional(),
  namespace: z.array(z.string()).optional(),
  project: z.string().optional(),
  component: z.string().optional(),
  /** `KIND/NAME`, or a name alone for any kind. */
  workflow: z.array(z.string()).optional(),
  /** The uid of a plane. */
  plane: z.string().optional(),
  phase: z.array(z.enum(RUN_PHASES)).optional(),
  /** Created at or after, ISO 8601. */
  from: z.string().optional(),
  /** Created before, ISO 8601. */
  to: z.string().optional(),
  /** Words that must all occur in the name, workflow, component, project, namespace, branch or commit; case is ignored. */
  text: z.string().max(200).optional(),
  /** Default: `created`. */
  sort: z.enum(RUNS_SORTS).optional(),
  /** Default: `desc`. */
  order: z.enum(['asc', 'desc']).optional(),
  /** Default: 100. */
  limit: z.number().int().min(1).max(MAX_RUNS_PAGE).optional(),
  /** `pageInfo.nextCursor` of the page before. */
  cursor: z.string().max(2000).optional(),
});

/** The type of {@link runsQuerySchema}. @public */
export type RunsQuery = z.infer<typeof runsQuerySchema>;

/** How many runs there are. Each figure counts what the other filters let through. @public */
export const runsCountsSchema = z.object({
  /** All runs that the caller may see, whatever the filters. */
  all: z.number(),
  phases: z.partialRecord(z.enum(RUN_PHASES), z.number()),
  /** By `KIND/NAME`. */
  workflows: z.record(z.string(), z.number()),
  namespaces: z.record(z.string(), z.number()),
});

/** The type of {@link runsCountsSchema}. @public */
export type RunsCounts = z.infer<typeof runsCountsSchema>;

/** The answer of `GET /runs`. @public */
export const runsResponseSchema = z.object({
  items: z.array(runSummarySchema),
  /** How many runs the filters let through, on all pages. */
  totalItems: z.number(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  counts: runsCountsSchema,
  /** When the answer was computed, ISO 8601. */
  asOf: z.string(),
  sources: z.array(runSourceStatusSchema),
});

/** The type of {@link runsResponseSchema}. @public */
export type RunsResponse = z.infer<typeof runsResponseSchema>;
