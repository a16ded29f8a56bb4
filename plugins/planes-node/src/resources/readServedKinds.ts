import {
  PLANE_KINDS,
  type ServedPlaneKind,
  servedPlaneKinds,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { discoverPlurals } from '../follow/discoverPlurals';
import {
  isNotServed,
  type KubernetesApi,
  UnexpectedAnswerError,
} from '../kube';
import { OPENAPI_PATH } from './resourcePaths';

/** Asks which plane kinds an API server serves, and with which fields. */
export async function readServedKinds(
  api: KubernetesApi,
  signal: AbortSignal,
): Promise<readonly ServedPlaneKind[]> {
  const plurals = await discoverPlurals(api, { signal });
  const infos = new Set(
    PLANE_KINDS.filter(({ plural }) => plurals.has(plural)),
  );
  if (infos.size === 0) {
    return [];
  }
  const document = await readOpenAPIDocument(api, signal);
  const kinds = servedPlaneKinds(document, infos);
  if (kinds.length === 0) {
    throw new UnexpectedAnswerError(
      'The API server serves planes, but tells nothing of their fields: its OpenAPI document has no schema of them',
    );
  }
  return kinds;
}

async function readOpenAPIDocument(
  api: KubernetesApi,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return await api.getJson(OPENAPI_PATH, { signal });
  } catch (error) {
    if (isNotServed(error)) {
      throw new UnexpectedAnswerError(
        'The API server serves planes, but does not describe their fields yet: it takes some seconds after their CustomResourceDefinitions were installed',
        error,
      );
    }
    throw error;
  }
}
