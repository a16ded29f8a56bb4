import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * What a request does: `reads` looks into planes, as pages do again and again; `actions` is what somebody does once in a
 * while, such as testing a connection, stopping a run or running it again.
 *
 * @public
 */
export type LimitedKind = 'reads' | 'actions';

/** How many requests each user, and each service, may send to planes. @public */
export interface RequestLimits {
  /**
   * Counts a request that is about to reach a plane. Call it after permissions were checked, and before the plane is asked.
   *
   * @throws TooManyRequestsError where its sender has sent too many; InputError where nobody sent it
   */
  take(credentials: BackstageCredentials, kind: LimitedKind): Promise<void>;
}
