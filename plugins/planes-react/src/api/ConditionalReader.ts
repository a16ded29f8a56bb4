import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AnswerSchema, parseAnswer } from './parseAnswer';
import { withTimeout } from './withTimeout';

const REQUEST_TIMEOUT_MS = 15_000;
const MAX_ANSWERS = 50;

/**
 * Options of {@link ConditionalReader}.
 *
 * @public
 */
export interface ConditionalReaderOptions<T> {
  fetchApi: FetchApi;
  schema: AnswerSchema<T>;
  /** How many answers are kept to compare with; less where they are large. Default: 50. */
  maxAnswers?: number;
}

/**
 * Reads JSON of one shape, and asks with the ETag of the previous answer. While the backend says that nothing has
 * changed, the answer is the same object.
 *
 * @public
 */
export class ConditionalReader<T> {
  readonly #fetchApi: FetchApi;
  readonly #schema: AnswerSchema<T>;
  readonly #maxAnswers: number;
  readonly #answers = new Map<string, { etag: string; value: T }>();

  constructor(options: ConditionalReaderOptions<T>) {
    this.#fetchApi = options.fetchApi;
    this.#schema = options.schema;
    this.#maxAnswers = options.maxAnswers ?? MAX_ANSWERS;
  }

  /**
   * Rejects with a `ResponseError` for anything but success, and after 15 seconds.
   *
   * @param url - one that the fetch API of Backstage knows, such as `plugin://planes/planes`
   */
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
    if (oldest !== undefined && this.#answers.size >= this.#maxAnswers) {
      this.#answers.delete(oldest);
    }
    if (etag) {
      this.#answers.set(url, { etag, value });
    }
  }
}
