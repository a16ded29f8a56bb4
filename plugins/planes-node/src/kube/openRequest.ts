import http, { type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { isError } from '@backstage/errors';

/**
 * Sends a request and resolves when the answer's header is there.
 *
 * @param content - `onSend` is called when the connection stands: from then on the server may know of the request
 */
export function openRequest(
  url: URL,
  options: RequestOptions,
  content: { readonly body?: string; readonly onSend?: () => void } = {},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol !== 'http:';
    const request = (secure ? https : http).request(url, options, resolve);
    request.on('socket', socket => {
      if (socket.connecting) {
        socket.once(secure ? 'secureConnect' : 'connect', () =>
          content.onSend?.(),
        );
      } else {
        content.onSend?.();
      }
    });
    request.on('error', (error: Error) =>
      reject(
        Object.assign(error, { reusedSocket: request.reusedSocket === true }),
      ),
    );
    request.end(content.body);
  });
}

/** Whether the server closed an idle connection just as we wrote to it, which is no failure of the server. */
export function isReusedSocketReset(error: unknown): boolean {
  return (
    isError(error) && error.code === 'ECONNRESET' && error.reusedSocket === true
  );
}
