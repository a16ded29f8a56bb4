import { createHash } from 'node:crypto';
import type { PlaneRegistration } from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * Stands for what a plane's resource says of its registration.
 *
 * @remarks
 * Kubernetes gives a resource another `resourceVersion` with every heartbeat, so that a form would conflict with each of
 * them. This one stays the same until something changes that the form shows.
 */
export function revisionOf(
  uid: string,
  registration: Partial<PlaneRegistration>,
): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(sorted(registration)))
    .digest('base64url');
  return `${uid}:${hash}`;
}

/** The same for values that are the same, whatever the order of their properties. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([, child]) => child !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, child]) => [key, sorted(child)])
    : value;
}
