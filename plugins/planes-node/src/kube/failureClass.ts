import { isError } from '@backstage/errors';
import {
  isExpired,
  isForbidden,
  isNotServed,
  KubernetesApiError,
  SilentWatchError,
  UnexpectedAnswerError,
} from './errors';

/** The few kinds of failures of a request to the Kubernetes API, for metrics and for telling one from another. */
export type FailureClass =
  /** The position in the stream of changes is too old (410). */
  | 'expired'
  /** The credentials or rights of the portal do not suffice (401, 403). */
  | 'forbidden'
  /** The resource is not served (404). */
  | 'not-served'
  /** Any other answer that is no success. */
  | 'refused'
  /** Nothing came on a watch for too long. */
  | 'silent'
  /** What answered is not the Kubernetes API, or answered garbled. */
  | 'unexpected-answer'
  /** The certificate of the API server is not trusted. */
  | 'tls'
  /** No answer came. */
  | 'unreachable';

const TLS_CODE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/;

/** Which kind of failure an error is. */
export function failureClass(error: unknown): FailureClass {
  if (isExpired(error)) {
    return 'expired';
  }
  if (isForbidden(error)) {
    return 'forbidden';
  }
  if (isNotServed(error)) {
    return 'not-served';
  }
  if (error instanceof KubernetesApiError) {
    return 'refused';
  }
  if (error instanceof SilentWatchError) {
    return 'silent';
  }
  if (error instanceof UnexpectedAnswerError) {
    return 'unexpected-answer';
  }
  return isError(error) && TLS_CODE.test(String(error.code))
    ? 'tls'
    : 'unreachable';
}
