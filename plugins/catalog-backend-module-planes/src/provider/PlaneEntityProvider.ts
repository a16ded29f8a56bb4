import type { Entity } from '@backstage/catalog-model';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EntityBook } from './EntityBook';

/**
 * Brings one group of entities to the catalog: the planes of one kind in one control plane, or the agent pools of one.
 *
 * @remarks
 * A group of its own for each kind, so that a kind that cannot be read keeps nothing else from being complete: a full
 * mutation replaces all that this provider ever gave, and must only be made of a complete list.
 */
export class PlaneEntityProvider implements EntityProvider {
  readonly book = new EntityBook();
  readonly #name: string;
  readonly #locationKey: string;
  readonly #onConnect: () => void;
  #connection: EntityProviderConnection | undefined;
  #fullMutationDue = false;

  /**
   * @param group - stable over restarts, for example `default/dataplanes`
   */
  constructor(group: string, onConnect: () => void) {
    this.#onConnect = onConnect;
    this.#name = `openchoreo-planes/${group}`;
    this.#locationKey = `openchoreo-planes:${group}`;
  }

  getProviderName(): string {
    return this.#name;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    this.#onConnect();
  }

  /** The group's list is complete: the next publication replaces everything. */
  requireFullMutation(): void {
    this.#fullMutationDue = true;
  }

  /**
   * Writes to the catalog what it does not know yet.
   *
   * @throws what the catalog throws; nothing is lost then, the next call tries again
   */
  async publish(): Promise<void> {
    if (!this.#connection) {
      return;
    }
    const full = this.#fullMutationDue;
    const delta = this.book.takeDelta();
    this.#fullMutationDue = false;
    try {
      if (full) {
        await this.#connection.applyMutation({
          type: 'full',
          entities: this.book.entities().map(entity => this.#deferred(entity)),
        });
      } else if (delta.added.length > 0 || delta.removed.length > 0) {
        await this.#connection.applyMutation({
          type: 'delta',
          added: delta.added.map(entity => this.#deferred(entity)),
          removed: delta.removed.map(entityRef => ({
            entityRef,
            locationKey: this.#locationKey,
          })),
        });
      }
    } catch (error) {
      this.#fullMutationDue ||= full;
      this.book.returnDelta(delta);
      throw error;
    }
  }

  #deferred(entity: Entity): DeferredEntity {
    return { entity, locationKey: this.#locationKey };
  }
}
