import { simulatedPlaneKind } from '../planeKinds';
import { PlaneResource, PlaneStatus } from '../planeResource';
import { GatewayStatus } from './agentConnection';
import { reconcile } from './reconcile';
import { GatewayView } from './types';

const NOW = Date.parse('2026-11-21T10:00:00.700Z');
const TIME = '2026-11-21T10:00:00Z';
const EARLIER = '2026-11-21T09:00:00Z';

const CONNECTED: GatewayStatus = {
  connected: true,
  connectedAgents: 2,
  lastSeen: NOW - 20_000,
};
const ABSENT: GatewayStatus = { connected: false, connectedAgents: 0 };

function answering(status: GatewayStatus): GatewayView {
  return { notification: { accepted: true }, status };
}
const REFUSING: GatewayView = {
  notification: { accepted: false, reason: 'no CA' },
  status: CONNECTED,
};
const DOWN: GatewayView = {
  notification: { accepted: false, reason: 'the gateway does not answer' },
};

function plane(
  kind: string,
  overrides: Partial<PlaneResource> = {},
): PlaneResource {
  const facts = simulatedPlaneKind(kind);
  return {
    kind: facts,
    namespace: facts.namespaced ? 'acme' : undefined,
    name: 'eu',
    resourceVersion: '1',
    generation: 1,
    finalizers: [facts.finalizer],
    deleting: false,
    planeID: 'eu',
    clientCa: {},
    hasSpec: true,
    hasGateway: true,
    status: {},
    ...overrides,
  };
}

function accepted(kind: string, observedGeneration = 1): PlaneStatus {
  return {
    observedGeneration,
    conditions: [
      {
        type: 'Created',
        status: 'True',
        ...simulatedPlaneKind(kind).created,
        lastTransitionTime: EARLIER,
        observedGeneration,
      },
    ],
  };
}

function run(resource: PlaneResource, gateway: GatewayView, environments = 0) {
  return reconcile(resource, { gateway, environments, now: NOW });
}

