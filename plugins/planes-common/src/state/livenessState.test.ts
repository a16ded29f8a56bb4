import { agentCA } from '../__fixtures__/certificates';
import { plane } from '../__testUtils__/planes';
import { readRecording, recordedTime } from '../__testUtils__/recording';
import { AgentLiveness } from '../model/liveness';
import { PlaneState } from '../model/state';
import { parsePlane } from '../parse/parsePlane';
import { planeState } from './planeState';

const NOW = new Date('2026-11-21T00:00:00Z');
const CREATION = '2026-11-01T00:00:00Z';
const ACCEPTED = '2026-11-01T00:00:05Z';
const SINCE = '2026-11-20T23:59:50Z';
const CONNECTED = '2026-11-10T00:00:00Z';
const DISCONNECTED = '2026-11-12T00:00:00Z';

const created = {
  type: 'Created',
  status: 'True',
  lastTransitionTime: ACCEPTED,
};
const inline = { clusterAgent: { clientCA: { value: agentCA } } };
const secret = {
  clusterAgent: { clientCA: { secretKeyRef: { name: 'ca', key: 'k' } } },
};
const finalizers = ['openchoreo.dev/dataplane-cleanup'];

const fresh = {
  connected: true,
  connectedAgents: 1,
  lastConnectedTime: CONNECTED,
  lastHeartbeatTime: '2026-11-20T23:59:30Z',
};
const old = { ...fresh, lastHeartbeatTime: '2026-11-20T20:00:00Z' };
const lost = {
  connected: false,
  connectedAgents: 0,
  lastConnectedTime: CONNECTED,
  lastDisconnectedTime: DISCONNECTED,
};
const never = { connected: false, connectedAgents: 0 };

const gone = { connected: false, connectedAgents: 0 };
const here = { connected: true, connectedAgents: 1 };
const authorised = { ...here, authorised: true };
const refused = { ...here, authorised: false };

interface Case {
  kind?: string;
  metadata?: object;
  spec?: object;
  /** Undefined: not accepted. */
  connection?: object | 'unreported';
  liveness: Omit<AgentLiveness, 'asOf'>;
  expected: [
    state: PlaneState['state'],
    since: string | undefined,
    source: PlaneState['source'],
    reason: RegExp,
  ];
}

