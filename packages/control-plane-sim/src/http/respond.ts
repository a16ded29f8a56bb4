import { ServerResponse } from 'node:http';
import { StatusError } from '../status/Status';

const CACHE_CONTROL = 'no-cache, private';

/** A warning as a header value (RFC 7234, code 299). */
function warningHeader(warning: string): string {
  return `299 - ${JSON.stringify(warning)}`;
}

/** Answers with JSON. */
export function respondJson(
  response: ServerResponse,
  code: number,
  body: object,
  options: {
    warnings?: readonly string[];
    contentType?: string;
    cacheControl?: string;
  } = {},
): void {
  const { warnings = [], contentType = 'application/json' } = options;
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(code, {
    'Cache-Control': options.cacheControl ?? CACHE_CONTROL,
    'Content-Length': Buffer.byteLength(text),
    'Content-Type': contentType,
    ...(warnings.length > 0 ? { Warning: warnings.map(warningHeader) } : {}),
  });
  response.end(text);
}

/** Answers with plain text. */
export function respondText(
  response: ServerResponse,
  code: number,
  text: string,
): void {
  response.writeHead(code, {
    'Cache-Control': CACHE_CONTROL,
    'Content-Length': Buffer.byteLength(text),
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
}

/** The answer for a path that is not served; it is no `Status`. */
export function respondPageNotFound(response: ServerResponse): void {
  respondText(response, 404, '404 page not found\n');
}

/** Answers with a failure. What is not a {@link StatusError} is an error of this server. */
export function respondError(response: ServerResponse, error: unknown): void {
  const failure =
    error instanceof StatusError
      ? error
      : new StatusError(
          500,
          'InternalError',
          `Internal error occurred: ${
            error instanceof Error ? error.message : String(error)
          }`,
        );
  if (response.headersSent) {
    response.destroy();
    return;
  }
  respondJson(response, failure.code, failure.status);
}
