import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeHeadline } from './planeHeadline';

const NOW = Date.parse('2026-11-20T10:14:00Z');

function headline(state: PlaneStateName, since?: string) {
  return planeHeadline(
    { state, since, reason: 'Because.', source: 'resource' },
    NOW,
  );
}

describe('planeHeadline', () => {
  it.each([
    ['disconnected', '2026-11-20T10:00:00Z', 'Disconnected for 14 min'],
    ['connected', '2026-11-17T10:00:00Z', 'Connected for 3 days'],
    ['stale', '2026-11-20T10:07:48Z', 'Stale for 6 min'],
    ['deletion-blocked', '2026-11-20T10:13:59Z', 'Deletion blocked for 1 s'],
    ['never-connected', '2026-11-20T10:00:00Z', 'Never connected'],
    ['not-reported', undefined, 'Not reported'],
    ['connected', 'yesterday', 'Connected'],
    ['connected', '2026-11-20T10:14:03Z', 'Connected for 0 s'],
  ] as const)('says %s since %s as "%s"', (state, since, text) => {
    expect(headline(state, since)).toBe(text);
  });
});
