import { z } from 'zod';
import { GatewayConnection, type GatewayRequest } from './GatewayConnection';
import {
  PLANES_STATUS_PATH,
  planeStatusPath,
  reconnectPath,
  resourceStatusPath,
  tunnelPath,
} from './gatewayPaths';
import { interpretAnswer } from './interpretAnswer';
import { isStreaming } from './isStreaming';
import { networkFailure } from './networkFailure';
import {
  planesStatusSchema,
  planeStatusSchema,
  reconnectSchema,
} from './planeStatusSchema';
import type {
  AgentAddress,
  ClusterGateway,
  ClusterGatewayConfig,
  GatewayFailure,
  GatewayFailureReason,
  GatewayOutcome,
  GatewayPlaneStatus,
  GatewayRequestOptions,
  GatewayText,
  GatewayTlsFacts,
  TunnelAddress,
  TunnelPatch,
  TunnelRequest,
  TunnelTextRequest,
} from './types';

const MERGE_PATCH = 'application/merge-patch+json';
/** An error comes as JSON all the same. */
const TEXT = 'text/plain, */*';
const STREAM_REFUSED = {
  ok: false,
  failure: {
    reason: 'streaming-not-supported',
    message: 'Streams do not pass the cluster gateway; nothing was sent.',
  },
  durationMs: 0,
} as const;
/** A request that is over: what it was, and what came of it. */
export interface ObservedRequest {
  readonly operation: Operation;
  readonly outcome: 'ok' | 'cancelled' | GatewayFailureReason;
  readonly durationMs: number;
}

export interface HttpClusterGatewayOptions {
  /** Called after every request. */
  readonly observe?: (request: ObservedRequest) => void;
}

type Operation = Exclude<keyof ClusterGateway, 'tlsFacts'>;

const textSchema = z.object({ text: z.string(), truncated: z.boolean() });

type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: GatewayFailure };

/** The cluster gateway's internal API, over HTTPS with a client certificate. */
export class HttpClusterGateway implements ClusterGateway {
  readonly #connection: GatewayConnection;
  readonly #observe: NonNullable<HttpClusterGatewayOptions['observe']>;

  static create(
    config: ClusterGatewayConfig,
    options: HttpClusterGatewayOptions = {},
  ): HttpClusterGateway {
    return new HttpClusterGateway(new GatewayConnection(config), options);
  }

  private constructor(
    connection: GatewayConnection,
    { observe = () => {} }: HttpClusterGatewayOptions,
  ) {
    this.#connection = connection;
    this.#observe = observe;
  }

  listPlanes(
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<readonly GatewayPlaneStatus[]>> {
    return this.#request(
      'listPlanes',
      () => get(PLANES_STATUS_PATH),
      planesStatusSchema,
      options,
    );
  }

  getPlane(
    address: AgentAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayPlaneStatus>> {
    return this.#request(
      'getPlane',
      () => get(planeStatusPath(address)),
      planeStatusSchema,
      options,
    );
  }

  getResource(
    address: TunnelAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayPlaneStatus>> {
    return this.#request(
      'getResource',
      () => get(resourceStatusPath(address)),
      planeStatusSchema,
      options,
    );
  }

  reconnect(
    address: AgentAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<{ readonly disconnectedAgents: number }>> {
    return this.#request(
      'reconnect',
      () => ({ ...get(reconnectPath(address)), method: 'POST' }),
      reconnectSchema,
      options,
    );
  }

  async get(
    address: TunnelAddress,
    request: TunnelRequest,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<unknown>> {
    if (isStreaming(request)) {
      return STREAM_REFUSED;
    }
    return this.#request(
      'get',
      () => get(tunnelPath(address, request), request.accept),
      z.unknown(),
      options,
    );
  }

  async getText(
    address: TunnelAddress,
    request: TunnelTextRequest,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayText>> {
    if (isStreaming(request)) {
      return STREAM_REFUSED;
    }
    return this.#request(
      'getText',
      () => ({
        ...get(tunnelPath(address, request), TEXT),
        cutAtBytes: request.maxBytes,
      }),
      textSchema,
      options,
    );
  }

  patch(
    address: TunnelAddress,
    { path, body }: TunnelPatch,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<unknown>> {
    return this.#request(
      'patch',
      () => ({
        ...get(tunnelPath(address, { path })),
        method: 'PATCH',
        body: { mediaType: MERGE_PATCH, text: JSON.stringify(body) },
      }),
      z.unknown(),
      options,
    );
  }

  tlsFacts(): GatewayTlsFacts | undefined {
    return this.#connection.tlsFacts;
  }

  /** Closes idle connections; running requests are ended by their own signals. */
  close(): void {
    this.#connection.close();
  }

  async #request<T>(
    operation: Operation,
    compose: () => GatewayRequest,
    schema: z.ZodType<T>,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<T>> {
    const started = performance.now();
    let outcome: ObservedRequest['outcome'] = 'cancelled';
    try {
      const result = await this.#attempt(compose, schema, options);
      outcome = result.ok ? 'ok' : result.failure.reason;
      return { ...result, durationMs: Math.round(performance.now() - started) };
    } finally {
      const durationMs = performance.now() - started;
      this.#observe({ operation, outcome, durationMs });
    }
  }

  async #attempt<T>(
    compose: () => GatewayRequest,
    schema: z.ZodType<T>,
    { signal }: GatewayRequestOptions,
  ): Promise<Result<T>> {
    try {
      const request = compose();
      const answer = await this.#connection.exchange(request, signal);
      const interpreted = interpretAnswer(answer, expectationOf(request));
      return interpreted.ok
        ? parse(interpreted.value, schema, answer.status)
        : interpreted;
    } catch (error) {
      signal.throwIfAborted();
      return { ok: false, failure: networkFailure(error) };
    }
  }
}

function expectationOf({ accept, cutAtBytes }: GatewayRequest) {
  if (cutAtBytes !== undefined) {
    return 'bounded-text';
  }
  return accept.includes('json') ? 'json' : 'text';
}

function get(path: string, accept = 'application/json'): GatewayRequest {
  return { method: 'GET', path, accept };
}

function parse<T>(
  value: unknown,
  schema: z.ZodType<T>,
  status: number,
): Result<T> {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : {
        ok: false,
        failure: {
          reason: 'unexpected-answer',
          status,
          message:
            "The answer is not what a cluster gateway says: does 'openchoreo.controlPlanes[].gateway.url' lead to one?",
        },
      };
}
