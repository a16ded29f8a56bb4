import { agentCA } from '../__fixtures__/certificates';
import { manifests } from '../__testUtils__/manifests';
import { plane } from '../__testUtils__/planes';
import { PlaneState } from '../model/state';
import { parsePlane } from '../parse/parsePlane';
import { planeState } from './planeState';

const NOW = new Date('2026-11-21T00:00:00Z');
const CREATION = '2026-11-01T00:00:00Z';
const ACCEPTED = '2026-11-01T00:00:05Z';
const ZERO = '0001-01-01T00:00:00Z';

const created = {
  type: 'Created',
  status: 'True',
  reason: 'DataPlaneCreated',
  lastTransitionTime: ACCEPTED,
};
const blocked = {
  type: 'Finalizing',
  status: 'False',
  reason: 'DeletionBlocked',
  message:
    'Deletion blocked: dataplane is still referenced by 2 environment(s)',
  lastTransitionTime: '2026-11-20T12:00:00Z',
};
const connected = {
  connected: true,
  connectedAgents: 1,
  lastConnectedTime: '2026-11-10T00:00:00Z',
  lastHeartbeatTime: '2026-11-20T23:59:30Z',
};
const never = {
  connected: false,
  connectedAgents: 0,
  message: 'No agents connected',
};
const cleanup = ['openchoreo.dev/dataplane-cleanup'];
const inline = { clusterAgent: { clientCA: { value: agentCA } } };
const secret = {
  clusterAgent: { clientCA: { secretKeyRef: { name: 'ca', key: 'k' } } },
};

interface Case {
  kind?: string;
  metadata?: object;
  spec?: object;
  status?: object;
  expected: Pick<PlaneState, 'state' | 'since'> & { reason: RegExp };
}

