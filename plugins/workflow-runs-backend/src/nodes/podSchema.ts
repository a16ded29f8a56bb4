import {
  ANNOTATION_NODE_ID,
  ANNOTATION_NODE_NAME,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';

/** What is not as it should be counts as absent: a pod with an odd container is still a pod. */
const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);

const startedSchema = z.object({ startedAt: text });

const containerStatusSchema = z.object({
  name: z.string(),
  restartCount: number,
  state: z
    .object({
      waiting: z.object({ reason: text, message: text }).optional(),
      running: startedSchema.optional(),
      terminated: startedSchema
        .extend({
          finishedAt: text,
          exitCode: number,
          reason: text,
          message: text,
        })
        .optional(),
    })
    .optional()
    .catch(undefined),
});

const containerSchema = z.object({ name: z.string(), image: text });

function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).catch([]);
}

/** The fields of a pod that are used here. */
export const podSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: text,
    creationTimestamp: text,
    annotations: z.record(z.string(), z.string()).catch({}),
  }),
  spec: z
    .object({
      nodeName: text,
      containers: listOf(containerSchema),
      initContainers: listOf(containerSchema),
    })
    .catch({ nodeName: undefined, containers: [], initContainers: [] }),
  status: z
    .object({
      phase: text,
      podIP: text,
      reason: text,
      message: text,
      conditions: listOf(
        z.object({
          type: text,
          status: text,
          reason: text,
          message: text,
        }),
      ),
      containerStatuses: listOf(containerStatusSchema),
      initContainerStatuses: listOf(containerStatusSchema),
    })
    .catch({
      phase: undefined,
      podIP: undefined,
      reason: undefined,
      message: undefined,
      conditions: [],
      containerStatuses: [],
      initContainerStatuses: [],
    }),
});

/** A pod, as far as it is used here. */
export type Pod = z.infer<typeof podSchema>;

/** The state of a container, as its pod tells. */
export type ContainerStatus = z.infer<typeof containerStatusSchema>;

/** An object as a pod, if it is one; in a list for `flatMap`. */
export function readPod(object: unknown): Pod[] {
  const parsed = podSchema.safeParse(object);
  return parsed.success ? [parsed.data] : [];
}

/** The node that a pod runs, by what Argo writes on it. */
export function nodeOf({ metadata }: Pod): { id?: string; name?: string } {
  const { annotations } = metadata;
  return {
    id: annotations[ANNOTATION_NODE_ID],
    name: annotations[ANNOTATION_NODE_NAME],
  };
}
