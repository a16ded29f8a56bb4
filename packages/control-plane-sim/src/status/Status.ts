import { JsonObject } from '../objects/json';

/** One cause of a failure, for example one invalid field. */
export interface StatusCause {
  reason: string;
  message: string;
  field?: string;
}

/** What a failure is about. */
export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: StatusCause[];
  retryAfterSeconds?: number;
}

/** The `Status` object with which Kubernetes answers failures and some deletions. */
export interface Status extends JsonObject {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: StatusDetails;
  code?: number;
}

/** A failure that is answered as a {@link Status}. */
export class StatusError extends Error {
  readonly status: Status;
  readonly code: number;

  /** @param reason - undefined where Kubernetes gives none */
  constructor(
    code: number,
    reason: string | undefined,
    message: string,
    details?: StatusDetails,
    metadata: Status['metadata'] = {},
  ) {
    super(message);
    this.name = 'StatusError';
    this.code = code;
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata,
      status: 'Failure',
      message,
      ...(reason === undefined ? {} : { reason }),
      ...(details ? { details } : {}),
      code,
    };
  }
}

/** The answer to a deletion that took effect at once. */
export function successStatus(details: StatusDetails): Status {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details,
  };
}
