import http, { type IncomingMessage } from 'node:http';
import https, { type AgentOptions, type RequestOptions } from 'node:https';
import { isError } from '@backstage/errors';
import type { KubeConfig } from '@kubernetes/client-node';
import type { ControlPlaneConnectionConfig } from '../config';
import { KubernetesApiError, UnexpectedAnswerError } from './errors';
import { KubeConfigProvider } from './KubeConfigProvider';
import type { KubernetesApi } from './KubernetesApi';
import { readText } from './readText';
import { readWatchEvents } from './readWatchEvents';

const ANSWER_TIMEOUT_MS = 30_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_ERROR_BODY_BYTES = 64 * 1024;
const MAX_IDLE_SOCKETS = 4;

/** Speaks to a Kubernetes API over HTTPS with the credentials of a kubeconfig, over kept-alive connections. */
export class HttpKubernetesApi implements KubernetesApi {
  readonly #kubeConfig: KubeConfigProvider;
  readonly #answerTimeoutMs: number;
  #agent: { key: string; agent: http.Agent } | undefined;

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

  async getJson(
    path: string,
    { signal }: { signal: AbortSignal },
  ): Promise<unknown> {
    const deadline = AbortSignal.any([
      signal,
      AbortSignal.timeout(this.#answerTimeoutMs),
    ]);
    try {
      const body = await this.#readBody(path, deadline);
      return parseAnswer(body);
    } catch (error) {
      throw this.#explainTimeout(error, signal, deadline);
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
      const answer = await this.#send(path, signal);
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
    this.#agent?.agent.destroy();
  }

  async #readBody(path: string, signal: AbortSignal): Promise<string> {
    try {
      return await readText(await this.#send(path, signal), MAX_BODY_BYTES);
    } catch (error) {
      if (!isReusedSocketReset(error)) {
        throw error;
      }
      // The server closed an idle connection just as we wrote to it: not a failure of the server.
      return readText(await this.#send(path, signal), MAX_BODY_BYTES);
    }
  }

  async #send(path: string, signal: AbortSignal): Promise<IncomingMessage> {
    signal.throwIfAborted();
    const kubeConfig = await this.#kubeConfig.get();
    const server = kubeConfig.getCurrentCluster()?.server ?? '';
    const url = new URL(server.replace(/\/$/, '') + path);
    const options: RequestOptions = {};
    await kubeConfig.applyToHTTPSOptions(options);
    const answer = await open(url, {
      ...options,
      agent: this.#agentFor(kubeConfig, options),
      headers: { ...options.headers, Accept: 'application/json' },
      signal,
    });
    if (answer.statusCode !== 200) {
      const body = await readText(answer, MAX_ERROR_BODY_BYTES);
      throw KubernetesApiError.fromBody(answer.statusCode ?? 0, body);
    }
    return answer;
  }

  #agentFor(kubeConfig: KubeConfig, options: RequestOptions): http.Agent {
    const cluster = kubeConfig.getCurrentCluster();
    const { ca, cert, key, pfx, passphrase, servername, rejectUnauthorized } =
      options;
    const tls = { ca, cert, key, pfx, passphrase, servername };
    const identity = JSON.stringify([
      cluster?.server,
      cluster?.proxyUrl,
      rejectUnauthorized,
      tls,
    ]);
    if (this.#agent?.key !== identity) {
      this.#agent?.agent.destroy();
      const agentOptions: AgentOptions = {
        ...tls,
        keepAlive: true,
        maxFreeSockets: MAX_IDLE_SOCKETS,
        ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
      };
      const agent =
        cluster?.proxyUrl && options.agent instanceof http.Agent
          ? options.agent
          : createAgent(cluster?.server, agentOptions);
      this.#agent = { key: identity, agent };
    }
    return this.#agent.agent;
  }

  #explainTimeout(error: unknown, caller: AbortSignal, deadline: AbortSignal) {
    return deadline.aborted && !caller.aborted ? timeoutError() : error;
  }
}

function createAgent(server: string | undefined, options: AgentOptions) {
  return server?.startsWith('http:')
    ? new http.Agent(options)
    : new https.Agent(options);
}

function open(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'http:' ? http : https;
    const request = client.get(url, options, resolve);
    request.on('error', (error: Error) =>
      reject(
        Object.assign(error, { reusedSocket: request.reusedSocket === true }),
      ),
    );
  });
}

function isReusedSocketReset(error: unknown): boolean {
  return (
    isError(error) && error.code === 'ECONNRESET' && error.reusedSocket === true
  );
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
