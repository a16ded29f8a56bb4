import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** What changed in a book since it was last closed. */
export interface EntityDelta {
  readonly added: readonly Entity[];
  /** Entity references. */
  readonly removed: readonly string[];
}

/** The entities that one provider stands for, and which of them the catalog does not know yet. */
export class EntityBook {
  readonly #entries = new Map<string, { entity: Entity; text: string }>();
  readonly #unpublished = new Set<string>();

  /** Takes up an entity; nothing happens when it is the same as before. */
  put(entity: Entity): void {
    const ref = stringifyEntityRef(entity);
    const text = JSON.stringify(entity);
    if (this.#entries.get(ref)?.text !== text) {
      this.#entries.set(ref, { entity, text });
      this.#unpublished.add(ref);
    }
  }

  remove(ref: string): void {
    if (this.#entries.delete(ref)) {
      this.#unpublished.add(ref);
    }
  }

  entities(): Entity[] {
    return Array.from(this.#entries.values(), ({ entity }) => entity);
  }

  /** Hands out what the catalog does not know, and begins anew. */
  takeDelta(): EntityDelta {
    const added: Entity[] = [];
    const removed: string[] = [];
    for (const ref of this.#unpublished) {
      const entry = this.#entries.get(ref);
      if (entry) {
        added.push(entry.entity);
      } else {
        removed.push(ref);
      }
    }
    this.#unpublished.clear();
    return { added, removed };
  }

  /** Puts back a delta that did not reach the catalog. */
  returnDelta(delta: EntityDelta): void {
    for (const ref of [
      ...delta.added.map(entity => stringifyEntityRef(entity)),
      ...delta.removed,
    ]) {
      this.#unpublished.add(ref);
    }
  }
}
