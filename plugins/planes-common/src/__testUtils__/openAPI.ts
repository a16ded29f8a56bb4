import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLANE_KINDS, PlaneKind } from '../model/kinds';
import { ServedPlaneKind } from '../registration/ServedPlaneKind';
import { servedPlaneKinds } from '../registration/servedKinds';

/** The releases whose OpenAPI documents are among the fixtures. */
export const RELEASES = ['v0.9.0', 'v0.14.0', 'v0.17.0', 'v1.2.0'] as const;

/** One of {@link RELEASES}. */
export type Release = (typeof RELEASES)[number];

/** The OpenAPI v3 document of a release. */
export function openAPIOf(release: Release): {
  components: { schemas: Record<string, object> };
} {
  const file = join(__dirname, `../__fixtures__/openapi-${release}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The plane kinds that a release serves. */
export function servedBy(release: Release): ServedPlaneKind[] {
  return servedPlaneKinds(openAPIOf(release), PLANE_KINDS);
}

/** A plane kind as a release serves it. */
export function kindServedBy(
  release: Release,
  kind: PlaneKind,
): ServedPlaneKind {
  const served = servedBy(release).find(one => one.kind === kind);
  if (!served) {
    throw new Error(`${release} does not serve ${kind}`);
  }
  return served;
}