const table: Record<string, Case> = {
  'connected by both': {
    connection: fresh,
    liveness: here,
    expected: ['connected', CONNECTED, 'gateway', /^1 agent is connected\.$/],
  },
  'connected by two agents since a moment ago': {
    connection: fresh,
    liveness: { ...here, connectedAgents: 2, since: SINCE },
    expected: ['connected', SINCE, 'gateway', /^2 agents are connected\.$/],
  },
  'connected, with a resource that stands still': {
    connection: old,
    liveness: here,
    expected: ['connected', CONNECTED, 'gateway', /1 agent/],
  },
  'connected and authorised before the resource says so': {
    connection: lost,
    liveness: authorised,
    expected: ['connected', undefined, 'gateway', /1 agent/],
  },
  'connected and authorised though the controller has not accepted it': {
    metadata: { finalizers },
    liveness: { ...authorised, since: SINCE },
    expected: ['connected', SINCE, 'gateway', /1 agent/],
  },
  'connected in a release that reports no agents': {
    connection: 'unreported',
    liveness: here,
    expected: ['connected', undefined, 'gateway', /1 agent/],
  },
  'connected for others, as far as the resource goes': {
    connection: never,
    liveness: { ...here, since: SINCE },
    expected: ['never-connected', ACCEPTED, 'resource', /dataplane "eu-west"/],
  },
  'connected again, perhaps, and not asked about': {
    connection: lost,
    liveness: { ...here, since: SINCE },
    expected: ['disconnected', DISCONNECTED, 'resource', /knows no agent/],
  },
  'of a Cluster kind whose agent has the wrong certificate': {
    kind: 'ClusterDataPlane',
    connection: fresh,
    liveness: { ...refused, since: SINCE },
    expected: [
      'not-authorised',
      undefined,
      'gateway',
      /^An agent is connected as dataplane "eu-west", but its certificate was not signed by this plane's agent CA\.$/,
    ],
  },
  'of a Cluster kind changed and never observed again': {
    kind: 'ClusterDataPlane',
    metadata: { generation: 7 },
    connection: fresh,
    liveness: authorised,
    expected: ['connected', CONNECTED, 'gateway', /1 agent/],
  },
  'not authorised by a Secret': {
    spec: secret,
    connection: never,
    liveness: refused,
    expected: [
      'not-authorised',
      undefined,
      'gateway',
      /not signed by the agent CA in Secret "ca", or OpenChoreo cannot read that Secret/,
    ],
  },
  'not authorised for want of a CA': {
    spec: {},
    connection: never,
    liveness: refused,
    expected: ['not-authorised', undefined, 'gateway', /has no agent CA/],
  },
  'lost seconds ago, which the resource does not know': {
    connection: { ...fresh, lastDisconnectedTime: '2026-11-09T00:00:00Z' },
    liveness: { ...gone, since: SINCE },
    expected: [
      'disconnected',
      SINCE,
      'gateway',
      /gateway is reachable and knows no agent for dataplane "eu-west"/,
    ],
  },
  'lost at a time that nobody saw': {
    connection: { ...fresh, lastDisconnectedTime: '2026-11-09T00:00:00Z' },
    liveness: gone,
    expected: ['disconnected', undefined, 'gateway', /gateway is reachable/],
  },
  'lost long ago': {
    connection: lost,
    liveness: gone,
    expected: ['disconnected', DISCONNECTED, 'gateway', /gateway is reachable/],
  },
  'lost as the portal saw, though nothing is reported': {
    connection: 'unreported',
    liveness: { ...gone, since: SINCE },
    expected: ['disconnected', SINCE, 'gateway', /gateway is reachable/],
  },
  'without an agent, ever': {
    connection: never,
    liveness: gone,
    expected: ['never-connected', ACCEPTED, 'gateway', /dataplane "eu-west"/],
  },
  'without an agent, in zero times': {
    connection: {
      ...never,
      lastConnectedTime: '0001-01-01T00:00:00Z',
      lastDisconnectedTime: '0001-01-01T00:00:00Z',
    },
    liveness: gone,
    expected: ['never-connected', ACCEPTED, 'gateway', /dataplane "eu-west"/],
  },
  'without an agent in a release that reports none': {
    connection: 'unreported',
    liveness: gone,
    expected: ['never-connected', ACCEPTED, 'gateway', /dataplane "eu-west"/],
  },
  'not accepted, and without an agent': {
    metadata: { finalizers },
    spec: { clusterAgent: { clientCA: {} } },
    liveness: gone,
    expected: ['not-accepted', CREATION, 'resource', /no agent CA/],
  },
  'deleted while connected': {
    metadata: { deletionTimestamp: SINCE, finalizers },
    connection: fresh,
    liveness: refused,
    expected: ['deleting', SINCE, 'resource', /being deleted/],
  },
  'reached with credentials': {
    kind: 'BuildPlane',
    spec: { kubernetesCluster: { name: 'c', credentials: {} } },
    liveness: authorised,
    expected: ['not-reported', undefined, 'resource', /stored credentials/],
  },
};

describe('planeState with what the gateway says', () => {
  it.each(Object.entries(table))('knows a plane %s', (_name, testCase) => {
    const { kind, metadata, spec = inline, connection, liveness } = testCase;
    const subject = plane({
      kind,
      metadata: { creationTimestamp: CREATION, ...metadata },
      spec,
      status: connection && {
        observedGeneration: 1,
        conditions: [created],
        agentConnection: connection === 'unreported' ? undefined : connection,
      },
    });
    const actual = planeState(subject, NOW, {
      liveness: { asOf: SINCE, ...liveness },
    });
    const [state, since, source, reason] = testCase.expected;
    expect(actual).toEqual({
      state,
      since,
      source,
      reason: expect.stringMatching(reason),
    });
    expect(actual.reason).toMatch(/^[A-Z0-9].*\.$/);
    expect(actual.reason).not.toMatch(/ago|\d{4}-\d{2}/);
  });

  it.each([
    ['a heartbeat of now', fresh, 'connected'],
    ['an old heartbeat', old, 'stale'],
    ['no heartbeat', { ...here }, 'stale'],
  ])('falls back to a resource with %s', (_name, agentConnection, expected) => {
    const subject = plane({ spec: inline, status: { agentConnection } });
    expect(planeState(subject, NOW)).toMatchObject({
      state: expected,
      source: 'resource',
    });
  });

  it('uncovers a recorded Cluster plane whose CA did not sign its agent', () => {
    const subject = readRecording()
      .filter(({ seconds }) => seconds <= 1010)
      .map(({ object }) => parsePlane(object, { controlPlane: 'default' }))
      .flatMap(result => (result.ok ? [result.plane] : []))
      .findLast(
        ({ ref }) => ref.kind === 'ClusterDataPlane' && ref.name === 'default',
      );
    const now = recordedTime(1010);
    const liveness = { asOf: now.toISOString(), ...refused };
    expect(subject && planeState(subject, now).state).toBe('connected');
    expect(subject && planeState(subject, now, { liveness }).state).toBe(
      'not-authorised',
    );
  });
});
