import {
  IncomingMessage,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';

/** An answer that goes through the tunnel: it is kept until it is whole, and then given on at once. */
export class CapturedAnswer extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #onEnd: (answer: CapturedAnswer) => void;
  #status = 200;
  #fields: OutgoingHttpHeaders = {};
  #ended = false;

  constructor(
    request: IncomingMessage,
    onEnd: (answer: CapturedAnswer) => void,
  ) {
    super(request);
    this.#onEnd = onEnd;
  }

  get status(): number {
    return this.#status;
  }

  get fields(): OutgoingHttpHeaders {
    return this.#fields;
  }

  get body(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  override writeHead(status: number, fields?: unknown): this {
    this.#status = status;
    this.#fields = isHeaders(fields) ? fields : {};
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: unknown): boolean {
    this.#chunks.push(bytesOf(chunk));
    return true;
  }

  override end(chunk?: unknown): this {
    if (!this.#ended) {
      this.#ended = true;
      this.#chunks.push(bytesOf(chunk));
      this.#onEnd(this);
      this.emit('close');
    }
    return this;
  }

  /** Nobody waits for the answer any more. */
  abandon(): void {
    this.#ended = true;
    this.emit('close');
  }
}

function isHeaders(value: unknown): value is OutgoingHttpHeaders {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bytesOf(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk)
    ? chunk
    : Buffer.from(typeof chunk === 'string' ? chunk : '');
}
