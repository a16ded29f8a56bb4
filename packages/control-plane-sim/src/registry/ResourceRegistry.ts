import { ResourceStore } from '../storage/ResourceStore';
import { Revisions } from '../storage/Revisions';
import { ResourceDefinition, resourceKey } from './ResourceDefinition';

/** A resource that is served, with its objects. */
export interface ServedResource {
  readonly definition: ResourceDefinition;
  readonly store: ResourceStore;
}

/** Every resource that the server serves at the moment. */
export class ResourceRegistry {
  readonly #revisions: Revisions;
  readonly #historyLimit: number;
  readonly #resources = new Map<string, ServedResource>();
  readonly #removalListeners = new Set<(resource: ServedResource) => void>();

  constructor(revisions: Revisions, historyLimit: number) {
    this.#revisions = revisions;
    this.#historyLimit = historyLimit;
  }

  /** The current revision of the whole server. */
  get revision(): number {
    return this.#revisions.current;
  }

  /** Serves a resource, or serves it by a new definition while its objects stay. */
  register(definition: ResourceDefinition): ServedResource {
    const key = resourceKey(definition.group, definition.plural);
    const store =
      this.#resources.get(key)?.store ??
      new ResourceStore(this.#revisions, this.#historyLimit);
    const served = { definition, store };
    this.#resources.set(key, served);
    return served;
  }

  /** Stops serving a resource and forgets its objects. */
  unregister(group: string, plural: string): void {
    const key = resourceKey(group, plural);
    const resource = this.#resources.get(key);
    this.#resources.delete(key);
    if (resource) {
      for (const listener of this.#removalListeners) {
        listener(resource);
      }
    }
  }

  /** Calls back when a resource is no longer served. */
  onRemoval(listener: (resource: ServedResource) => void): () => void {
    this.#removalListeners.add(listener);
    return () => this.#removalListeners.delete(listener);
  }

  find(group: string, plural: string): ServedResource | undefined {
    return this.#resources.get(resourceKey(group, plural));
  }

  /** As {@link ResourceRegistry.find}, for resources that are always served. */
  require(group: string, plural: string): ServedResource {
    const resource = this.find(group, plural);
    if (!resource) {
      throw new Error(`The resource '${plural}' is not registered`);
    }
    return resource;
  }

  all(): ServedResource[] {
    return [...this.#resources.values()];
  }

  /** Forgets the history of every resource: a watch from before now answers 410. */
  compact(): void {
    this.#revisions.next();
    for (const { store } of this.#resources.values()) {
      store.compact();
    }
  }
}
