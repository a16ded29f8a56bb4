import { FakeTiming } from './testUtils/FakeTiming';
import { WorkQueue } from './WorkQueue';

/** A queue whose work ends when the test says so. */
function createQueue(concurrency = 1) {
  const timing = new FakeTiming('2026-11-21T10:00:00Z');
  const started: string[] = [];
  const pending = new Map<
    string,
    { resolve(dueIn?: number): void; reject(error: Error): void }
  >();
  const onFailure = jest.fn();
  const onIdle = jest.fn();
  const queue = new WorkQueue({
    timing,
    concurrency,
    work: key => {
      started.push(key);
      return new Promise((resolve, reject) =>
        pending.set(key, { resolve, reject }),
      );
    },
    onFailure,
    onIdle,
  });
  const end = async (key: string, result?: number | Error) => {
    if (result instanceof Error) {
      pending.get(key)?.reject(result);
    } else {
      pending.get(key)?.resolve(result);
    }
    await new Promise(setImmediate);
  };
  return { timing, queue, started, end, onFailure, onIdle };
}

describe('WorkQueue', () => {
  it('works on as many keys at once as it may, each once', async () => {
    const { queue, started, end, onIdle } = createQueue(2);
    for (const key of ['a', 'b', 'c', 'c']) {
      queue.add(key);
    }
    expect(started).toEqual(['a', 'b']);
    await end('a');
    expect(started).toEqual(['a', 'b', 'c']);
    await end('b');
    expect([queue.idle, onIdle.mock.calls.length]).toEqual([false, 0]);
    await end('c');
    expect([queue.idle, onIdle.mock.calls.length]).toEqual([true, 1]);
  });

  it('works once more on a key that was added meanwhile, never twice at a time', async () => {
    const { queue, started, end } = createQueue(2);
    queue.add('a');
    queue.add('a');
    queue.add('a');
    expect(started).toEqual(['a']);
    await end('a');
    expect(started).toEqual(['a', 'a']);
    await end('a');
    expect(queue.idle).toBe(true);
  });

  it('comes back to a key when it is due, or sooner where it is added', async () => {
    const { queue, timing, started, end } = createQueue();
    queue.add('a');
    await end('a', 60_000);
    timing.advance(59_999);
    expect(started).toHaveLength(1);
    timing.advance(1);
    expect(started).toHaveLength(2);
    await end('a', 60_000);
    timing.advance(30_000);
    queue.add('a');
    await end('a', 60_000);
    timing.advance(30_000);
    expect(started).toHaveLength(3);
  });

  it('tries failures again with growing pauses, and forgets them after a success', async () => {
    const { queue, timing, started, end, onFailure } = createQueue();
    queue.add('a');
    const failure = new Error('refused');
    for (const pause of [500, 1_000, 2_000]) {
      await end('a', failure);
      timing.advance(pause - 1);
      const before = started.length;
      timing.advance(1);
      expect(started).toHaveLength(before + 1);
    }
    expect(onFailure).toHaveBeenCalledWith('a', failure);
    await end('a');
    queue.add('a');
    await end('a', failure);
    timing.advance(500);
    expect(started).toHaveLength(6);
  });

  it('stops after what is being worked on, and starts nothing any more', async () => {
    const { queue, timing, started, end } = createQueue();
    queue.add('a');
    queue.add('b');
    const stopped = queue.stop();
    await end('a', 10);
    await stopped;
    queue.add('c');
    timing.advance(1_000);
    expect(started).toEqual(['a']);
  });
});
