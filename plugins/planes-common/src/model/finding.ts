/** How much a finding matters. `info` is worth knowing, `warning` will hurt, `error` does hurt. @public */
export type FindingSeverity = 'info' | 'warning' | 'error';

/** What a lint of a plane can find. @public */
export type FindingCode =
  | 'agent-ca-absent'
  | 'agent-ca-base64'
  | 'agent-ca-private-key'
  | 'agent-ca-not-pem'
  | 'agent-ca-leaf'
  | 'agent-ca-expired'
  | 'agent-ca-expiring'
  | 'agent-ca-not-yet-valid'
  | 'agent-ca-not-inline'
  | 'agent-ca-both-sources'
  | 'agent-ca-secret-without-namespace'
  | 'agent-ca-shared'
  | 'plane-id-missing'
  | 'plane-id-invalid'
  | 'plane-id-shared'
  | 'observability-plane-dangling'
  | 'observability-plane-kind-invalid'
  | 'observer-url-invalid'
  | 'credentials-in-resource'
  | 'spec-absent';

/**
 * Something about a plane that its owner should know.
 *
 * @public
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** The path of the field in the resource, for example `spec.clusterAgent.clientCA.value`. */
  readonly field?: string;
  /** What is wrong, in one or two sentences. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly remedy?: string;
}
