import { badRequest } from '../status/errors';
import {
  fieldForbidden,
  FieldError,
  invalidObject,
  notSupported,
} from '../status/fieldErrors';
import { StatusError } from '../status/Status';

/** How a list or watch relates to the resourceVersion it names. */
export interface ListParameters {
  limit: number;
  continueToken?: string;
  /** Undefined for "the most recent". */
  resourceVersion?: number;
  match?: 'Exact' | 'NotOlderThan';
}

const LIST_OPTIONS = { group: 'meta.k8s.io', kind: 'ListOptions' };

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

function readListVersion(query: URLSearchParams): number | undefined {
  try {
    return parseResourceVersion(query);
  } catch (error) {
    throw badRequest(`invalid resource version: ${messageOf(error)}`);
  }
}

function readLimit(query: URLSearchParams): number {
  const text = query.get('limit') || '0';
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(
      `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Math.max(0, Number(text));
}

/**
 * Reads the parameters of a list.
 *
 * @throws StatusError 400 or 422 where they contradict each other
 */
export function readListParameters(query: URLSearchParams): ListParameters {
  const match = query.get('resourceVersionMatch') || undefined;
  const continueToken = query.get('continue') || undefined;
  const errors: FieldError[] = [];
  if (match && !query.get('resourceVersion')) {
    errors.push(
      fieldForbidden(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden unless resourceVersion is provided',
      ),
    );
  }
  if (match && continueToken) {
    errors.push(
      fieldForbidden(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden when continue is provided',
      ),
    );
  }
  if (match && match !== 'Exact' && match !== 'NotOlderThan') {
    errors.push(
      notSupported('resourceVersionMatch', match, [
        'Exact',
        'NotOlderThan',
        '',
      ]),
    );
  }
  if (match === 'Exact' && query.get('resourceVersion') === '0') {
    errors.push(
      fieldForbidden(
        'resourceVersionMatch',
        'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
      ),
    );
  }
  if (query.has('sendInitialEvents')) {
    errors.push(
      fieldForbidden(
        'sendInitialEvents',
        'sendInitialEvents is forbidden for list',
      ),
    );
  }
  if (errors.length > 0) {
    throw invalidObject(LIST_OPTIONS, '', errors);
  }
  const resourceVersion = readListVersion(query);
  if (continueToken && resourceVersion !== undefined && resourceVersion !== 0) {
    throw badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
  return {
    limit: readLimit(query),
    continueToken,
    resourceVersion,
    match: match === 'Exact' || match === 'NotOlderThan' ? match : undefined,
  };
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

/**
 * Reads the parameters that only watches have.
 *
 * @throws StatusError 422 where they contradict each other
 */
export function readSendInitialEvents(query: URLSearchParams): boolean {
  const sendInitialEvents = query.get('sendInitialEvents');
  const match = query.get('resourceVersionMatch');
  const errors: FieldError[] = [];
  if (sendInitialEvents !== null && match !== 'NotOlderThan') {
    errors.push(
      fieldForbidden(
        'resourceVersionMatch',
        'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      ),
    );
  }
  if (sendInitialEvents === null && match) {
    errors.push(
      fieldForbidden(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      ),
    );
  }
  if (errors.length > 0) {
    throw invalidObject(LIST_OPTIONS, '', errors);
  }
  return sendInitialEvents === 'true';
}
