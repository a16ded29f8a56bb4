import { ANNOTATION_DISPLAY_NAME } from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';

const anything = z.unknown().optional();

const slimSchema = z.object({
  metadata: z.object({
    name: anything,
    namespace: anything,
    deletionTimestamp: anything,
    annotations: z.object({ [ANNOTATION_DISPLAY_NAME]: anything }).optional(),
  }),
  spec: z
    .object({
      dataPlaneRef: anything,
      workflowPlaneRef: anything,
      buildPlaneRef: anything,
    })
    .optional(),
});

/**
 * The parts of an environment or workflow that tell on which plane it depends. The rest, such as templates of whole Argo
 * workflows, is not worth the memory.
 *
 * @returns undefined for what is no such resource
 */
export function slimObject(object: unknown): unknown {
  return slimSchema.safeParse(object).data;
}
