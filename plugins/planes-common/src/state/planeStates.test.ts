import { PLANE_STATES, needsAttention, planeStateRank } from './planeStates';

describe('the states of a plane', () => {
  it('are ranked from the worst to the best', () => {
    expect(PLANE_STATES.map(planeStateRank)).toEqual(
      PLANE_STATES.map((_state, rank) => rank),
    );
    expect(planeStateRank('disconnected')).toBe(0);
    expect(planeStateRank('connected')).toBe(PLANE_STATES.length - 1);
  });

  it('need attention, or come after those that do', () => {
    expect(PLANE_STATES.filter(needsAttention)).toEqual([
      'disconnected',
      'not-authorised',
      'deletion-blocked',
      'not-accepted',
      'stale',
      'never-connected',
    ]);
    expect(PLANE_STATES.slice(0, 6).every(needsAttention)).toBe(true);
  });
});
