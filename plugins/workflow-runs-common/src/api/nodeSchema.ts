import { z } from 'zod';
import { runParameterSchema } from './runSchema';

/** An artifact of a node: its place, never its content. @public */
export const nodeArtifactSchema = z.object({
  name: z.string(),
  /** Such as `s3://bucket/key` or a path in the container. */
  location: z.string().optional(),
});

/** Inputs or outputs of a node. @public */
export const nodeValuesSchema = z.object({
  parameters: z.array(runParameterSchema),
  artifacts: z.array(nodeArtifactSchema),
  /** What a script printed. */
  result: runParameterSchema.optional(),
});

/** A container of a node's pod. @public */
export const nodeContainerSchema = z.object({
  name: z.string(),
  /** `init` and `wait` are Argo's own. */
  role: z.enum(['main', 'sidecar', 'init', 'wait']),
  image: z.string().optional(),
  state: z.enum(['waiting', 'running', 'terminated', 'unknown']),
  /** Such as `ImagePullBackOff` or `OOMKilled`. */
  reason: z.string().optional(),
  message: z.string().optional(),
  exitCode: z.number().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  restarts: z.number(),
});

/** The type of {@link nodeContainerSchema}. @public */
export type NodeContainer = z.infer<typeof nodeContainerSchema>;

/** The pod of a node. @public */
export const nodePodSchema = z.object({
  name: z.string(),
  namespace: z.string(),
  phase: z.string().optional(),
  /** The machine that it runs on. */
  nodeName: z.string().optional(),
  podIP: z.string().optional(),
  createdAt: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  containers: z.array(nodeContainerSchema),
});

/** The type of {@link nodePodSchema}. @public */
export type NodePod = z.infer<typeof nodePodSchema>;

/** The answer of `GET /runs/:uid/nodes/:nodeId`. @public */
export const nodeResponseSchema = z.object({
  inputs: nodeValuesSchema,
  outputs: nodeValuesSchema,
  /** Absent where it has none: a group, a memoized node. */
  pod: nodePodSchema.optional(),
  /** Why the pod cannot be shown though there should be one; one sentence. */
  podProblem: z.string().optional(),
});

/** The type of {@link nodeResponseSchema}. @public */
export type NodeResponse = z.infer<typeof nodeResponseSchema>;

/** One line of a log. @public */
export const logLineSchema = z.object({
  /** RFC 3339 with nanoseconds, as the kubelet stamps it; absent where a line carries none. */
  time: z.string().optional(),
  text: z.string(),
});

/** The type of {@link logLineSchema}. @public */
export type LogLine = z.infer<typeof logLineSchema>;

/** The query of `GET /runs/:uid/nodes/:nodeId/logs`. @public */
export const logsQuerySchema = z.object({
  /** The main container unless given. */
  container: z.string().optional(),
  /** How many of the last lines; default 1 000. */
  tailLines: z.number().int().min(1).max(50_000).optional(),
  /** Only lines after this time (RFC 3339), for following: `newest` of the answer before. */
  since: z.string().optional(),
});

/** The type of {@link logsQuerySchema}. @public */
export type LogsQuery = z.infer<typeof logsQuerySchema>;

/** The answer of `GET /runs/:uid/nodes/:nodeId/logs`. @public */
export const logsResponseSchema = z.object({
  container: z.string(),
  /** The containers that can be asked for. */
  containers: z.array(
    nodeContainerSchema.pick({ name: true, role: true, state: true }),
  ),
  lines: z.array(logLineSchema),
  /** There are lines before the first: ask again with more `tailLines`. */
  hasOlder: z.boolean(),
  /** Lines were left out because the log is larger than 10 MiB. */
  truncated: z.boolean(),
  /** The time of the last line; what to follow from. */
  newest: z.string().optional(),
  /** The container has ended: nothing will follow. */
  complete: z.boolean(),
});

/** The type of {@link logsResponseSchema}. @public */
export type LogsResponse = z.infer<typeof logsResponseSchema>;

/** An event of the Kubernetes API about a node, its pod or the workflow. @public */
export const runEventSchema = z.object({
  type: z.enum(['Normal', 'Warning']),
  reason: z.string(),
  message: z.string(),
  /** `KIND/NAME`. */
  object: z.string(),
  count: z.number(),
  /** ISO 8601. */
  firstSeen: z.string().optional(),
  lastSeen: z.string(),
});

/** The type of {@link runEventSchema}. @public */
export type RunEvent = z.infer<typeof runEventSchema>;

/** The answer of `GET /runs/:uid/events?node=`: the latest last. @public */
export const eventsResponseSchema = z.object({
  items: z.array(runEventSchema),
});

/** The type of {@link eventsResponseSchema}. @public */
export type EventsResponse = z.infer<typeof eventsResponseSchema>;
