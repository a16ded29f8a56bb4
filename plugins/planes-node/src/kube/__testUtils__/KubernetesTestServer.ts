import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

/** What a test answers. */
export type TestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** A request with its content. */
export interface TestRequest {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Stands in for an API server; a test gives its answers. */
export class KubernetesTestServer {
  handler: TestHandler = (_, response) => response.end('{}');
  /** Every request that arrived whole, in order. */
  readonly requests: TestRequest[] = [];
  /** How many connections were made. */
  connections = 0;
  readonly #server: http.Server;

  static async start(): Promise<KubernetesTestServer> {
    const started = new KubernetesTestServer();
    await new Promise<void>(resolve =>
      started.#server.listen(0, '127.0.0.1', resolve),
    );
    return started;
  }

  private constructor() {
    this.#server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        const body = Buffer.concat(chunks).toString('utf8');
        this.requests.push({ method, url, headers, body });
        this.handler(request, response);
      });
    });
    this.#server.on('connection', () => {
      this.connections++;
    });
  }

  /** What reaches this server; `path` is that of the server's URL. */
  kubeconfig(path = ''): string {
    const address = this.#server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'here',
      clusters: [
        {
          name: 'cluster',
          cluster: {
            server: `http://127.0.0.1:${port}${path}`,
            'insecure-skip-tls-verify': true,
          },
        },
      ],
      users: [{ name: 'user', user: { token: 'secret-token' } }],
      contexts: [
        { name: 'here', context: { cluster: 'cluster', user: 'user' } },
      ],
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
