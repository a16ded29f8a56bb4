import { text } from 'node:stream/consumers';
import { JsonObject, isJsonObject, objectAt } from '../../objects/json';
import { listAt, textAt } from '../fields';
import { ApiError } from './ApiError';
import {
  ApiConnection,
  GatewayConnection,
  HttpsConnection,
  HttpsRequest,
} from './HttpsConnection';
import { readLines } from './readLines';

/** Longer than a gateway waits for an agent, so that its answer is heard. */
const REQUEST_TIMEOUT_MS = 35_000;
const PAGE_SIZE = 500;
const WATCH_SECONDS = 290;
/** A watch that is open for longer than it may last is dead. */
const WATCH_TIMEOUT_MS = 300_000;

/** One line of a watch. */
export interface WatchEvent {
  readonly type: string;
  readonly object: JsonObject;
}

/** A complete list, and the version from which to watch. */
export interface ObjectList {
  readonly items: readonly JsonObject[];
  readonly resourceVersion: string;
}

function within(milliseconds: number, signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/**
 * The few calls to a Kubernetes API that the simulation needs. An answer that is no success is
 * thrown as {@link ApiError}.
 */
export class ApiClient {
  readonly #connection: HttpsConnection;
  readonly #prefix: string;

  /** A `prefix` stands before every path, as that of a gateway's tunnel does. */
  constructor(connection: ApiConnection | GatewayConnection, prefix = '') {
    this.#connection = new HttpsConnection(connection);
    this.#prefix = prefix;
  }

  /** Closes every connection; calls under way fail. */
  close(): void {
    this.#connection.close();
  }

  async get(path: string, signal?: AbortSignal): Promise<JsonObject> {
    return this.#call({ path }, signal);
  }

  async create(path: string, body: object): Promise<JsonObject> {
    return this.#call({ path, method: 'POST', body });
  }

  /** Replaces an object. */
  async update(path: string, body: object): Promise<JsonObject> {
    return this.#call({ path, method: 'PUT', body });
  }

  /** JSON merge patch. With `metadata.resourceVersion` in it, it only applies to that version. */
  async patch(path: string, body: object): Promise<JsonObject> {
    const contentType = 'application/merge-patch+json';
    return this.#call({ path, method: 'PATCH', body, contentType });
  }

  async delete(path: string): Promise<JsonObject> {
    return this.#call({ path, method: 'DELETE' });
  }

  /** Every object below a path, read in pages. */
  async list(path: string, signal?: AbortSignal): Promise<ObjectList> {
    const items: JsonObject[] = [];
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    for (;;) {
      const page = await this.#call({ path: `${path}?${query}` }, signal);
      items.push(...listAt(page, 'items').filter(isJsonObject));
      const metadata = objectAt(page, 'metadata');
      const next = textAt(metadata, 'continue');
      if (next === undefined) {
        return {
          items,
          resourceVersion: textAt(metadata, 'resourceVersion') ?? '',
        };
      }
      query.set('continue', next);
    }
  }

  /** The changes below a path after a version, until the server ends the watch. */
  async *watch(
    path: string,
    resourceVersion: string,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    const query = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion,
      timeoutSeconds: String(WATCH_SECONDS),
    });
    const answer = await this.#connection.send({
      path: `${this.#prefix}${path}?${query}`,
      signal: within(WATCH_TIMEOUT_MS, signal),
    });
    if (answer.statusCode !== 200) {
      throw ApiError.fromAnswer(answer.statusCode ?? 0, await text(answer));
    }
    for await (const line of readLines(answer)) {
      const event: unknown = JSON.parse(line);
      const type = textAt(event, 'type');
      if (type !== undefined) {
        yield { type, object: objectAt(event, 'object') };
      }
    }
  }

  async #call(
    request: Omit<HttpsRequest, 'signal'>,
    signal?: AbortSignal,
  ): Promise<JsonObject> {
    const answer = await this.#connection.send({
      ...request,
      path: `${this.#prefix}${request.path}`,
      signal: within(REQUEST_TIMEOUT_MS, signal),
    });
    const status = answer.statusCode ?? 0;
    const body = await text(answer);
    if (status < 200 || status > 299) {
      throw ApiError.fromAnswer(status, body);
    }
    const object: unknown = JSON.parse(body);
    return isJsonObject(object) ? object : {};
  }
}
