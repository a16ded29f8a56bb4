import http, { type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Sends a request and reads the whole answer. By node:http, since `fetch` may forget its signal while the body is read.
 *
 * @throws what went wrong, or the reason of the signal
 */
export function exchange(
  url: string,
  options: http.RequestOptions & { readonly signal: AbortSignal },
  body: string | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, options, answer => {
      const { statusCode = 0, headers } = answer;
      text(answer).then(
        content => resolve({ status: statusCode, headers, text: content }),
        reject,
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
