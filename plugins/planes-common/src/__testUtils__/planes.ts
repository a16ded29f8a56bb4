import { Plane } from '../model/plane';
import { parsePlane } from '../parse/parsePlane';

interface Resource {
  controlPlane?: string;
  kind?: string;
  metadata?: Record<string, unknown>;
  spec?: unknown;
  status?: unknown;
}

/** A plane resource; a namespaced kind is in namespace `acme` unless `metadata` says otherwise. */
export function resource(options: Resource): Record<string, unknown> {
  const { kind = 'DataPlane', metadata = {}, spec = {}, status } = options;
  const name = metadata.name ?? 'eu-west';
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind,
    metadata: {
      name,
      ...(kind.startsWith('Cluster') ? {} : { namespace: 'acme' }),
      uid: `uid-of-${kind}-${name}`,
      resourceVersion: '1',
      ...metadata,
    },
    spec,
    status,
  };
}

/** The plane that {@link resource} is. */
export function plane(options: Resource = {}): Plane {
  const { controlPlane = 'default' } = options;
  const result = parsePlane(resource(options), { controlPlane });
  if (!result.ok) {
    throw new Error(`Not a plane: ${result.error.reason}`);
  }
  return result.plane;
}
