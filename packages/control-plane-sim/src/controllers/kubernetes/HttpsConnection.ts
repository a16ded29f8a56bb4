import { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';

/** How a client of a Kubernetes API reaches it. @public */
export interface ApiConnection {
  /** For example `https://127.0.0.1:6443`. */
  readonly url: string;
  /** PEM of the CA that signed the server's certificate. */
  readonly caPem: string;
  readonly token: string;
}

/** How a client of a cluster gateway's internal API reaches it. @public */
export interface GatewayConnection {
  /** For example `https://127.0.0.1:8444`. */
  readonly url: string;
  /** PEM of the CA that signed the gateway's certificate. */
  readonly caPem: string;
  /** PEM of a client certificate that the gateway accepts, and of its key. */
  readonly certPem: string;
  readonly keyPem: string;
}

/** One request. */
export interface HttpsRequest {
  readonly path: string;
  readonly method?: string;
  readonly body?: object;
  readonly contentType?: string;
  readonly signal: AbortSignal;
}

/** Authenticated requests to one server over connections that are kept. */
export class HttpsConnection {
  readonly #url: string;
  readonly #credentials: { readonly authorization?: string };
  readonly #agent: Agent;

  constructor(connection: ApiConnection | GatewayConnection) {
    this.#url = connection.url;
    this.#credentials =
      'token' in connection
        ? { authorization: `Bearer ${connection.token}` }
        : {};
    this.#agent = new Agent({
      keepAlive: true,
      ca: connection.caPem,
      ...('certPem' in connection && {
        cert: connection.certPem,
        key: connection.keyPem,
      }),
    });
  }

  /** Sends a request and resolves with the head of the answer, whatever its status. */
  async send(options: HttpsRequest): Promise<IncomingMessage> {
    const body = options.body && JSON.stringify(options.body);
    return new Promise((resolve, reject) => {
      request(
        new URL(options.path, this.#url),
        {
          agent: this.#agent,
          method: options.method ?? 'GET',
          signal: options.signal,
          headers: {
            ...this.#credentials,
            accept: 'application/json',
            'user-agent': 'control-plane-sim',
            ...(body && {
              'content-type': options.contentType ?? 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
          },
        },
        resolve,
      )
        .on('error', reject)
        .end(body);
    });
  }

  /** Closes every connection. */
  close(): void {
    this.#agent.destroy();
  }
}