const table: Record<string, Case> = {
  'not seen by a controller': {
    expected: {
      state: 'not-accepted',
      since: CREATION,
      reason: /has not seen the plane yet/,
    },
  },
  'not accepted for want of a CA': {
    metadata: { finalizers: cleanup },
    spec: { clusterAgent: { clientCA: {} } },
    expected: {
      state: 'not-accepted',
      since: CREATION,
      reason: /no agent CA is configured/,
    },
  },
  'not accepted because of its Secret or the gateway': {
    metadata: { finalizers: cleanup },
    spec: secret,
    expected: {
      state: 'not-accepted',
      since: CREATION,
      reason:
        /Secret "ca".*cannot be read, or the controller cannot reach the cluster gateway/,
    },
  },
  'not accepted though the CA is inline': {
    metadata: { finalizers: cleanup },
    expected: {
      state: 'not-accepted',
      since: CREATION,
      reason: /unable to reach the cluster gateway/,
    },
  },
  'refused by a condition': {
    status: {
      conditions: [{ ...created, status: 'False', message: 'No gateway' }],
    },
    expected: {
      state: 'not-accepted',
      since: CREATION,
      reason: /^No gateway\.$/,
    },
  },
  'accepted a moment ago': {
    status: {
      conditions: [{ ...created, lastTransitionTime: '2026-11-20T23:59:59Z' }],
    },
    expected: {
      state: 'never-connected',
      since: '2026-11-20T23:59:59Z',
      reason: /no agent yet/,
    },
  },
  'accepted long ago, agents never reported (v0.9 to v0.11)': {
    status: { conditions: [created] },
    expected: {
      state: 'not-reported',
      since: undefined,
      reason: /older than v0.12/,
    },
  },
  'never connected': {
    status: { conditions: [created], agentConnection: never },
    expected: {
      state: 'never-connected',
      since: ACCEPTED,
      reason: /dataplane "eu-west" yet/,
    },
  },
  'never connected, in zero times': {
    status: {
      conditions: [created],
      agentConnection: {
        ...never,
        lastConnectedTime: ZERO,
        lastDisconnectedTime: ZERO,
        lastHeartbeatTime: ZERO,
      },
    },
    expected: { state: 'never-connected', since: ACCEPTED, reason: /yet/ },
  },
  connected: {
    status: { conditions: [created], agentConnection: connected },
    expected: {
      state: 'connected',
      since: connected.lastConnectedTime,
      reason: /^1 agent is connected\.$/,
    },
  },
  'connected by two agents': {
    status: { agentConnection: { ...connected, connectedAgents: 2 } },
    expected: {
      state: 'connected',
      since: connected.lastConnectedTime,
      reason: /^2 agents are connected\.$/,
    },
  },
  'connected by a clock ahead of ours': {
    status: {
      agentConnection: {
        ...connected,
        lastHeartbeatTime: '2026-11-21T00:02:00Z',
      },
    },
    expected: {
      state: 'connected',
      since: connected.lastConnectedTime,
      reason: /connected/,
    },
  },
  'connected just now, no heartbeat yet': {
    status: {
      agentConnection: {
        ...connected,
        lastHeartbeatTime: ZERO,
        lastConnectedTime: '2026-11-20T23:58:00Z',
      },
    },
    expected: {
      state: 'connected',
      since: '2026-11-20T23:58:00Z',
      reason: /connected/,
    },
  },
  'a heartbeat exactly as old as allowed': {
    status: {
      agentConnection: {
        ...connected,
        lastHeartbeatTime: '2026-11-20T23:55:00Z',
      },
    },
    expected: {
      state: 'connected',
      since: connected.lastConnectedTime,
      reason: /connected/,
    },
  },
  'a heartbeat that is too old': {
    status: {
      agentConnection: {
        ...connected,
        lastHeartbeatTime: '2026-11-20T23:54:59Z',
      },
    },
    expected: {
      state: 'stale',
      since: '2026-11-20T23:54:59Z',
      reason: /older than 5 minutes.*gateway may be down/,
    },
  },
  'connected without any sign of it': {
    status: { agentConnection: { connected: true, connectedAgents: 1 } },
    expected: {
      state: 'stale',
      since: undefined,
      reason: /records no heartbeat/,
    },
  },
  'stale after a change that the controller could not take over': {
    metadata: { generation: 3 },
    status: {
      observedGeneration: 2,
      agentConnection: { ...connected, lastHeartbeatTime: CREATION },
    },
    expected: {
      state: 'stale',
      since: CREATION,
      reason: /not taken over the latest change/,
    },
  },
  'stale on a Cluster kind, whose observedGeneration always lags': {
    kind: 'ClusterDataPlane',
    metadata: { generation: 3 },
    status: {
      observedGeneration: 2,
      agentConnection: { ...connected, lastHeartbeatTime: CREATION },
    },
    expected: {
      state: 'stale',
      since: CREATION,
      reason: /gateway may be down/,
    },
  },
  'connected on a Cluster kind, whose observedGeneration always lags': {
    kind: 'ClusterDataPlane',
    metadata: { generation: 3 },
    status: { observedGeneration: 2, agentConnection: connected },
    expected: {
      state: 'connected',
      since: connected.lastConnectedTime,
      reason: /connected/,
    },
  },
  disconnected: {
    status: {
      conditions: [created],
      agentConnection: {
        ...never,
        lastConnectedTime: ACCEPTED,
        lastDisconnectedTime: '2026-11-20T00:00:00Z',
      },
    },
    expected: {
      state: 'disconnected',
      since: '2026-11-20T00:00:00Z',
      reason: /knows no agent for dataplane/,
    },
  },
  'disconnected at a time not told': {
    status: { agentConnection: { ...never, lastConnectedTime: ACCEPTED } },
    expected: {
      state: 'disconnected',
      since: undefined,
      reason: /knows no agent for dataplane/,
    },
  },
  deleting: {
    metadata: {
      deletionTimestamp: '2026-11-20T11:00:00Z',
      finalizers: cleanup,
    },
    status: { conditions: [created], agentConnection: connected },
    expected: {
      state: 'deleting',
      since: '2026-11-20T11:00:00Z',
      reason: /dataplane-cleanup.*gateway/,
    },
  },
  'deleting for a finalizer of another controller': {
    metadata: {
      deletionTimestamp: '2026-11-20T11:00:00Z',
      finalizers: ['acme.example/wait'],
    },
    expected: {
      state: 'deleting',
      since: '2026-11-20T11:00:00Z',
      reason: /waits for acme.example\/wait\.$/,
    },
  },
  'deletion blocked': {
    metadata: {
      deletionTimestamp: '2026-11-20T11:00:00Z',
      finalizers: cleanup,
    },
    status: { conditions: [created, blocked], agentConnection: connected },
    expected: {
      state: 'deletion-blocked',
      since: '2026-11-20T12:00:00Z',
      reason: /^Deletion blocked:.*2 environment\(s\)\.$/,
    },
  },
  'a condition left of a deletion that is not': {
    status: { conditions: [created, blocked], agentConnection: connected },
    expected: {
      state: 'connected',
      since: connected.lastConnectedTime,
      reason: /connected/,
    },
  },
};

describe('planeState', () => {
  it.each(Object.entries(table))(
    'is right where a plane is %s',
    (_name, testCase) => {
      const { kind, metadata, spec = inline, status, expected } = testCase;
      const subject = plane({
        kind,
        metadata: { creationTimestamp: CREATION, ...metadata },
        spec,
        status,
      });
      const { reason, ...state } = planeState(subject, NOW);
      expect(state).toEqual({
        state: expected.state,
        since: expected.since,
        source: 'resource',
      });
      expect(reason).toMatch(expected.reason);
      expect(reason).toMatch(/^[A-Z0-9].*\.$/);
    },
  );

  it('believes a heartbeat as long as it is told', () => {
    const subject = plane({
      spec: inline,
      status: { agentConnection: connected },
    });
    const state = planeState(subject, NOW, { staleAfterMs: 20_000 });
    expect(state.state).toBe('stale');
    expect(state.reason).toMatch(/older than 20 seconds/);
  });

  it.each([
    ['proposal BuildPlane', 'not-reported'],
    ['v0.3 BuildPlane', 'not-reported'],
    ['v0.3 DataPlane', 'not-reported'],
    ['v0.6 DataPlane with credentials in Secrets', 'not-reported'],
    ['v0.9 BuildPlane', 'not-reported'],
    ['v1 DataPlane', 'connected'],
    ['v1 ClusterWorkflowPlane', 'not-accepted'],
  ])('of a %s is %s', (name, expected) => {
    const result = parsePlane(manifests.get(name), { controlPlane: 'default' });
    expect(result.ok && planeState(result.plane, NOW).state).toBe(expected);
  });
});
