import { z } from 'zod';
import { runRefSchema, runSummarySchema } from './runsSchema';

/** A parameter of a run. @public */
export const runParameterSchema = z.object({
  /** The path, such as `repository.url`. */
  name: z.string(),
  /** Absent where it is masked as a whole; of a URL, only user and password are. */
  value: z.unknown().optional(),
  /** It looks like a secret, and the caller lacks the permission `openchoreo.workflow-run.secrets.read`. */
  masked: z.boolean(),
});

/** The type of {@link runParameterSchema}. @public */
export type RunParameter = z.infer<typeof runParameterSchema>;

/** What can be done to a run. @public */
export const RUN_ACTIONS = ['stop', 'terminate', 'suspend', 'resume'] as const;

/** A member of {@link RUN_ACTIONS}. @public */
export type RunAction = (typeof RUN_ACTIONS)[number];

/** A run with everything that is known of it without its plane. @public */
export const runViewSchema = runSummarySchema.extend({
  conditions: z.array(
    z.object({
      type: z.string(),
      status: z.enum(['True', 'False', 'Unknown']),
      reason: z.string().optional(),
      message: z.string().optional(),
      lastTransitionTime: z.string().optional(),
    }),
  ),
  /** The Argo workflow in the plane's cluster. */
  reference: z
    .object({
      apiVersion: z.string(),
      kind: z.string(),
      name: z.string(),
      namespace: z.string(),
    })
    .optional(),
  parameters: z.array(runParameterSchema),
  ttlAfterCompletion: z.string().optional(),
  deletedAt: z.string().optional(),
});

/** The type of {@link runViewSchema}. @public */
export type RunView = z.infer<typeof runViewSchema>;

/** The answer of `GET /runs/:uid`. @public */
export const runResponseSchema = z.object({
  item: runViewSchema,
  /** When the answer was computed, ISO 8601. */
  asOf: z.string(),
});

/** The type of {@link runResponseSchema}. @public */
export type RunResponse = z.infer<typeof runResponseSchema>;

/** The body of `POST /runs/:uid/actions/:action`. @public */
export const runActionRequestSchema = z.object({
  /** The uid of the Argo workflow that the user saw: another one of the same name is not touched (409). */
  workflowUid: z.string(),
});

/** The answer of `POST /runs/:uid/actions/:action`: how the Argo workflow stands then. @public */
export const runActionResponseSchema = z.object({
  action: z.enum(RUN_ACTIONS),
  suspended: z.boolean(),
  shutdown: z.enum(['Stop', 'Terminate']).optional(),
});

/** The type of {@link runActionResponseSchema}. @public */
export type RunActionResponse = z.infer<typeof runActionResponseSchema>;

/** The body of `POST /runs/:uid/rerun`: a new WorkflowRun of the same workflow. @public */
export const rerunRequestSchema = z.object({
  /** By path, as in `RunView.parameters`; what is not named stays as it was, secrets included. */
  parameters: z.record(z.string(), z.unknown()).optional(),
});

/** The type of {@link rerunRequestSchema}. @public */
export type RerunRequest = z.infer<typeof rerunRequestSchema>;

/** The answer of `POST /runs/:uid/rerun`. @public */
export const rerunResponseSchema = z.object({
  uid: z.string(),
  ref: runRefSchema,
});

/** The type of {@link rerunResponseSchema}. @public */
export type RerunResponse = z.infer<typeof rerunResponseSchema>;

/**
 * The answer of `GET /runs/:uid/baseline`: how long earlier successful runs of the same workflow (and component, where the run
 * has one) took, by the control plane's record.
 *
 * @public
 */
export const runBaselineSchema = z.object({
  /** How many runs it is made of; at most 20, the latest before this one. */
  runs: z.number(),
  /** Median of the whole run, in milliseconds; absent where there are none. */
  medianMs: z.number().optional(),
  /** Median by task name, in milliseconds. */
  tasks: z.array(
    z.object({ name: z.string(), medianMs: z.number(), runs: z.number() }),
  ),
});

/** The type of {@link runBaselineSchema}. @public */
export type RunBaseline = z.infer<typeof runBaselineSchema>;
