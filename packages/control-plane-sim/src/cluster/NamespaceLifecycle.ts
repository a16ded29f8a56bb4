import { ApiObject, timestamp } from '../objects/ApiObject';
import { objectAt } from '../objects/json';
import { ResourceRegistry, ServedResource } from '../registry/ResourceRegistry';
import { storeKey } from '../storage/ResourceStore';
import { deleteObject, DeleteOptions } from '../write/deleteObject';
import { requireObject } from '../write/storedObject';

/** Deletes namespaces with what is in them, as the namespace controller of a real cluster does. */
export class NamespaceLifecycle {
  readonly #registry: ResourceRegistry;
  readonly #namespaces: ServedResource;
  readonly #terminating = new Set<string>();
  readonly #followed = new WeakSet<object>();

  constructor(registry: ResourceRegistry) {
    this.#registry = registry;
    this.#namespaces = registry.require('', 'namespaces');
  }

  /**
   * Begins to delete a namespace; it goes when nothing is left in it.
   *
   * @throws StatusError 404 where there is none
   */
  delete(name: string, options: DeleteOptions): ApiObject {
    const current = requireObject(this.#namespaces, undefined, name);
    const marked: ApiObject = {
      ...current,
      metadata: { ...current.metadata, deletionTimestamp: timestamp() },
      status: { ...objectAt(current, 'status'), phase: 'Terminating' },
    };
    if (options.dryRun || current.metadata.deletionTimestamp) {
      return options.dryRun ? marked : current;
    }
    const { store } = this.#namespaces;
    const stored = store.put(storeKey(undefined, name), marked);
    this.#terminating.add(name);
    for (const resource of this.#contents()) {
      this.#follow(resource);
      for (const { object } of this.#within(resource, name)) {
        deleteObject(resource, name, object.metadata.name, { dryRun: false });
      }
    }
    this.#finish(name);
    return stored;
  }

  #contents(): ServedResource[] {
    return this.#registry
      .all()
      .filter(({ definition }) => definition.namespaced);
  }

  #within({ store }: ServedResource, name: string) {
    return store
      .latest()
      .entries.filter(({ object }) => object.metadata.namespace === name);
  }

  #follow({ store }: ServedResource): void {
    if (!this.#followed.has(store)) {
      this.#followed.add(store);
      store.subscribe(({ type, object }) => {
        const { namespace } = object.metadata;
        if (
          type === 'DELETED' &&
          namespace &&
          this.#terminating.has(namespace)
        ) {
          this.#finish(namespace);
        }
      });
    }
  }

  #finish(name: string): void {
    const isEmpty = this.#contents().every(
      resource => this.#within(resource, name).length === 0,
    );
    if (isEmpty && this.#terminating.delete(name)) {
      this.#namespaces.store.remove(storeKey(undefined, name));
    }
  }
}
