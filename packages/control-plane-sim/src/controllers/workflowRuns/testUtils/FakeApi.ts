import { JsonObject, objectAt } from '../../../objects/json';
import { textAt } from '../../fields';
import { ApiError } from '../../kubernetes/ApiError';

/** A Kubernetes API with nothing but objects by their paths. */
export class FakeApi {
  readonly objects = new Map<string, JsonObject>();
  /** The paths of collections that are not served. */
  readonly unserved = new Set<string>();
  /** What every request fails with. */
  failure?: ApiError;

  constructor(objects: Record<string, JsonObject> = {}) {
    for (const [path, object] of Object.entries(objects)) {
      this.objects.set(path, object);
    }
  }

  async get(path: string): Promise<JsonObject> {
    this.#fail(path);
    const found = this.objects.get(path);
    if (!found) {
      throw new ApiError(404, 'NotFound', `${path} not found`);
    }
    return found;
  }

  async create(path: string, object: object): Promise<JsonObject> {
    this.#fail(path);
    const { metadata } = { metadata: {}, ...object };
    const key = `${path}/${textAt(metadata, 'name')}`;
    if (this.objects.has(key)) {
      throw new ApiError(409, 'AlreadyExists', `${key} already exists`);
    }
    this.objects.set(key, { ...object });
    return { ...object };
  }

  async update(path: string, object: object): Promise<JsonObject> {
    await this.get(path);
    this.objects.set(path, { ...object });
    return { ...object };
  }

  async delete(path: string): Promise<JsonObject> {
    const found = await this.get(path);
    this.objects.delete(path);
    return objectAt(found, 'metadata');
  }

  #fail(path: string): void {
    if (this.failure) {
      throw this.failure;
    }
    if ([...this.unserved].some(each => path.includes(`/${each}/`))) {
      throw new ApiError(404, 'Unknown', '404 page not found');
    }
  }
}
