import {
  PLANE_API_GROUP,
  PLANE_API_VERSION,
  PLANE_KINDS,
  type PlaneKindInfo,
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

/** The path of the API group of planes. */
export const PLANE_API_PATH = `/apis/${PLANE_API_GROUP}/${PLANE_API_VERSION}`;

/**
 * Asks which plane kinds the API server serves; none is a normal answer.
 *
 * @throws what the API throws: a failure is not the same as none
 */
export async function discoverPlaneKinds(
  api: KubernetesApi,
  options: { signal: AbortSignal },
): Promise<ReadonlySet<PlaneKindInfo>> {
  let answer: unknown;
  try {
    answer = await api.getJson(PLANE_API_PATH, options);
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
  const names = new Set(parsed.data.resources?.map(({ name }) => name));
  return new Set(PLANE_KINDS.filter(({ plural }) => names.has(plural)));
}
