import { textAt } from '../fields';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer of a Kubernetes API that is no success. */
export class ApiError extends Error {
  readonly name = 'ApiError';

  constructor(
    readonly status: number,
    /** The machine-readable reason, for example `AlreadyExists`. */
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }

  /** Reads a Kubernetes `Status` where the body is one; a gateway answers with a line of text. */
  static fromAnswer(status: number, body: string): ApiError {
    const answer = parse(body);
    const text = answer === undefined ? body.trim() : '';
    return new ApiError(
      status,
      textAt(answer, 'reason') ?? 'Unknown',
      textAt(answer, 'message') ??
        (text || `The API server answered ${status}`),
    );
  }

  /** Tells whether an error is an answer with one of these statuses. */
  static hasStatus(error: unknown, ...statuses: number[]): error is ApiError {
    return error instanceof ApiError && statuses.includes(error.status);
  }
}
