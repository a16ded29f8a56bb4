import { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import { outagesOf } from './outages';

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

describe('outagesOf', () => {
  it('finds none where everything is live, absent or still being read', () => {
    expect(
      outagesOf([
        source({}),
        source({ kind: 'BuildPlane', state: 'absent' }),
        source({ kind: 'WorkflowPlane', state: 'syncing' }),
      ]),
    ).toEqual([]);
  });

  it('names the kinds where only some are affected', () => {
    expect(
      outagesOf([
        source({}),
        source({ kind: 'WorkflowPlane', state: 'forbidden', error: 'No.' }),
      ]),
    ).toEqual([
      {
        controlPlane: 'default',
        kinds: ['WorkflowPlanes'],
        since: '2026-11-20T10:00:00Z',
        errors: ['No.'],
      },
    ]);
  });

  it('speaks of the whole control plane where all that it serves is affected', () => {
    expect(
      outagesOf([
        source({ state: 'stale', error: 'Down.' }),
        source({ kind: 'BuildPlane', state: 'absent' }),
        source({
          kind: 'WorkflowPlane',
          state: 'stale',
          error: 'Down.',
          since: '2026-11-20T09:00:00Z',
        }),
        source({ controlPlane: 'eu' }),
      ]),
    ).toEqual([
      {
        controlPlane: 'default',
        kinds: [],
        since: '2026-11-20T09:00:00Z',
        errors: ['Down.'],
      },
    ]);
  });
});
