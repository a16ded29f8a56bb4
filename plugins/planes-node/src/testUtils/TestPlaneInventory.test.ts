import type { InventoryChange } from '../inventory/types';
import { TestPlaneInventory } from './TestPlaneInventory';

describe('TestPlaneInventory', () => {
  it('tells of agents and gateways as the real one does', () => {
    const inventory = new TestPlaneInventory();
    const { ref } = inventory.put({
      kind: 'DataPlane',
      metadata: { name: 'eu', namespace: 'acme' },
    });
    const changes: InventoryChange[] = [];
    inventory.subscribe(batch => changes.push(...batch));
    const { revision } = inventory.snapshot();
    const liveness = { asOf: '1', connected: true, connectedAgents: 1 };

    inventory.setGateway({ state: 'live' });
    inventory.setLiveness(ref, liveness);
    inventory.setLiveness(ref, { ...liveness, asOf: '2' });
    expect(changes).toEqual([
      expect.objectContaining({ type: 'gateway' }),
      expect.objectContaining({ type: 'agent', liveness, previous: undefined }),
    ]);
    expect(inventory.livenessOf(ref)?.asOf).toBe('2');
    expect(inventory.snapshot().revision).toBe(revision + 2);
    inventory.setLiveness(ref, undefined);
    expect(inventory.livenessOf(ref)).toBeUndefined();
    expect(inventory.gatewayOf('default').state).toBe('live');
  });
});
