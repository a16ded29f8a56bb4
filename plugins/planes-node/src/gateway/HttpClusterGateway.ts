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
const textSchema = z.object({ text: z.string(), truncated: z.boolean() });

type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: GatewayFailure };

/** The cluster gateway's internal API, over HTTPS with a client certificate. */
export class HttpClusterGateway implements ClusterGateway {
  readonly #connection: GatewayConnection;

  static create(config: ClusterGatewayConfig): HttpClusterGateway {
    return new HttpClusterGateway(new GatewayConnection(config));
  }

  private constructor(connection: GatewayConnection) {
    this.#connection = connection;
  }

  listPlanes(
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<readonly GatewayPlaneStatus[]>> {
    return this.#request(
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
    compose: () => GatewayRequest,
    schema: z.ZodType<T>,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<T>> {
    const started = performance.now();
    const result = await this.#attempt(compose, schema, options);
    return { ...result, durationMs: Math.round(performance.now() - started) };
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
