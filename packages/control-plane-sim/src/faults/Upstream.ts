import { Agent, request as httpsRequest } from 'node:https';
import {
  ClientRequest,
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeaders,
} from 'node:http';

const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'upgrade',
  'host',
  // Answers are looked into, so they must not come compressed.
  'accept-encoding',
];

/** Headers without those that concern one connection only. */
export function endToEndHeaders(
  headers: IncomingHttpHeaders,
): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)),
  );
}

/** The server behind the proxy. */
export class Upstream {
  readonly #url: URL;
  readonly #agent: Agent;

  constructor(url: string, caPem: string) {
    this.#url = new URL(url);
    this.#agent = new Agent({ ca: caPem, keepAlive: true });
  }

  /** Sends a request on; its body is piped in by the caller. */
  send(
    incoming: IncomingMessage,
    onResponse: (response: IncomingMessage) => void,
  ): ClientRequest {
    return httpsRequest(
      {
        agent: this.#agent,
        hostname: this.#url.hostname,
        port: this.#url.port,
        method: incoming.method,
        path: incoming.url,
        headers: endToEndHeaders(incoming.headers),
      },
      onResponse,
    );
  }

  close(): void {
    this.#agent.destroy();
  }
}
