import { badRequest } from '../status/errors';
import {
  fieldForbidden,
  FieldError,
  invalidObject,
  notSupported,
} from '../status/fieldErrors';
import { readListStart } from './resourceVersions';

/** How a list or watch relates to the resourceVersion it names. */
export interface ListParameters {
  limit: number;
  continueToken?: string;
  /** Undefined for "the most recent". */
  resourceVersion?: number;
  match?: 'Exact' | 'NotOlderThan';
}

const LIST_OPTIONS = { group: 'meta.k8s.io', kind: 'ListOptions' };

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
  const resourceVersion = readListStart(query);
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
