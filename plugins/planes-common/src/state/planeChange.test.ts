import { agentCA, otherCA } from '../__fixtures__/certificates';
import { plane } from '../__testUtils__/planes';
import { PlaneChange, planeChange } from './planeChange';

const before = {
  metadata: {
    resourceVersion: '1',
    generation: 2,
    creationTimestamp: '2026-11-01T00:00:00Z',
  },
  spec: { planeID: 'eu', clusterAgent: { clientCA: { value: agentCA } } },
  status: {
    observedGeneration: 2,
    conditions: [{ type: 'Created', status: 'True' }],
    agentConnection: {
      connected: true,
      connectedAgents: 1,
      lastHeartbeatTime: '2026-11-20T00:00:00Z',
    },
  },
};
const { metadata, spec, status } = before;
const { agentConnection } = status;
const later = { ...agentConnection, lastHeartbeatTime: '2026-11-20T00:01:00Z' };

const table: [name: string, change: object, expected: PlaneChange][] = [
  ['nothing', {}, 'none'],
  [
    'the resource version',
    { metadata: { ...metadata, resourceVersion: '2' } },
    'heartbeat',
  ],
  [
    'the last heartbeat',
    {
      metadata: { ...metadata, resourceVersion: '2' },
      status: { ...status, agentConnection: later },
    },
    'heartbeat',
  ],
  [
    'the number of agents',
    {
      status: { ...status, agentConnection: { ...later, connectedAgents: 2 } },
    },
    'status',
  ],
  [
    'a disconnect',
    { status: { ...status, agentConnection: { ...later, connected: false } } },
    'status',
  ],
  [
    'the first connection',
    { status: { ...status, agentConnection: undefined } },
    'status',
  ],
  ['a condition', { status: { ...status, conditions: [] } }, 'status'],
  [
    'the deletion',
    {
      metadata: {
        ...metadata,
        generation: 3,
        deletionTimestamp: '2026-11-20T00:00:00Z',
      },
    },
    'status',
  ],
  ['a finalizer', { metadata: { ...metadata, finalizers: ['a/b'] } }, 'status'],
  ['the planeID', { spec: { ...spec, planeID: 'us' } }, 'spec'],
  [
    'the agent CA',
    { spec: { ...spec, clusterAgent: { clientCA: { value: otherCA } } } },
    'spec',
  ],
  [
    'the title',
    {
      metadata: {
        ...metadata,
        annotations: { 'openchoreo.dev/display-name': 'EU' },
      },
    },
    'spec',
  ],
  ['a finding', { spec: { ...spec, planeID: 'eu', clusterAgent: {} } }, 'spec'],
  [
    'a new resource of the name',
    { metadata: { ...metadata, uid: 'other' } },
    'spec',
  ],
  [
    'spec and heartbeat at once',
    {
      spec: { ...spec, planeID: 'us' },
      status: { ...status, agentConnection: later },
    },
    'spec',
  ],
];

describe('planeChange', () => {
  it.each(table)('classifies %s', (_name, change, expected) => {
    const next = plane({ ...before, ...change });
    expect(planeChange(plane(before), next)).toBe(expected);
    expect(planeChange(next, plane(before))).toBe(expected);
  });
});
