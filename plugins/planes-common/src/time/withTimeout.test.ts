/** @jest-environment node */
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { withTimeout } from './withTimeout';

const SOON_MS = 200;

describe('withTimeout', () => {
  const caller = new AbortController();

  it.each([
    ['alone', undefined],
    ['beside a signal', caller.signal],
  ])(
    'aborts when the time is up, %s, also after garbage was collected',
    async (_, signal) => {
      setFlagsFromString('--expose_gc');
      const collectGarbage: () => void = runInNewContext('gc');
      const either = withTimeout(SOON_MS, signal);
      const aborted = once(either, 'abort');
      // Finalizers run between two turns.
      for (let round = 0; round < 3; round++) {
        collectGarbage();
        await setImmediate();
      }
      await aborted;
      expect(either.reason).toMatchObject({ name: 'TimeoutError' });
    },
  );

  it('aborts with the signal, for its reason', async () => {
    const either = withTimeout(60_000, caller.signal);
    caller.abort(new Error('enough'));
    expect(either.reason).toMatchObject({ message: 'enough' });
  });
});
