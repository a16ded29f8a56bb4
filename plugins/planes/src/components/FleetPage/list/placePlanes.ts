import {
  needsAttention,
  PlanesGroup,
  PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { CATEGORY_LABELS } from '../view/planeWords';

/** The group that a plane belongs to. */
export interface PlaneGroup {
  key: string;
  title: string;
}

/** A plane in the group under which it is shown. */
export interface PlacedPlane {
  plane: PlaneSummary;
  group: PlaneGroup;
}

export const ATTENTION: PlaneGroup = {
  key: 'attention',
  title: 'Needs attention',
};

export const HEALTHY: PlaneGroup = { key: 'healthy', title: 'Healthy' };

const GROUP_OF: Record<PlanesGroup, (plane: PlaneSummary) => PlaneGroup> = {
  health: ({ state }) => (needsAttention(state.state) ? ATTENTION : HEALTHY),
  type: ({ category }) => ({
    key: category,
    title: `${CATEGORY_LABELS[category]} planes`,
  }),
  // Planes share agents where all of these agree.
  cluster: ({ planeID, category, ref }) => ({
    key: [planeID, category, ref.controlPlane].join('\n'),
    title: `${planeID} · ${CATEGORY_LABELS[category].toLowerCase()} planes`,
  }),
  namespace: ({ ref }) => ({
    key: ref.namespace ?? '',
    title: ref.namespace ?? 'Cluster scope',
  }),
};

/** Each plane with its group, in the same order. */
export function placePlanes(
  planes: readonly PlaneSummary[],
  group: PlanesGroup,
): PlacedPlane[] {
  return planes.map(plane => ({ plane, group: GROUP_OF[group](plane) }));
}
