import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, serializeError } from '@backstage/errors';

/** The part of a request of express that {@link answerUnavailable} uses. @public */
export interface FailedRequest {
  readonly method: string;
  readonly url: string;
}

/** The part of an answer of express that {@link answerUnavailable} uses. @public */
export interface UnsentAnswer {
  readonly headersSent: boolean;
  status(code: number): { json(body: object): unknown };
}

/**
 * Answers 503 where a control plane, a gateway or a plane does not answer, as Backstage does, but without an error in the
 * log with its stack for each request: what broke is told there once, by whoever asks it all the time. An error handler for
 * express: the last thing that a router uses.
 *
 * @public
 */
export function answerUnavailable(logger: LoggerService) {
  return (
    error: unknown,
    req: FailedRequest,
    res: UnsentAnswer,
    next: (error: unknown) => void,
  ): void => {
    if (
      !isError(error) ||
      error.name !== 'ServiceUnavailableError' ||
      res.headersSent
    ) {
      next(error);
      return;
    }
    const { method, url } = req;
    const statusCode = 503;
    logger.debug(`Request failed with status ${statusCode}`, error);
    res.status(statusCode).json({
      error: serializeError(error),
      request: { method, url },
      response: { statusCode },
    });
  };
}
