import { isJsonObject } from '../objects/json';
import { KubernetesObject } from './TestControlPlane';

/** The API group of OpenChoreo. */
export const PLANE_GROUP = 'openchoreo.dev';

function isKubernetesObject(value: unknown): value is KubernetesObject {
  return (
    isJsonObject(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isJsonObject(value.metadata) &&
    typeof value.metadata.name === 'string'
  );
}

/**
 * Narrows an answer to an object.
 *
 * @throws TypeError where it is none
 */
export function toKubernetesObject(value: unknown): KubernetesObject {
  if (!isKubernetesObject(value)) {
    throw new TypeError('The server did not answer with a Kubernetes object');
  }
  return value;
}

/** `openchoreo.dev/v1alpha1`; `v1` for the core group. */
export function apiVersionOf(group: string): string {
  if (group === '') {
    return 'v1';
  }
  return group.endsWith('.k8s.io') ? `${group}/v1` : `${group}/v1alpha1`;
}

/** The path of the objects of a plural. */
export function collectionPath(
  apiVersion: string,
  plural: string,
  namespace?: string,
): string {
  const root = apiVersion.includes('/') ? '/apis' : '/api';
  const scope = namespace ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${root}/${apiVersion}${scope}/${plural}`;
}
