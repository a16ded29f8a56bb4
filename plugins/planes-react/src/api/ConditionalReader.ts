import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AnswerSchema, parseAnswer } from './parseAnswer';
import { withTimeout } from './withTimeout';

const REQUEST_TIMEOUT_MS = 15_000;
const MAX_ANSWERS = 50;

/**
 * Reads JSON of one shape, and asks with the ETag of the previous answer. While the backend says that nothing has
 * changed, the answer is the same object.
 */
export class ConditionalReader<T> {
  readonly #fetchApi: FetchApi;
  readonly #schema: AnswerSchema<T>;
  readonly #answers = new Map<string, { etag: string; value: T }>();

  constructor(fetchApi: FetchApi, schema: AnswerSchema<T>) {
    this.#fetchApi = fetchApi;
    this.#schema = schema;
  }

  async read(url: string, signal?: AbortSignal): Promise<T> {
    const known = this.#answers.get(url);
    const response = await this.#fetchApi.fetch(url, {
      headers: known ? { 'If-None-Match': known.etag } : {},
      signal: withTimeout(REQUEST_TIMEOUT_MS, signal),
    });
    if (known && response.status === 304) {
      return known.value;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const value = parseAnswer(this.#schema, await response.json());
    this.#remember(url, response.headers.get('ETag') ?? undefined, value);
    return value;
  }

  #remember(url: string, etag: string | undefined, value: T): void {
    this.#answers.delete(url);
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size >= MAX_ANSWERS) {
      this.#answers.delete(oldest);
    }
    if (etag) {
      this.#answers.set(url, { etag, value });
    }
  }
}
