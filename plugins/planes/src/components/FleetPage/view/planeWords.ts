import {
  PlaneCategory,
  planeKindInfo,
  PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** What a category is called on a button: `Data`. */
export const CATEGORY_LABELS: Record<PlaneCategory, string> = {
  data: 'Data',
  workflow: 'Workflow',
  build: 'Build',
  observability: 'Observability',
};

/** What planes without a namespace have in its place. */
export const CLUSTER_SCOPE = 'cluster scope';

/** The type of a plane in words: `Data plane`. */
export function typeOf({ ref }: PlaneSummary): string {
  return planeKindInfo(ref.kind).label;
}

/** Where a plane is: its namespace, or that it has none; before it the control plane, unless that is the one called `default`. */
export function placeOf({ ref }: PlaneSummary): string {
  const place = ref.namespace ?? CLUSTER_SCOPE;
  return ref.controlPlane === 'default'
    ? place
    : `${ref.controlPlane} · ${place}`;
}
