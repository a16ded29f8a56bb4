import {
  PLANE_API_GROUP,
  PLANE_API_VERSION,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';
import {
  isNotServed,
  type KubernetesApi,
  UnexpectedAnswerError,
} from '../kube';

const resourceListSchema = z.object({
  kind: z.literal('APIResourceList'),
  resources: z.array(z.object({ name: z.string() })).nullable(),
});

/** The path of OpenChoreo's API group. */
export const API_PATH = `/apis/${PLANE_API_GROUP}/${PLANE_API_VERSION}`;

/**
 * Asks which plurals of OpenChoreo's API group the API server serves; none is a normal answer.
 *
 * @throws what the API throws: a failure is not the same as none
 */
export async function discoverPlurals(
  api: KubernetesApi,
  options: { signal: AbortSignal },
): Promise<ReadonlySet<string>> {
  let answer: unknown;
  try {
    answer = await api.getJson(API_PATH, options);
  } catch (error) {
    if (isNotServed(error)) {
      return new Set();
    }
    throw error;
  }
  const parsed = resourceListSchema.safeParse(answer);
  if (!parsed.success) {
    throw new UnexpectedAnswerError(
      'The answer is not a Kubernetes resource list',
    );
  }
  return new Set(parsed.data.resources?.map(({ name }) => name));
}
