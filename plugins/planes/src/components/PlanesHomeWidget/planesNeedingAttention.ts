import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  PLANE_STATES,
  planeStateInfo,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** The planes that somebody should look at: the worst state first, then what changed last. */
export function planesNeedingAttention(
  planes: readonly PlaneView[],
): PlaneView[] {
  const rank = ({ state }: PlaneView) => PLANE_STATES.indexOf(state.state);
  const since = ({ state }: PlaneView) => Date.parse(state.since ?? '') || 0;
  return planes
    .filter(view => planeStateInfo(view.state.state).needsAttention)
    .sort((a, b) => rank(a) - rank(b) || since(b) - since(a));
}
