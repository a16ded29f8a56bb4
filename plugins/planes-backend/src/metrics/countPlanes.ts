import type { PlaneSummaries } from '../planes';
import type { PlanesInstruments } from './metrics';

interface Counted {
  readonly control_plane: string;
  readonly kind: string;
  readonly state: string;
}

/** Tells how many planes there are of each kind in each state, whenever metrics are collected. */
export function countPlanes(
  { planes }: Pick<PlanesInstruments, 'planes'>,
  options: {
    readonly summaries: Pick<PlaneSummaries, 'all'>;
    readonly clock: () => Date;
  },
): void {
  planes.addCallback(result => {
    const counts = new Map<string, { count: number; counted: Counted }>();
    for (const { plane, summary } of options.summaries.all(options.clock())) {
      const { controlPlane, kind } = plane.ref;
      const { state } = summary.state;
      const key = [controlPlane, kind, state].join('/');
      const { count } = counts.get(key) ?? { count: 0 };
      counts.set(key, {
        count: count + 1,
        counted: { control_plane: controlPlane, kind, state },
      });
    }
    for (const { count, counted } of counts.values()) {
      result.observe(count, { ...counted });
    }
  });
}
