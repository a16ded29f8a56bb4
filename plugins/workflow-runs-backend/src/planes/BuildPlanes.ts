import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';

/** The build planes of each namespace, for releases that fall back to any of them. */
export class BuildPlanes {
  readonly #inventory: Pick<PlaneInventory, 'snapshot'>;
  #index: { revision: number; first: Map<string, Plane> } | undefined;

  constructor(inventory: Pick<PlaneInventory, 'snapshot'>) {
    this.#inventory = inventory;
  }

  /** The first by name, as the API server lists them. */
  first(controlPlane: string, namespace: string): Plane | undefined {
    const { planes, specRevision } = this.#inventory.snapshot();
    if (this.#index?.revision !== specRevision) {
      this.#index = { revision: specRevision, first: indexFirst(planes) };
    }
    return this.#index.first.get(`${controlPlane}/${namespace}`);
  }
}

function indexFirst(planes: readonly Plane[]): Map<string, Plane> {
  const first = new Map<string, Plane>();
  for (const plane of planes) {
    const { controlPlane, kind, namespace, name } = plane.ref;
    if (kind === 'BuildPlane') {
      const key = `${controlPlane}/${namespace}`;
      const known = first.get(key);
      if (!known || name < known.ref.name) {
        first.set(key, plane);
      }
    }
  }
  return first;
}