describe('reconcile', () => {
  it('adds its finalizer before anything else', () => {
    expect(run(plane('DataPlane', { finalizers: [] }), DOWN)).toEqual({
      action: 'add-finalizer',
    });
  });

  it.each([
    ['DataPlane', 'DataPlaneCreated', 'Dataplane is created'],
    [
      'ClusterDataPlane',
      'ClusterDataPlaneCreated',
      'ClusterDataplane is created',
    ],
    ['WorkflowPlane', 'WorkflowPlaneCreated', 'Workflowplane is created'],
    [
      'ClusterWorkflowPlane',
      'ClusterWorkflowPlaneCreated',
      'Workflowplane is created',
    ],
    ['BuildPlane', 'BuildPlaneCreated', 'Buildplane is created'],
    ['ClusterBuildPlane', 'ClusterBuildPlaneCreated', 'Buildplane is created'],
    [
      'ObservabilityPlane',
      'ObservabilityPlaneCreated',
      'Observabilityplane is created',
    ],
    [
      'ClusterObservabilityPlane',
      'ClusterObservabilityPlaneCreated',
      'Observabilityplane is created',
    ],
  ])('accepts a %s without polling its agents', (kind, reason, message) => {
    expect(run(plane(kind, { generation: 2 }), answering(CONNECTED))).toEqual({
      action: 'update-status',
      status: {
        observedGeneration: 2,
        conditions: [
          {
            type: 'Created',
            status: 'True',
            reason,
            message,
            lastTransitionTime: TIME,
            observedGeneration: 2,
          },
        ],
      },
    });
  });

  it.each([
    ['the gateway refuses the plane', REFUSING, 'no CA'],
    ['the gateway is down', DOWN, 'the gateway does not answer'],
  ])('writes no condition while %s', (_, gateway, reason) => {
    expect(run(plane('ClusterDataPlane'), gateway)).toEqual({
      action: 'retry',
      reason,
    });
  });

  it('freezes the status of a namespaced plane whose edit the gateway refuses', () => {
    expect(
      run(
        plane('WorkflowPlane', {
          generation: 2,
          status: accepted('WorkflowPlane'),
        }),
        REFUSING,
      ),
    ).toEqual({ action: 'retry', reason: 'no CA' });
  });

  it('leaves observedGeneration of a Cluster kind behind for ever', () => {
    const result = run(
      plane('ClusterDataPlane', {
        generation: 7,
        status: accepted('ClusterDataPlane'),
      }),
      REFUSING,
    );
    expect(result).toMatchObject({
      action: 'update-status',
      status: { observedGeneration: 1, agentConnection: { connected: true } },
    });
  });

  it('writes nothing while the gateway is down, whatever the status says', () => {
    const status: PlaneStatus = {
      ...accepted('DataPlane'),
      agentConnection: { connected: true, connectedAgents: 1 },
    };
    expect(run(plane('DataPlane', { status }), DOWN)).toEqual({
      action: 'none',
    });
  });

  it.each([
    [{ ...CONNECTED, connectedAgents: 1 }, '1 agent connected'],
    [CONNECTED, '2 agents connected (HA mode)'],
    [ABSENT, 'No agents connected'],
  ])('reports a first poll: %p', (gatewayStatus, message) => {
    const { connected, connectedAgents } = gatewayStatus;
    const status = accepted('DataPlane');
    expect(
      run(plane('DataPlane', { status }), answering(gatewayStatus)),
    ).toEqual({
      action: 'update-status',
      status: {
        ...status,
        agentConnection: {
          connected,
          connectedAgents,
          message,
          ...(connected && {
            lastConnectedTime: TIME,
            lastHeartbeatTime: '2026-11-21T09:59:40Z',
          }),
        },
      },
    });
  });

  it('keeps the last heartbeat when the agents are lost, and writes nothing after that', () => {
    const status: PlaneStatus = {
      ...accepted('DataPlane'),
      agentConnection: {
        connected: true,
        connectedAgents: 2,
        lastConnectedTime: EARLIER,
        lastHeartbeatTime: EARLIER,
        message: '2 agents connected (HA mode)',
      },
    };
    const lost = run(plane('DataPlane', { status }), answering(ABSENT));
    const expected: PlaneStatus = {
      ...status,
      agentConnection: {
        connected: false,
        connectedAgents: 0,
        lastConnectedTime: EARLIER,
        lastDisconnectedTime: TIME,
        lastHeartbeatTime: EARLIER,
        message: 'No agents connected',
      },
    };
    expect(lost).toEqual({ action: 'update-status', status: expected });
    expect(
      run(plane('DataPlane', { status: expected }), answering(ABSENT)),
    ).toEqual({ action: 'none' });
  });

  describe('of a plane that is being deleted', () => {
    function deleting(kind: string, overrides: Partial<PlaneResource> = {}) {
      return plane(kind, {
        deleting: true,
        generation: 3,
        status: accepted(kind),
        ...overrides,
      });
    }

    it('says that environments block the deletion, once', () => {
      const blocked = run(deleting('DataPlane'), answering(CONNECTED), 2);
      expect(blocked).toMatchObject({
        action: 'update-status',
        status: {
          conditions: [
            { type: 'Created' },
            {
              type: 'Finalizing',
              status: 'False',
              reason: 'DeletionBlocked',
              message:
                'Deletion blocked: dataplane is still referenced by 2 environment(s)',
              lastTransitionTime: TIME,
              observedGeneration: 3,
            },
          ],
        },
      });
      const { status } = blocked as { status: PlaneStatus };
      expect(
        run(deleting('DataPlane', { status }), answering(CONNECTED), 2),
      ).toEqual({ action: 'none' });
      expect(
        run(deleting('DataPlane', { status }), answering(CONNECTED), 0),
      ).toMatchObject({
        status: {
          conditions: [
            { type: 'Created' },
            { status: 'True', reason: 'DataplaneFinalizing' },
          ],
        },
      });
    });

    it('counts the environments anew without a new time of transition', () => {
      const [created] = accepted('DataPlane').conditions ?? [];
      const finalizing = {
        type: 'Finalizing',
        status: 'False',
        reason: 'DeletionBlocked',
        message:
          'Deletion blocked: dataplane is still referenced by 2 environment(s)',
        lastTransitionTime: EARLIER,
        observedGeneration: 3,
      };
      const status = { conditions: [created, finalizing] };
      expect(
        run(deleting('DataPlane', { status }), answering(CONNECTED), 1),
      ).toEqual({
        action: 'update-status',
        status: {
          conditions: [
            created,
            {
              ...finalizing,
              message:
                'Deletion blocked: dataplane is still referenced by 1 environment(s)',
            },
          ],
        },
      });
    });

    it.each(['ClusterDataPlane', 'WorkflowPlane', 'ObservabilityPlane'])(
      'lets a %s go without a condition, environments or not',
      kind => {
        expect(run(deleting(kind), answering(CONNECTED), 3)).toEqual({
          action: 'remove-finalizer',
        });
      },
    );

    it('cannot let it go while the gateway is down', () => {
      expect(run(deleting('WorkflowPlane'), DOWN)).toMatchObject({
        action: 'retry',
      });
    });

    it('does nothing once its own finalizer is gone', () => {
      expect(
        run(deleting('DataPlane', { finalizers: ['someone/else'] }), DOWN, 1),
      ).toEqual({ action: 'none' });
    });
  });
});
