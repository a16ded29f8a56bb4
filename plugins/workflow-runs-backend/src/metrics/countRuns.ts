import type { RunInventory } from '../inventory';
import type { RunsInstruments } from './metrics';

/** Tells how many runs there are in each phase, whenever metrics are collected. */
export function countRuns(
  { runs }: Pick<RunsInstruments, 'runs'>,
  inventory: Pick<RunInventory, 'snapshot'>,
): void {
  runs.addCallback(result => {
    const counts = new Map<
      string,
      { count: number; control_plane: string; phase: string }
    >();
    for (const { ref, phase } of inventory.snapshot().runs) {
      const key = `${ref.controlPlane}/${phase}`;
      const { count } = counts.get(key) ?? { count: 0 };
      const { controlPlane } = ref;
      counts.set(key, {
        count: count + 1,
        control_plane: controlPlane,
        phase,
      });
    }
    for (const { count, ...attributes } of counts.values()) {
      result.observe(count, attributes);
    }
  });
}
