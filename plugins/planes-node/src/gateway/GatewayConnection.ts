import https from 'node:https';
import { TLSSocket } from 'node:tls';
import { readText, readTextUpTo } from '../kube';
import type { GatewayAnswer } from './GatewayAnswer';
import { GatewayCredentials } from './GatewayCredentials';
import { isCut } from './networkFailure';
import { sendRequest } from './sendRequest';
import type { ClusterGatewayConfig, GatewayTlsFacts } from './types';
import { withDeadline } from './withDeadline';

const MAX_BODY_BYTES = 32 * 1024 * 1024;
const MAX_IDLE_SOCKETS = 4;

/** A request to the gateway. */
export interface GatewayRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path and query, encoded. */
  readonly path: string;
  /** The media type to accept. */
  readonly accept: string;
  readonly body?: { readonly mediaType: string; readonly text: string };
  /** Where the answer is cut; a longer one is refused unless given. */
  readonly cutAtBytes?: number;
}

/** Kept-alive HTTPS connections to one gateway, with the portal's client certificate. Follows no redirect. */
export class GatewayConnection {
  readonly #url: URL;
  readonly #timeoutMs: number;
  readonly #credentials: GatewayCredentials;
  // Sockets are pooled by the certificates that they were opened with, so that rotated ones get new sockets; and a
  // resumed session would hide that a certificate is not accepted any more.
  readonly #agent = new https.Agent({
    keepAlive: true,
    maxFreeSockets: MAX_IDLE_SOCKETS,
    maxCachedSessions: 0,
  });
  #tlsFacts: GatewayTlsFacts | undefined;

  constructor(config: ClusterGatewayConfig) {
    this.#url = new URL(config.url);
    this.#timeoutMs = config.timeoutMs;
    this.#credentials = new GatewayCredentials(config);
  }

  /** What the handshake showed when the gateway last answered. */
  get tlsFacts(): GatewayTlsFacts | undefined {
    return this.#tlsFacts;
  }

  /** @throws what {@link networkFailure} explains, or the reason of the signal */
  exchange(
    request: GatewayRequest,
    signal: AbortSignal,
  ): Promise<GatewayAnswer> {
    return withDeadline(
      { signal, timeoutMs: this.#timeoutMs },
      async deadline => {
        try {
          return await this.#send(request, deadline);
        } catch (error) {
          if (
            request.method !== 'GET' ||
            !isCut(error) ||
            !error.reusedSocket
          ) {
            throw error;
          }
          // The gateway closed an idle connection just as we wrote to it: not a failure of the gateway.
          return this.#send(request, deadline);
        }
      },
    );
  }

  /** Closes idle connections; running requests are ended by their own signals. */
  close(): void {
    this.#agent.destroy();
  }

  async #send(
    { method, path, accept, body, cutAtBytes }: GatewayRequest,
    signal: AbortSignal,
  ): Promise<GatewayAnswer> {
    const { clientCertificateExpires, ...tls } = await this.#credentials.get();
    const answer = await sendRequest(
      {
        ...tls,
        method,
        host: this.#url.hostname.replace(/^\[|\]$/g, ''),
        port: this.#url.port || 443,
        // Not by way of a URL, which would resolve dots anew.
        path: this.#url.pathname.replace(/\/$/, '') + path,
        headers: {
          Accept: accept,
          ...(body && {
            'Content-Type': body.mediaType,
            'Content-Length': Buffer.byteLength(body.text),
          }),
        },
        agent: this.#agent,
        signal,
      },
      body?.text,
    );
    if (answer.socket instanceof TLSSocket) {
      this.#tlsFacts = {
        protocol: answer.socket.getProtocol() ?? 'unknown',
        ...(clientCertificateExpires && { clientCertificateExpires }),
      };
    }
    const head = {
      status: answer.statusCode ?? 0,
      contentType: answer.headers['content-type'],
    };
    if (cutAtBytes === undefined) {
      return { ...head, body: await readText(answer, MAX_BODY_BYTES) };
    }
    const { text, truncated } = await readTextUpTo(answer, cutAtBytes);
    return { ...head, body: text, truncated };
  }
}
