import {
  GatewayStatus,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { findProblems } from './findProblems';

function source(overrides: Partial<SourceStatus>): SourceStatus {
  return {
    controlPlane: 'default',
    kind: 'DataPlane',
    plural: 'dataplanes',
    state: 'live',
    since: '2026-11-20T10:00:00Z',
    lastSyncedAt: '2026-11-20T10:00:00Z',
    planes: 1,
    ...overrides,
  };
}

describe('findProblems', () => {
  it('finds none where all is live, still being read, or not served and not missed', () => {
    const gateways: GatewayStatus[] = [
      { controlPlane: 'default', state: 'live' },
      { controlPlane: 'eu', state: 'not-configured' },
      { controlPlane: 'us', state: 'pending' },
    ];
    expect(
      findProblems(
        [
          source({}),
          source({ kind: 'BuildPlane', state: 'absent', planes: 0 }),
          source({ kind: 'WorkflowPlane', state: 'syncing' }),
        ],
        gateways,
      ),
    ).toEqual([]);
  });

  it('names the kinds where only some are affected, once for all that fail alike', () => {
    expect(
      findProblems(
        [
          source({}),
          source({ kind: 'WorkflowPlane', state: 'forbidden', error: 'No.' }),
          source({
            kind: 'BuildPlane',
            state: 'forbidden',
            error: 'No.',
            since: '2026-11-20T09:00:00Z',
            planes: 2,
          }),
          source({ kind: 'ObservabilityPlane', state: 'absent', planes: 3 }),
        ],
        [],
      ),
    ).toEqual([
      {
        type: 'forbidden',
        controlPlane: 'default',
        kinds: ['WorkflowPlanes', 'BuildPlanes'],
        planes: 3,
        since: '2026-11-20T09:00:00Z',
        errors: ['No.'],
      },
      {
        type: 'absent',
        controlPlane: 'default',
        kinds: ['ObservabilityPlanes'],
        planes: 3,
        since: '2026-11-20T10:00:00Z',
        errors: [],
      },
    ]);
  });

  it('speaks of the whole control plane where all that it serves is affected', () => {
    const problems = findProblems(
      [
        source({ state: 'stale', error: 'Down.' }),
        source({ kind: 'BuildPlane', state: 'absent', planes: 0 }),
        source({ kind: 'WorkflowPlane', state: 'stale', error: 'Down.' }),
        source({ controlPlane: 'eu' }),
      ],
      [],
    );
    expect(problems).toMatchObject([{ kinds: [], planes: 2 }]);
  });

  it.each(['unreachable', 'refused'] as const)(
    'tells a gateway that is %s, since it last answered',
    state => {
      expect(
        findProblems(
          [source({})],
          [
            {
              controlPlane: 'default',
              state,
              since: '2026-11-20T10:00:05Z',
              asOf: '2026-11-20T10:00:00Z',
              error: 'Why.',
            },
          ],
        ),
      ).toEqual([
        {
          type: `gateway-${state}`,
          controlPlane: 'default',
          kinds: [],
          planes: 0,
          since: '2026-11-20T10:00:00Z',
          errors: ['Why.'],
        },
      ]);
    },
  );
});
