import { isError } from '@backstage/errors';
import { UnexpectedAnswerError } from '../kube';
import { describeTlsError, refusedClientCertificate } from './describeTlsError';
import { CredentialsUnreadableError, InvalidAddressError } from './errors';
import { RequestError } from './sendRequest';
import type { GatewayFailure } from './types';
import { DeadlineError } from './withDeadline';

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'The cluster gateway refuses connections: is it running?',
  ENOTFOUND: "The cluster gateway's host name cannot be resolved.",
  EAI_AGAIN: "The cluster gateway's host name cannot be resolved right now.",
  EHOSTUNREACH: 'There is no route to the cluster gateway.',
  ENETUNREACH: 'There is no route to the cluster gateway.',
  ETIMEDOUT: 'The cluster gateway did not accept the connection in time.',
  ECONNRESET: 'The connection to the cluster gateway was cut.',
  EPIPE: 'The connection to the cluster gateway was cut.',
};

/** Says why a request got no answer, or none that could be read. */
export function networkFailure(error: unknown): GatewayFailure {
  if (error instanceof InvalidAddressError) {
    return { reason: 'invalid-address', message: `${error.message}.` };
  }
  if (error instanceof CredentialsUnreadableError) {
    return { reason: 'credentials-unreadable', message: `${error.message}.` };
  }
  if (error instanceof DeadlineError) {
    return {
      reason: 'timeout',
      message: 'The cluster gateway did not answer within the time limit.',
    };
  }
  if (error instanceof UnexpectedAnswerError) {
    return { reason: 'unexpected-answer', message: `${error.message}.` };
  }
  return connectionFailure(error);
}

function connectionFailure(error: unknown): GatewayFailure {
  const code = isError(error) ? String(error.code ?? '') : '';
  const message = isError(error) ? error.message : '';
  const tls = describeTlsError(code, message);
  if (tls !== undefined) {
    return { reason: 'tls', message: tls };
  }
  if (isCut(error) && error.justSecured) {
    return {
      reason: 'tls',
      message: refusedClientCertificate('it closed the connection at once'),
    };
  }
  return {
    reason: 'unreachable',
    message:
      UNREACHABLE[code] ??
      `The cluster gateway cannot be reached (${code || 'unknown error'}).`,
  };
}

/** Whether the other side ended the connection before it answered. */
export function isCut(error: unknown): error is RequestError {
  return (
    error instanceof RequestError &&
    (error.code === 'ECONNRESET' || error.code === 'EPIPE')
  );
}
