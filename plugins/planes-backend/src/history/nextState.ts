import type { CurrentState, Observation } from './types';

/** How far a resource may be behind its agents. */
const RESOURCE_LAG_MS = 90_000;
/** Times in resources have no fractions of a second. */
const SECOND_MS = 1000;

/**
 * The state to record after an observation.
 *
 * @param current - the plane's state as recorded; undefined where nothing is
 * @returns undefined where the observation says nothing new
 */
export function nextState(
  current: CurrentState | undefined,
  observation: Observation,
): CurrentState | undefined {
  if (current && !isNews(current, observation)) {
    return undefined;
  }
  const {
    atMs: sinceMs,
    statedSinceMs: _,
    evidence: __,
    ...seen
  } = observation;
  return {
    ...seen,
    sinceMs,
    sequence: (current?.sequence ?? 0) + 1,
    recordedSinceMs: current?.recordedSinceMs ?? sinceMs,
  };
}

/** Whether a plane is in another state than it was, or is removed and was not, or the other way round. */
export function isDifferent(
  before: Pick<CurrentState, 'state' | 'removedAtMs'> | undefined,
  after: Pick<CurrentState, 'state' | 'removedAtMs'>,
): boolean {
  return (
    before?.state !== after.state ||
    (before.removedAtMs === undefined) !== (after.removedAtMs === undefined)
  );
}

function isNews(current: CurrentState, observation: Observation): boolean {
  return (
    isDifferent(current, observation) &&
    observation.atMs >= current.sinceMs &&
    !isOutdated(current, observation)
  );
}

/** Whether an observation rests on something older than what is recorded, or weaker. */
function isOutdated(
  current: CurrentState,
  { state, atMs, evidence }: Observation,
): boolean {
  if (!evidence || current.state === 'unobserved') {
    return false;
  }
  const { source, asOfMs, authorisedMs = -Infinity } = evidence;
  if (current.state === 'not-authorised' && state === 'connected') {
    return authorisedMs + SECOND_MS <= current.sinceMs;
  }
  if (asOfMs === undefined) {
    return false;
  }
  if (source === 'gateway') {
    return asOfMs < current.sinceMs;
  }
  // The resource's word while the gateway is not asked: it may be of before what the gateway last said. A heartbeat
  // comes again within a minute; the time of a disconnect stays, so that is believed once the resource must be current.
  return (
    asOfMs + SECOND_MS <= current.sinceMs &&
    (state === 'connected' || atMs - current.sinceMs < RESOURCE_LAG_MS)
  );
}
