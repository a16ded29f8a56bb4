import type { IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { CustomErrorBase, isError } from '@backstage/errors';

/** A request that got no answer. */
export class RequestError extends CustomErrorBase {
  name = 'RequestError' as const;
  /** The code of `node:https`, for example `ECONNREFUSED`. */
  readonly code: string;
  /** The connection had served other requests before. */
  readonly reusedSocket: boolean;
  /** The connection was new, and its TLS handshake was over as far as we could tell. */
  readonly justSecured: boolean;

  constructor(
    cause: Error,
    state: { readonly reusedSocket: boolean; readonly justSecured: boolean },
  ) {
    super(cause.message, cause);
    this.code = isError(cause) ? String(cause.code ?? '') : '';
    this.reusedSocket = state.reusedSocket;
    this.justSecured = state.justSecured;
  }
}

/**
 * Sends a request; resolves when the answer's header is there.
 *
 * @throws RequestError
 */
export function sendRequest(
  options: RequestOptions,
  body?: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let justSecured = false;
    const request = https.request(options, resolve);
    request.on('socket', socket => {
      if (!request.reusedSocket) {
        socket.once('secureConnect', () => {
          justSecured = true;
        });
      }
    });
    request.on('error', error =>
      reject(
        new RequestError(error, {
          reusedSocket: request.reusedSocket === true,
          justSecured,
        }),
      ),
    );
    request.end(body);
  });
}
