import { ServerResponse } from 'node:http';
import { respondJson } from '../http/respond';
import { StatusError } from '../status/Status';
import { clockHeaders } from './clockHeaders';
import { FaultPlan } from './FaultRules';

const REASONS: Record<number, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'Expired',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

/** Answers a request with a failure that the server behind never saw. */
export function respondFailure(
  response: ServerResponse,
  code: number,
  plan: Pick<FaultPlan, 'aheadMs'>,
): void {
  const { status } = new StatusError(
    code,
    REASONS[code] ?? 'Unknown',
    `injected fault: the server answers ${code}`,
  );
  response.setHeaders(new Headers(clockHeaders(plan)));
  respondJson(response, code, status);
}
