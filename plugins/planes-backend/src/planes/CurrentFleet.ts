import {
  createFleet,
  type Fleet,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type InventorySnapshot,
  knownKinds,
  type PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';

interface Indexed {
  readonly snapshot: InventorySnapshot;
  readonly version: string;
  readonly fleet: Fleet;
}

/** An index over all planes as they are now. */
export class CurrentFleet {
  readonly #inventory: PlaneInventory;
  #current: Indexed | undefined;

  constructor(inventory: PlaneInventory) {
    this.#inventory = inventory;
  }

  /** The same object as long as the index would come out the same. */
  get(): Fleet {
    return this.#indexed().fleet;
  }

  /** Another text whenever {@link CurrentFleet.get} gives another object; keeps no old index in memory. */
  version(): string {
    return this.#indexed().version;
  }

  #indexed(): Indexed {
    const snapshot = this.#inventory.snapshot();
    const known = this.#current;
    if (known?.snapshot === snapshot) {
      return known;
    }
    const version = versionOf(snapshot);
    const fleet = known?.version === version ? known.fleet : index(snapshot);
    this.#current = { snapshot, version, fleet };
    return this.#current;
  }
}

function index({ planes, sources }: InventorySnapshot): Fleet {
  return createFleet(planes, { isKnown: knownKinds(sources) });
}

function versionOf({ specRevision, sources }: InventorySnapshot): string {
  const known = sources.map(source => source.lastSyncedAt ?? source.state);
  return `${specRevision}:${known.join()}`;
}
