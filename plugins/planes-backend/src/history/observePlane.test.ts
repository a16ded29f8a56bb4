import { parsePlane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { at, dataPlane, START } from './__testUtils__/manifests';
import { observePlane } from './observePlane';
import type { PlaneFacts } from './planeFacts';

type Kind = 'DataPlane' | 'ClusterDataPlane';

function facts(
  more: Partial<PlaneFacts> = {},
  kind: Kind = 'DataPlane',
): PlaneFacts {
  const manifest = dataPlane('eu', { connected: at(-20) });
  const parsed = parsePlane(
    {
      ...manifest,
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind,
      metadata: { ...manifest.metadata, resourceVersion: '1' },
    },
    { controlPlane: 'default' },
  );
  if (!parsed.ok) {
    throw new Error(parsed.error.reason);
  }
  return {
    plane: parsed.plane,
    source: {
      controlPlane: 'default',
      kind,
      plural: 'dataplanes',
      state: 'live',
      since: at(-100),
      lastSyncedAt: at(-100),
      planes: 1,
    },
    gateway: { controlPlane: 'default', state: 'live', since: at(-100) },
    liveness: undefined,
    ...more,
  };
}

const observe = (known: PlaneFacts) => observePlane(known, START, 300_000);
const connected = { asOf: at(-2), connected: true, connectedAgents: 1 };

describe('observePlane', () => {
  it.each<[string, PlaneFacts]>([
    ['no source is there', facts({ source: undefined })],
    [
      'its source was not read yet',
      facts({
        source: {
          controlPlane: 'default',
          kind: 'DataPlane',
          plural: 'dataplanes',
          state: 'syncing',
          since: at(-100),
          planes: 0,
        },
      }),
    ],
    [
      'its gateway was not asked yet',
      facts({ gateway: { controlPlane: 'default', state: 'pending' } }),
    ],
    [
      'an agent connected just now and may not be authorised for a Cluster kind',
      facts({ liveness: { ...connected, since: at(-2) } }, 'ClusterDataPlane'),
    ],
    [
      'the gateway was first asked just now, and not about a Cluster kind',
      facts(
        {
          liveness: connected,
          gateway: { controlPlane: 'default', state: 'live', since: at(-2) },
        },
        'ClusterDataPlane',
      ),
    ],
  ])('tells nothing while %s', (_, known) => {
    expect(observe(known)).toBeUndefined();
  });

  it.each<[string, PlaneFacts, object]>([
    [
      'its resource where no gateway is configured',
      facts({ gateway: { controlPlane: 'default', state: 'not-configured' } }),
      { state: 'connected', evidence: undefined },
    ],
    [
      'its resource where the gateway is away, as of the last heartbeat',
      facts({ gateway: { controlPlane: 'default', state: 'unreachable' } }),
      {
        state: 'connected',
        evidence: { source: 'resource', asOfMs: Date.parse(at(-20)) },
      },
    ],
    [
      'its gateway, and its resource for being authorised',
      facts({ liveness: { ...connected, since: at(-2) } }),
      {
        state: 'connected',
        evidence: {
          source: 'gateway',
          asOfMs: Date.parse(at(-2)),
          authorisedMs: Date.parse(at(-20)),
        },
      },
    ],
    [
      'its gateway alone for a Cluster kind',
      facts(
        { liveness: { ...connected, since: at(-2), authorised: true } },
        'ClusterDataPlane',
      ),
      {
        state: 'connected',
        evidence: { source: 'gateway', authorisedMs: Date.parse(at(-2)) },
      },
    ],
    [
      'its gateway, which has not said for long whether an agent is authorised',
      facts({ liveness: { ...connected, since: at(-40) } }, 'ClusterDataPlane'),
      { state: 'connected', evidence: { authorisedMs: undefined } },
    ],
    [
      'its gateway, which refuses the agent for a Cluster kind',
      facts(
        { liveness: { ...connected, since: at(-2), authorised: false } },
        'ClusterDataPlane',
      ),
      { state: 'not-authorised', evidence: { authorisedMs: undefined } },
    ],
  ])('goes by %s', (_, known, expected) => {
    expect(observe(known)).toMatchObject({
      planeUid: 'eu',
      controlPlane: 'default',
      atMs: START.getTime(),
      ...expected,
    });
  });
});
