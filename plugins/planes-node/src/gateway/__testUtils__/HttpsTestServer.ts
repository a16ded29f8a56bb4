import type { IncomingMessage, ServerResponse } from 'node:http';
import https, { type ServerOptions } from 'node:https';
import { gatewayCA, server as identity } from '../__fixtures__/certificates';

/** What a test answers. */
export type TestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** Answers a JSON document. */
export function answerJson(document: unknown): TestHandler {
  return (_request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(document));
}

/** A server with the gateway's certificate, whose answers a test gives. */
export class HttpsTestServer {
  handler: TestHandler = answerJson({});
  /** `GET /path` of every request, in order. */
  readonly requests: string[] = [];
  /** How many connections were made. */
  connections = 0;
  readonly #server: https.Server;

  /** Asks for a client certificate of {@link gatewayCA} unless told otherwise. */
  static async start(options: ServerOptions = {}): Promise<HttpsTestServer> {
    const started = new HttpsTestServer(options);
    await new Promise<void>(resolve =>
      started.#server.listen(0, '127.0.0.1', resolve),
    );
    return started;
  }

  private constructor(options: ServerOptions) {
    this.#server = https.createServer(
      {
        ...identity,
        ca: gatewayCA,
        requestCert: true,
        rejectUnauthorized: true,
        ...options,
      },
      (request, response) => {
        this.requests.push(`${request.method} ${request.url}`);
        this.handler(request, response);
      },
    );
    this.#server.on('secureConnection', () => {
      this.connections++;
    });
  }

  get url(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return `https://127.0.0.1:${port}`;
  }

  closeConnections(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.closeConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
