import { z } from 'zod';
import { NODE_PHASES } from '../model/phases';

/** The types of nodes that Argo Workflows 3.6 to 4.1 writes. @public */
export const NODE_TYPES = [
  'Pod',
  'Container',
  'Steps',
  'StepGroup',
  'DAG',
  'TaskGroup',
  'Retry',
  'Skipped',
  'Suspend',
  'HTTP',
  'Plugin',
] as const;

/**
 * A node of an Argo workflow, with the fields that a timeline needs and no others. Times are ISO 8601 and absent where Argo
 * writes `null`.
 *
 * @public
 */
export const argoNodeSchema = z.object({
  id: z.string(),
  /** The whole path, such as `build[1].unit(0)`. */
  name: z.string(),
  displayName: z.string(),
  type: z.enum(NODE_TYPES),
  phase: z.enum(NODE_PHASES),
  /** The template that it runs, be it inline or of a WorkflowTemplate. */
  templateName: z.string().optional(),
  boundaryID: z.string().optional(),
  message: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  /** When its main container began to run, by the pod; absent where that is not known. */
  runningSince: z.string().optional(),
  children: z.array(z.string()),
  /** `N/M`. */
  progress: z.string().optional(),
  exitCode: z.number().optional(),
  hooked: z.boolean().optional(),
  retried: z.boolean().optional(),
  daemoned: z.boolean().optional(),
  /** Its result was taken from a cache; no pod ran. */
  memoized: z.boolean().optional(),
  /** The lock that it waits for. */
  waitingFor: z.string().optional(),
  /** The phase is terminal, but outputs are still on their way. */
  unsynced: z.boolean().optional(),
});

/** The type of {@link argoNodeSchema}. @public */
export type ArgoNode = z.infer<typeof argoNodeSchema>;

/** What the Argo workflow says of itself as a whole. @public */
export const argoWorkflowSchema = z.object({
  name: z.string(),
  namespace: z.string(),
  uid: z.string(),
  /** For optimistic checks; moves without visible changes. */
  resourceVersion: z.string(),
  /** Absent before the controller first looked at it. */
  phase: z
    .enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Error'])
    .optional(),
  message: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  progress: z.string().optional(),
  /** `spec.suspend`: no new node starts. */
  suspended: z.boolean(),
  /** `spec.shutdown`. */
  shutdown: z.enum(['Stop', 'Terminate']).optional(),
});

/** The type of {@link argoWorkflowSchema}. @public */
export type ArgoWorkflow = z.infer<typeof argoWorkflowSchema>;
