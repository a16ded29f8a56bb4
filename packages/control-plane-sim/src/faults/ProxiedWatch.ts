import { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { RecordedRequest } from '../testing/TestControlPlane';

const NOT_JSON = '<html>this is not JSON</html>\n';
const HALF_AN_EVENT = '{"type":"MODIFIED","object":{"apiVersion":';

/** A watch that is open through the proxy. */
export class ProxiedWatch {
  readonly request: RecordedRequest;
  readonly #response: ServerResponse;
  readonly #upstream: Readable;

  constructor(
    request: RecordedRequest,
    response: ServerResponse,
    upstream: Readable,
  ) {
    this.request = request;
    this.#response = response;
    this.#upstream = upstream;
  }

  /** From here on nothing more comes, though the connection stays. */
  silence(): void {
    this.#upstream.unpipe(this.#response);
    this.#upstream.resume();
  }

  /** Ends the connection without the end of the answer. */
  drop(): void {
    this.#upstream.unpipe(this.#response);
    this.#response.destroy();
  }

  /** Writes what no client can read. */
  garble(how: 'cut' | 'not-json'): void {
    if (how === 'not-json') {
      this.#write(NOT_JSON);
      return;
    }
    this.#upstream.unpipe(this.#response);
    this.#write(HALF_AN_EVENT, () => this.drop());
  }

  /** Writes an event that the server behind did not send. */
  sendEvent(type: 'ADDED' | 'DELETED', object: unknown): void {
    this.#write(`${JSON.stringify({ type, object })}\n`);
  }

  #write(text: string, written?: () => void): void {
    if (!this.#response.destroyed && !this.#response.writableEnded) {
      this.#response.write(text, written);
    }
  }
}
