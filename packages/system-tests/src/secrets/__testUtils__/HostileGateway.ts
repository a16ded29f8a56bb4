import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request, type Server } from 'node:https';
import { join } from 'node:path';
import {
  type GatewayClientFiles,
  newServerIdentity,
} from '@openchoreo-planes/control-plane-sim';
import { BY_FORM, SENTENCE } from './plantedSecrets';

/** A gateway that is asked in earnest. */
interface RealGateway {
  readonly url: string;
  readonly files: GatewayClientFiles;
}

const JSON_TYPE = 'application/json';

/** What a gateway, an agent, or a proxy on the way may answer: status, media type and body; failures first. */
const ANSWERS: readonly [status: number, type: string, body: unknown][] = [
  [500, 'text/plain', SENTENCE],
  [502, JSON_TYPE, { error: SENTENCE, message: SENTENCE, details: [SENTENCE] }],
  [503, 'text/html', `<html><title>${SENTENCE}</title></html>`],
  [
    403,
    JSON_TYPE,
    {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code: 403,
      reason: SENTENCE,
      message: SENTENCE,
      details: { name: SENTENCE, causes: [{ message: SENTENCE }] },
    },
  ],
  [404, 'text/plain', SENTENCE],
  [409, JSON_TYPE, { success: false, error: SENTENCE }],
  [200, 'text/html', SENTENCE],
  [200, JSON_TYPE, [SENTENCE]],
  [
    200,
    JSON_TYPE,
    {
      gitVersion: SENTENCE,
      planeType: SENTENCE,
      metadata: { name: SENTENCE, uid: SENTENCE, resourceVersion: SENTENCE },
      items: [{ metadata: { name: SENTENCE }, status: { phase: SENTENCE } }],
      resources: [{ name: SENTENCE, kind: SENTENCE }],
      status: {
        phase: SENTENCE,
        message: SENTENCE,
        conditions: [
          {
            type: 'Ready',
            status: SENTENCE,
            reason: SENTENCE,
            message: SENTENCE,
          },
        ],
      },
    },
  ],
];

/** Stands before a cluster gateway, passes everything on, and when told so answers in its place, with secrets in every word. */
export class HostileGateway {
  /** Which requests it answers itself, by their paths, and with which of its answers. */
  hostility: { readonly to: RegExp; readonly answer: number } | undefined;
  /** The paths of the requests that it has answered itself. */
  readonly answered: string[] = [];
  readonly caFile: string;
  readonly #real: RealGateway;
  readonly #server: Server;

  static async start(
    directory: string,
    real: RealGateway,
  ): Promise<HostileGateway> {
    const { caPem, certPem, keyPem } = await newServerIdentity();
    const caFile = join(directory, 'hostile-gateway-ca.crt');
    await writeFile(caFile, caPem);
    const { files } = real;
    const [ca, cert, key] = await Promise.all(
      [files.caFile, files.certFile, files.keyFile].map(file => readFile(file)),
    );
    const gateway = new HostileGateway(
      caFile,
      real,
      createServer({ cert: certPem, key: keyPem }),
    );
    gateway.#server.on('request', (incoming, response) =>
      gateway.#handle(incoming, response, { ca, cert, key }),
    );
    gateway.#server.listen(0, '127.0.0.1');
    await once(gateway.#server, 'listening');
    return gateway;
  }

  private constructor(caFile: string, real: RealGateway, server: Server) {
    this.caFile = caFile;
    this.#real = real;
    this.#server = server;
  }

  /** How many different answers it has. */
  static get answers(): number {
    return ANSWERS.length;
  }

  /** How many of them, from the first on, say that something failed. */
  static get failures(): number {
    return ANSWERS.findIndex(([status]) => status < 400);
  }

  get url(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `https://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #handle(
    incoming: IncomingMessage,
    response: ServerResponse,
    credentials: { ca: Buffer; cert: Buffer; key: Buffer },
  ): void {
    const { url = '/' } = incoming;
    if (this.hostility?.to.test(url)) {
      this.answered.push(url);
      answerWith(response, ANSWERS[this.hostility.answer]);
      return;
    }
    const outgoing = request(
      new URL(url, this.#real.url),
      { method: incoming.method, headers: incoming.headers, ...credentials },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }
}

function answerWith(
  response: ServerResponse,
  [status, type, body]: (typeof ANSWERS)[number],
): void {
  response.writeHead(status, SENTENCE, {
    'Content-Type': type,
    Warning: `299 - "${BY_FORM.assigned}"`,
    Location: BY_FORM.basicAuth,
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
