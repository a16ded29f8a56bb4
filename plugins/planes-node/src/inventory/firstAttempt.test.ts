import { PLANE_KINDS } from '@openchoreo-planes/backstage-plugin-planes-common';
import { TestPlaneInventory } from '../testUtils/TestPlaneInventory';
import { firstAttempt } from './firstAttempt';

describe('firstAttempt', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function begin(inventory: TestPlaneInventory) {
    let isOver = false;
    firstAttempt(inventory, { timeoutMs: 5_000 }).then(() => {
      isOver = true;
    });
    await jest.advanceTimersByTimeAsync(0);
    return async (ms = 0) => {
      await jest.advanceTimersByTimeAsync(ms);
      return isOver;
    };
  }

  it('is over when every source was read or failed to be', async () => {
    const inventory = new TestPlaneInventory();
    const isOver = await begin(inventory);
    const [last, ...others] = PLANE_KINDS;
    for (const { kind } of others) {
      inventory.list(kind, []);
    }
    expect(await isOver()).toBe(false);
    inventory.setState(last.kind, { state: 'syncing', error: 'It is down' });
    expect(await isOver()).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is over after a while, whatever is not known by then', async () => {
    const isOver = await begin(new TestPlaneInventory());
    expect(await isOver(4_999)).toBe(false);
    expect(await isOver(1)).toBe(true);
  });
});
