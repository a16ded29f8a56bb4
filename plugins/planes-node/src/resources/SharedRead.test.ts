import { setImmediate as settle } from 'node:timers/promises';
import { SharedRead } from './SharedRead';

const { signal } = new AbortController();

function setUp() {
  let now = 0;
  const flights: PromiseWithResolvers<string>[] = [];
  const shared = new SharedRead(
    () => {
      const flight = deferred<string>();
      flights.push(flight);
      return flight.promise;
    },
    () => now,
  );
  const get = () => shared.get(signal);
  return {
    shared,
    flights,
    get,
    pass: (ms: number) => {
      now += ms;
    },
    /** Asks, and has the read that this starts end so. */
    getNew: async (end: (flight: PromiseWithResolvers<string>) => void) => {
      const known = get();
      await settle();
      const flight = flights.at(-1);
      if (flight) {
        end(flight);
      }
      return known;
    },
  };
}

interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
}

function deferred<T>(): PromiseWithResolvers<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((resolveWith, rejectWith) => {
    resolve = resolveWith;
    reject = rejectWith;
  });
  return { promise, resolve, reject };
}

describe('SharedRead', () => {
  it('reads once for all who ask at the same time, and again when it is old', async () => {
    const { flights, get, getNew, pass } = setUp();
    const asked = [get(), get(), get()];
    flights[0].resolve('a');
    const expected = { value: 'a', readAt: 0 };
    expect(await Promise.all(asked)).toEqual([expected, expected, expected]);
    pass(29_999);
    expect(await get()).toEqual(expected);
    expect(flights).toHaveLength(1);
    pass(1);
    expect(await getNew(flight => flight.resolve('b'))).toEqual({
      value: 'b',
      readAt: 30_000,
    });
    expect(flights).toHaveLength(2);
  });

  it('keeps what is known when reading fails, and tries again after 5 s', async () => {
    const { flights, get, getNew, pass } = setUp();
    const first = new Error('first');
    expect(await getNew(flight => flight.reject(first))).toEqual({
      error: first,
    });
    pass(5_000);
    await getNew(flight => flight.resolve('a'));
    pass(30_000);
    const failed = await getNew(flight => flight.reject(new Error('away')));
    expect(failed).toEqual({
      value: 'a',
      readAt: 5_000,
      error: new Error('away'),
    });
    pass(4_999);
    expect(await get()).toBe(failed);
    pass(1);
    expect(await getNew(flight => flight.resolve('b'))).toEqual({
      value: 'b',
      readAt: 40_000,
    });
    expect(flights).toHaveLength(4);
  });

  it('lets one who cancels go, and goes on for the others', async () => {
    const { shared, flights, get } = setUp();
    const abort = new AbortController();
    const impatient = shared.get(abort.signal);
    const patient = get();
    abort.abort(new Error('gone'));
    await expect(impatient).rejects.toThrow('gone');
    await expect(shared.get(abort.signal)).rejects.toThrow('gone');
    flights[0].resolve('a');
    expect(await patient).toEqual({ value: 'a', readAt: 0 });
    expect(flights).toHaveLength(1);
  });

  it('ends what is under way when it is closed', async () => {
    const shared = new SharedRead(
      reading =>
        new Promise((_, reject) => {
          reading.addEventListener('abort', () => reject(reading.reason));
        }),
    );
    const known = shared.get(signal);
    shared.close();
    expect(await known).toEqual({ error: expect.anything() });
  });
});
