import { badRequest } from '../status/errors';
import { StatusError } from '../status/Status';

/**
 * Reads a resourceVersion; undefined where none is named.
 *
 * @throws Error where it is no number, with what Kubernetes says about it
 */
function parseResourceVersion(query: URLSearchParams): number | undefined {
  const text = query.get('resourceVersion');
  if (!text) {
    return undefined;
  }
  if (!/^\d+$/.test(text)) {
    const value = JSON.stringify(text);
    throw new Error(
      `resourceVersion: Invalid value: ${value}: strconv.ParseUint: parsing ${value}: invalid syntax`,
    );
  }
  return Number(text);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The resourceVersion after which a watch begins; undefined where none is named.
 *
 * @throws StatusError 500, as a real API server has it, where it is no number
 */
export function readWatchStart(query: URLSearchParams): number | undefined {
  try {
    return parseResourceVersion(query);
  } catch (error) {
    throw new StatusError(500, undefined, messageOf(error));
  }
}

/**
 * The resourceVersion that a list is about; undefined where none is named.
 *
 * @throws StatusError 400 where it is no number
 */
export function readListStart(query: URLSearchParams): number | undefined {
  try {
    return parseResourceVersion(query);
  } catch (error) {
    throw badRequest(`invalid resource version: ${messageOf(error)}`);
  }
}

/** The answer to a resourceVersion that the server has not reached. */
export function tooLargeResourceVersion(
  wanted: number,
  current: number,
): StatusError {
  return new StatusError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${wanted}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}
