import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { IncomingMessage } from 'node:http';
import { TestAnswer } from './httpClient';

/** Whom a request comes from. */
export type GatewayCaller = 'portal' | 'stranger' | 'nobody';

/** A gateway to send requests to. */
export interface GatewayTarget {
  readonly url: string;
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
  readonly strangerCertFile: string;
  readonly strangerKeyFile: string;
}

/** A request of a test; the path is sent as it is. */
export interface GatewayTestRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly as?: GatewayCaller;
}

async function credentials(target: GatewayTarget, as: GatewayCaller) {
  const files = {
    portal: [target.certFile, target.keyFile],
    stranger: [target.strangerCertFile, target.strangerKeyFile],
    nobody: [],
  }[as];
  const [cert, key] = await Promise.all(files.map(file => readFile(file)));
  return { ca: await readFile(target.caFile), cert, key };
}

/** Sends a request and reads the whole answer; rejects where the connection breaks. */
export async function askGateway(
  target: GatewayTarget,
  { method = 'GET', path, headers, body, as = 'portal' }: GatewayTestRequest,
): Promise<TestAnswer> {
  const tls = await credentials(target, as);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { hostname, port } = new URL(target.url);
    const outgoing = request(
      {
        hostname,
        port,
        method,
        path,
        headers: {
          ...(body === undefined
            ? {}
            : {
                'Content-Type': 'application/json',
                'Content-Length': String(Buffer.byteLength(body)),
              }),
          ...headers,
        },
        // A connection of its own, so that nothing is kept open between tests.
        agent: new Agent({ ...tls, keepAlive: false }),
      },
      resolve,
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) {
    chunks.push(Buffer.from(chunk));
  }
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}
