import { z } from 'zod';

/** The steps of a connection test, in order. @public */
export const CONNECTION_TEST_STEPS = [
  'resource',
  'agent-ca',
  'gateway',
  'agent',
  'authorisation',
  'round-trip',
  'plane-type',
  'observability-plane',
] as const;

/** A member of {@link CONNECTION_TEST_STEPS}. @public */
export type ConnectionTestStepName = (typeof CONNECTION_TEST_STEPS)[number];

/** What to do about a step that did not pass. Names are filled in; nothing is left for the reader to replace. @public */
export const remedySchema = z.object({
  /** What to do, in one to three sentences. */
  text: z.string(),
  /** The field of the plane's resource or of the portal's configuration to change. */
  field: z.string().optional(),
  /** Commands to run, in order, each with what it is for. */
  commands: z.array(z.object({ purpose: z.string(), command: z.string() })),
});

/** The type of {@link remedySchema}. @public */
export type Remedy = z.infer<typeof remedySchema>;

/** The outcome of one step. @public */
export const connectionTestStepSchema = z.object({
  name: z.enum(CONNECTION_TEST_STEPS),
  /** What the step looks at, for a person: "Agent connected for dataplane eu-west-1". */
  title: z.string(),
  status: z.enum(['passed', 'warning', 'failed', 'skipped']),
  durationMs: z.number(),
  /** What was found, or why the step was skipped, in one or two sentences. */
  evidence: z.string(),
  /** Present where the status is `warning` or `failed`. */
  remedy: remedySchema.optional(),
});

/** The type of {@link connectionTestStepSchema}. @public */
export type ConnectionTestStep = z.infer<typeof connectionTestStepSchema>;

/** What a round trip tells about the cluster behind a plane. @public */
export const clusterFactsSchema = z.object({
  /** The UID of namespace `kube-system`, which identifies a cluster; absent where the agent may not read it. */
  uid: z.string().optional(),
  /** The Kubernetes version, for example `v1.34.4`. */
  version: z.string().optional(),
  /** Milliseconds of each round trip. */
  latencyMs: z.object({
    min: z.number(),
    median: z.number(),
    max: z.number(),
    samples: z.number(),
  }),
});

/** The type of {@link clusterFactsSchema}. @public */
export type ClusterFacts = z.infer<typeof clusterFactsSchema>;

/** A finished connection test. @public */
export const connectionTestReportSchema = z.object({
  uid: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  finishedAt: z.string(),
  durationMs: z.number(),
  /** The worst status of a step. */
  outcome: z.enum(['passed', 'warning', 'failed']),
  /** Every step, in order. */
  steps: z.array(connectionTestStepSchema),
  cluster: clusterFactsSchema.optional(),
  /** The entity reference of the user who asked for it; absent for services. */
  requestedBy: z.string().optional(),
});

/** The type of {@link connectionTestReportSchema}. @public */
export type ConnectionTestReport = z.infer<typeof connectionTestReportSchema>;

/** The answer of `GET /planes/:uid/connection-test`. @public */
export const connectionTestResponseSchema = z.object({
  /** The last report; absent where the plane was never tested. */
  report: connectionTestReportSchema.optional(),
  /** A test of the plane is running now. */
  running: z.boolean(),
});

/** The type of {@link connectionTestResponseSchema}. @public */
export type ConnectionTestResponse = z.infer<
  typeof connectionTestResponseSchema
>;

/**
 * One server-sent event of `POST /planes/:uid/connection-test`; the event's name is its `type`, its data the object.
 *
 * @public
 */
export const connectionTestEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    startedAt: z.string(),
    /** The caller joined a test that was running already; its finished steps follow. */
    joined: z.boolean(),
  }),
  z.object({
    type: z.literal('step-started'),
    name: z.enum(CONNECTION_TEST_STEPS),
    title: z.string(),
  }),
  z.object({ type: z.literal('step'), step: connectionTestStepSchema }),
  z.object({
    type: z.literal('report'),
    report: connectionTestReportSchema,
    /** The report is of an earlier test, recent enough not to test again. */
    cached: z.boolean(),
  }),
  /** The test could not be completed. */
  z.object({ type: z.literal('error'), message: z.string() }),
]);

/** The type of {@link connectionTestEventSchema}. @public */
export type ConnectionTestEvent = z.infer<typeof connectionTestEventSchema>;
