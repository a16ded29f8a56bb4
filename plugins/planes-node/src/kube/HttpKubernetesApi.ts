import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { RequestOptions } from 'node:https';
import { withTimeout } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConnectionConfig } from '../config';
import { ConnectionAgents } from './ConnectionAgents';
import { credentialsError } from './credentialsError';
import {
  KubernetesApiError,
  UnansweredWriteError,
  UnexpectedAnswerError,
} from './errors';
import { KubeConfigProvider } from './KubeConfigProvider';
import type { KubernetesApi } from './KubernetesApi';
import type {
  KubernetesWrite,
  KubernetesWriteAnswer,
  KubernetesWriter,
} from './KubernetesWriter';
import { isReusedSocketReset, openRequest } from './openRequest';
import { parseWarnings } from './parseWarnings';
import { readText } from './readText';
import { readWatchEvents } from './readWatchEvents';
import { ServerClock } from './ServerClock';

const ANSWER_TIMEOUT_MS = 30_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_ERROR_BODY_BYTES = 64 * 1024;

interface Content {
  readonly method: string;
  readonly contentType: string;
  readonly body: string;
  readonly onSend: () => void;
}

/** Speaks to a Kubernetes API over HTTPS with the credentials of a kubeconfig; reads over kept-alive connections. */
export class HttpKubernetesApi implements KubernetesApi, KubernetesWriter {
  readonly #kubeConfig: KubeConfigProvider;
  readonly #answerTimeoutMs: number;
  readonly #agents = new ConnectionAgents();
  readonly #clock = new ServerClock();

  static create(
    connection: ControlPlaneConnectionConfig,
    options: { answerTimeoutMs?: number } = {},
  ): HttpKubernetesApi {
    return new HttpKubernetesApi(
      new KubeConfigProvider(connection),
      options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS,
    );
  }

  private constructor(kubeConfig: KubeConfigProvider, answerTimeoutMs: number) {
    this.#kubeConfig = kubeConfig;
    this.#answerTimeoutMs = answerTimeoutMs;
  }

  get aheadMs(): number {
    return this.#clock.aheadMs;
  }

  async getJson(
    path: string,
    { signal }: { signal: AbortSignal },
  ): Promise<unknown> {
    const deadline = this.#deadline(signal);
    try {
      const body = await this.#readBody(path, deadline);
      return parseAnswer(body);
    } catch (error) {
      throw explainTimeout(error, signal, deadline);
    }
  }

  async send(
    { method, path, body }: KubernetesWrite,
    { signal }: { signal: AbortSignal },
  ): Promise<KubernetesWriteAnswer> {
    const deadline = this.#deadline(signal);
    let sent = false;
    try {
      const answer = await this.#open(path, deadline, {
        method,
        contentType:
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
        body: JSON.stringify(body),
        onSend: () => {
          sent = true;
        },
      });
      const text = await readText(answer, MAX_BODY_BYTES);
      const warnings = parseWarnings(answer.headers.warning);
      return { body: parseAnswer(text), warnings };
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof KubernetesApiError
        ? error
        : new UnansweredWriteError(
            explainTimeout(error, signal, deadline),
            sent,
          );
    }
  }

  async *watch(
    path: string,
    options: {
      signal: AbortSignal;
      silenceTimeoutMs: number;
      onOpen?: () => void;
    },
  ): AsyncIterable<unknown> {
    const abort = new AbortController();
    const signal = AbortSignal.any([options.signal, abort.signal]);
    const openTimer = setTimeout(
      () => abort.abort(timeoutError()),
      this.#answerTimeoutMs,
    );
    try {
      const answer = await this.#open(path, signal);
      clearTimeout(openTimer);
      options.onOpen?.();
      yield* readWatchEvents(answer, options.silenceTimeoutMs);
    } catch (error) {
      throw abort.signal.aborted ? abort.signal.reason : error;
    } finally {
      clearTimeout(openTimer);
      abort.abort();
    }
  }

  /** Closes idle connections; running requests are ended by their own signals. */
  close(): void {
    this.#agents.closeIdle();
  }

  #deadline(signal: AbortSignal): AbortSignal {
    return withTimeout(this.#answerTimeoutMs, signal);
  }

  async #readBody(path: string, signal: AbortSignal): Promise<string> {
    try {
      return await readText(await this.#open(path, signal), MAX_BODY_BYTES);
    } catch (error) {
      if (!isReusedSocketReset(error)) {
        throw error;
      }
      return readText(await this.#open(path, signal), MAX_BODY_BYTES);
    }
  }

  /** Opens a request to read, or one with content. */
  async #open(
    path: string,
    signal: AbortSignal,
    content?: Content,
  ): Promise<IncomingMessage> {
    const first = await this.#exchange(path, signal, content);
    if (first.answer.statusCode !== 401) {
      return accepted(first.answer, content);
    }
    // A token that was rotated is no failure of the server. Nothing was done that a second request would do again.
    this.#kubeConfig.refused();
    const { options } = await this.#target();
    if (options.headers?.Authorization === first.authorization) {
      return accepted(first.answer, content);
    }
    first.answer.destroy();
    const second = await this.#exchange(path, signal, content);
    return accepted(second.answer, content);
  }

  /** Where requests go, and with which credentials. */
  async #target() {
    const kubeConfig = await this.#kubeConfig.get();
    const options: RequestOptions & { headers: OutgoingHttpHeaders } = {
      headers: {},
    };
    await kubeConfig.applyToHTTPSOptions(options).catch(error => {
      throw credentialsError(error);
    });
    const { Authorization: authorization } = options.headers;
    if (typeof authorization === 'string') {
      // What a person wrote to a token file ends with a new line, which no header may have.
      options.headers.Authorization = authorization.trim();
    }
    return { kubeConfig, options };
  }

  async #exchange(
    path: string,
    signal: AbortSignal,
    content: Content | undefined,
  ) {
    signal.throwIfAborted();
    const { kubeConfig, options } = await this.#target();
    const server = kubeConfig.getCurrentCluster()?.server ?? '';
    const url = new URL(server.replace(/\/$/, '') + path);
    const agents = this.#agents.for(kubeConfig, options);
    const askedAtMs = Date.now();
    const answer = await openRequest(
      url,
      {
        ...options,
        method: content?.method ?? 'GET',
        agent: content ? agents.writing : agents.reading,
        headers: {
          ...options.headers,
          Accept: 'application/json',
          ...(content && {
            'Content-Type': content.contentType,
            'Content-Length': Buffer.byteLength(content.body),
          }),
        },
        signal,
      },
      content,
    );
    this.#clock.observe(answer.headers.date, askedAtMs);
    return { answer, authorization: options.headers.Authorization };
  }
}

/** @throws KubernetesApiError for an answer other than success */
async function accepted(
  answer: IncomingMessage,
  content: Content | undefined,
): Promise<IncomingMessage> {
  const { statusCode = 0 } = answer;
  if (statusCode !== 200 && !(content && statusCode === 201)) {
    const body = await readText(answer, MAX_ERROR_BODY_BYTES);
    throw KubernetesApiError.fromBody(statusCode, body);
  }
  return answer;
}

function explainTimeout(
  error: unknown,
  caller: AbortSignal,
  deadline: AbortSignal,
) {
  return deadline.aborted && !caller.aborted ? timeoutError() : error;
}

function timeoutError(): Error {
  return Object.assign(new Error('The API server did not answer in time'), {
    code: 'ETIMEDOUT',
  });
}

function parseAnswer(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnexpectedAnswerError(
      'The answer is not JSON: is there a proxy or a login page in front of the API server?',
    );
  }
}
