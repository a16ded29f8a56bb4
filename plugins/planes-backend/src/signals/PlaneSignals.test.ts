import { mockServices } from '@backstage/backend-test-utils';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { PlaneSignals } from './PlaneSignals';

describe('PlaneSignals', () => {
  let inventory: TestPlaneInventory;
  let published: SignalPayload[];
  let failure: Error | undefined;
  let planeSignals: PlaneSignals;
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    inventory = new TestPlaneInventory();
    published = [];
    failure = undefined;
    planeSignals = new PlaneSignals({
      inventory,
      logger,
      signals: {
        async publish(signal) {
          published.push(signal);
          if (failure) {
            throw failure;
          }
        },
      },
    });
    planeSignals.start();
  });

  afterEach(() => {
    planeSignals.stop();
    jest.useRealTimers();
  });

  function change(planeID: string) {
    inventory.put({
      kind: 'DataPlane',
      metadata: { name: 'eu', namespace: 'acme' },
      spec: { planeID },
    });
  }

  function heartbeat(lastHeartbeatTime: string) {
    inventory.put({
      kind: 'DataPlane',
      metadata: { name: 'eu', namespace: 'acme' },
      status: {
        agentConnection: {
          connected: true,
          connectedAgents: 1,
          lastHeartbeatTime,
        },
      },
    });
  }

  it('signals a change at once, to everybody, and says nothing of what it was', () => {
    change('a');
    expect(published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'planes',
        message: { type: 'changed' },
      },
    ]);
  });

  it('signals further changes together, once a second, and never loses the last one', () => {
    change('a');
    change('b');
    change('c');
    jest.advanceTimersByTime(999);
    expect(published).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(published).toHaveLength(2);
    change('d');
    expect(published).toHaveLength(2);
    jest.advanceTimersByTime(1000);
    expect(published).toHaveLength(3);
    jest.advanceTimersByTime(60_000);
    expect(published).toHaveLength(3);
    change('e');
    expect(published).toHaveLength(4);
  });

  it('does not signal heartbeats', () => {
    heartbeat('2026-11-21T10:00:00Z');
    jest.advanceTimersByTime(1000);
    published = [];
    heartbeat('2026-11-21T10:01:00Z');
    heartbeat('2026-11-21T10:02:00Z');
    jest.advanceTimersByTime(60_000);
    expect(published).toEqual([]);
  });

  it('signals what happens to agents, sources and gateways', () => {
    change('a');
    const { ref } = inventory.snapshot().planes[0];
    const happenings = [
      () =>
        inventory.setLiveness(ref, {
          asOf: '2026-11-21T10:00:00.000Z',
          connected: false,
          connectedAgents: 0,
        }),
      () => inventory.setState('DataPlane', { state: 'stale', error: 'gone' }),
      () => inventory.setGateway({ state: 'unreachable', error: 'gone' }),
      () => inventory.remove(ref),
    ];
    for (const happen of happenings) {
      jest.advanceTimersByTime(1000);
      published = [];
      happen();
      expect(published).toHaveLength(1);
    }
  });

  it('goes on when a signal cannot be published', async () => {
    failure = new Error('no events');
    change('a');
    await Promise.resolve();
    await Promise.resolve();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    failure = undefined;
    jest.advanceTimersByTime(1000);
    change('b');
    expect(published).toHaveLength(2);
  });

  it('stops with nothing left to do', () => {
    change('a');
    change('b');
    planeSignals.stop();
    change('c');
    expect(jest.getTimerCount()).toBe(0);
    expect(published).toHaveLength(1);
  });
});
