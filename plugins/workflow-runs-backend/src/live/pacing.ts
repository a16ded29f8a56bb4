import type { Gap } from '../argo/gapOf';

/** A finished node shows within 2 seconds in a browser that asks once a second. */
const RUNNING_MS = 750;
/** What has ended moves again only where somebody retries it with Argo's own tools. */
const DONE_MS = 30_000;
/** What was deleted does not come back, except as another one of the same name. */
const GONE_MS = 30_000;
const FAILURE_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
/** Large workflows are read less often: reading them takes at most this share of the time. */
const COST_FACTOR = 4;
const MAX_COST_MS = 10_000;

const PODS_MS = 2_000;
const PODS_COST_FACTOR = 10;
const NO_PODS_MS = 30_000;

/**
 * How long a workflow that was looked at need not be looked at again.
 *
 * @param costMs - how long it took to read the whole of it; 0 where it had not moved
 */
export function pauseAfterReading(look: {
  readonly isDone: boolean;
  readonly costMs: number;
}): number {
  const { isDone, costMs } = look;
  return isDone
    ? DONE_MS
    : Math.max(RUNNING_MS, Math.min(costMs * COST_FACTOR, MAX_COST_MS));
}

/** How long to wait after the n-th failure in a row, counted from 1. */
export function pauseAfterFailure(failures: number, { reason }: Gap): number {
  switch (reason) {
    case 'not-created':
    case 'plane-unknown':
    case 'gateway-not-configured':
      // Nobody was asked.
      return 0;
    case 'argo-gone':
      return GONE_MS;
    default:
      return FAILURE_MS[Math.min(failures, FAILURE_MS.length) - 1];
  }
}

/** How long pods need not be listed again; undefined where they could not be. */
export function pauseAfterPods(
  listed: { readonly costMs: number } | undefined,
): number {
  return listed
    ? Math.max(PODS_MS, listed.costMs * PODS_COST_FACTOR)
    : NO_PODS_MS;
}
