import { nextState } from './nextState';
import type { CurrentState, Evidence, Observation } from './types';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function current(
  state: CurrentState['state'],
  more: Partial<CurrentState> = {},
): CurrentState {
  return {
    planeUid: 'eu',
    controlPlane: 'default',
    state,
    reason: 'As before.',
    sinceMs: 10 * MINUTE,
    sequence: 4,
    recordedSinceMs: MINUTE,
    ...more,
  };
}

function observation(
  state: Observation['state'],
  atMs: number,
  evidence?: Evidence,
): Observation {
  return {
    planeUid: 'eu',
    controlPlane: 'default',
    state,
    reason: 'As seen.',
    atMs,
    evidence,
  };
}

describe('nextState', () => {
  it('begins with the first observation', () => {
    expect(nextState(undefined, observation('disconnected', MINUTE))).toEqual({
      planeUid: 'eu',
      controlPlane: 'default',
      state: 'disconnected',
      reason: 'As seen.',
      sinceMs: MINUTE,
      sequence: 1,
      recordedSinceMs: MINUTE,
    });
  });

  it('counts on, and keeps since when the plane is recorded', () => {
    expect(
      nextState(current('connected'), observation('stale', 11 * MINUTE)),
    ).toMatchObject({
      state: 'stale',
      sinceMs: 11 * MINUTE,
      sequence: 5,
      recordedSinceMs: MINUTE,
    });
  });

  it.each<[string, CurrentState, Observation]>([
    [
      'the same state',
      current('connected'),
      observation('connected', 11 * MINUTE),
    ],
    [
      'something seen before what is recorded',
      current('connected'),
      observation('stale', 9 * MINUTE),
    ],
    [
      'what the gateway said before what is recorded',
      current('connected'),
      observation('disconnected', 11 * MINUTE, {
        source: 'gateway',
        asOfMs: 9 * MINUTE,
      }),
    ],
    [
      'a resource that still says connected, as of before the loss, however much later',
      current('disconnected'),
      observation('connected', 14 * MINUTE, {
        source: 'resource',
        asOfMs: 9 * MINUTE,
      }),
    ],
    [
      'a resource that may not say yet that the plane is connected again',
      current('connected'),
      observation('disconnected', 11 * MINUTE, {
        source: 'resource',
        asOfMs: 9 * MINUTE,
      }),
    ],
    [
      'connected, where the agent was refused and nobody says that it is accepted now',
      current('not-authorised'),
      observation('connected', 30 * MINUTE, {
        source: 'gateway',
        asOfMs: 30 * MINUTE,
      }),
    ],
  ])('finds no news in %s', (_, before, seen) => {
    expect(nextState(before, seen)).toBeUndefined();
  });

  it.each<[string, CurrentState, Observation]>([
    [
      'what the gateway says now',
      current('connected'),
      observation('disconnected', 10 * MINUTE, {
        source: 'gateway',
        asOfMs: 10 * MINUTE,
      }),
    ],
    [
      'a heartbeat after the loss, in whole seconds',
      current('disconnected', { sinceMs: 10 * MINUTE + 900 }),
      observation('connected', 11 * MINUTE, {
        source: 'resource',
        asOfMs: 10 * MINUTE,
      }),
    ],
    [
      'a disconnect that the resource reports for longer than it can be behind',
      current('connected'),
      observation('disconnected', 12 * MINUTE, {
        source: 'resource',
        asOfMs: 9 * MINUTE,
      }),
    ],
    [
      'an old heartbeat, where nobody had seen the plane',
      current('unobserved'),
      observation('connected', 11 * MINUTE, {
        source: 'resource',
        asOfMs: 8 * MINUTE,
      }),
    ],
    [
      'connected, where the agent is accepted now',
      current('not-authorised'),
      observation('connected', 11 * MINUTE, {
        source: 'gateway',
        asOfMs: 11 * MINUTE,
        authorisedMs: 11 * MINUTE,
      }),
    ],
    [
      'the same state of a plane that was removed',
      current('connected', { removedAtMs: 10 * MINUTE }),
      observation('connected', 11 * MINUTE),
    ],
  ])('finds news in %s', (_, before, seen) => {
    expect(nextState(before, seen)).toMatchObject({
      state: seen.state,
      sequence: 5,
    });
  });

  it('marks a plane as removed, and no longer so when it is seen again', () => {
    const gone = nextState(current('unobserved'), {
      ...observation('unobserved', 11 * MINUTE),
      removedAtMs: 11 * MINUTE,
    });
    expect(gone).toMatchObject({ sequence: 5, removedAtMs: 11 * MINUTE });
    expect(
      nextState(gone, observation('connected', 12 * MINUTE))?.removedAtMs,
    ).toBeUndefined();
  });
});
