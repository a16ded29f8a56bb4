import { setPageVisibility } from '../testing/visibility';
import { PollingStore } from './PollingStore';
import { StoreCache } from './StoreCache';

const INTERVAL_MS = 10_000;

function createStore(load: (signal: AbortSignal) => Promise<string>) {
  return new PollingStore({ load, intervalMs: () => INTERVAL_MS });
}

describe('PollingStore', () => {
  const subscriptions: (() => void)[] = [];

  function listen(
    store: PollingStore<string>,
    listener: () => void = jest.fn(),
  ) {
    const unsubscribe = store.subscribe(listener);
    subscriptions.push(unsubscribe);
    return unsubscribe;
  }

  beforeEach(() => {
    jest.useFakeTimers();
    setPageVisibility('visible');
  });

  afterEach(() => {
    subscriptions.splice(0).forEach(unsubscribe => unsubscribe());
    setPageVisibility('visible');
    jest.useRealTimers();
  });

  it('asks at once and then periodically, once for all listeners', async () => {
    let answers = 0;
    const load = jest.fn(async () => `answer ${++answers}`);
    const store = createStore(load);
    const listeners = [jest.fn(), jest.fn()];
    listeners.forEach(listener => listen(store, listener));
    expect(store.getSnapshot()).toEqual({});

    await jest.advanceTimersByTimeAsync(0);
    expect(load).toHaveBeenCalledTimes(1);
    expect(store.getSnapshot()).toEqual({
      value: 'answer 1',
      updatedAt: Date.now(),
    });

    await jest.advanceTimersByTimeAsync(INTERVAL_MS - 1);
    expect(load).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(store.getSnapshot().value).toBe('answer 2');
    listeners.forEach(listener => expect(listener).toHaveBeenCalledTimes(2));
  });

  it('waits for as long as the portal says that holds it back', async () => {
    const cause = Object.assign(new Error('too many'), {
      name: 'TooManyRequestsError',
      retryAfter: 42,
    });
    const refused = Object.assign(new Error('429'), {
      name: 'ResponseError',
      cause,
    });
    const load = jest.fn(async () => 'answer');
    load.mockRejectedValueOnce(refused);
    const store = createStore(load);
    listen(store);
    await jest.advanceTimersByTimeAsync(41_999);
    expect(load).toHaveBeenCalledTimes(1);
    expect(store.getSnapshot().error).toBe(refused);
    await jest.advanceTimersByTimeAsync(1);
    expect(store.getSnapshot().value).toBe('answer');
  });

  it('asks how long to wait with what it knows by then', async () => {
    const load = jest.fn(async () => 'answer');
    const store = new PollingStore({
      load,
      intervalMs: ({ value, error }) => (value && !error ? 1_000 : 5_000),
    });
    load.mockRejectedValueOnce(new Error('down'));
    listen(store);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(load).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('keeps the last answer and its time while requests fail', async () => {
    let failing = false;
    const store = createStore(async () => {
      if (failing) {
        throw new Error('down');
      }
      return 'answer';
    });
    listen(store);
    await jest.advanceTimersByTimeAsync(0);
    const answeredAt = Date.now();

    failing = true;
    await jest.advanceTimersByTimeAsync(2 * INTERVAL_MS);
    expect(store.getSnapshot()).toEqual({
      value: 'answer',
      updatedAt: answeredAt,
      error: new Error('down'),
    });

    failing = false;
    await jest.advanceTimersByTimeAsync(INTERVAL_MS);
    expect(store.getSnapshot()).toEqual({
      value: 'answer',
      updatedAt: Date.now(),
    });
  });

  it('does not ask while the page is hidden, and catches up when it is shown', async () => {
    const load = jest.fn(async () => 'answer');
    const store = createStore(load);
    listen(store);
    await jest.advanceTimersByTimeAsync(0);

    setPageVisibility('hidden');
    await jest.advanceTimersByTimeAsync(10 * INTERVAL_MS);
    expect(load).toHaveBeenCalledTimes(1);

    setPageVisibility('visible');
    await jest.advanceTimersByTimeAsync(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('waits for the rest of the interval when the page was hidden only shortly', async () => {
    const load = jest.fn(async () => 'answer');
    const store = createStore(load);
    listen(store);
    await jest.advanceTimersByTimeAsync(0);

    setPageVisibility('hidden');
    await jest.advanceTimersByTimeAsync(INTERVAL_MS / 2);
    setPageVisibility('visible');
    await jest.advanceTimersByTimeAsync(INTERVAL_MS / 2 - 1);
    expect(load).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('stops with its last listener and cancels what is under way', async () => {
    const signals: AbortSignal[] = [];
    const store = createStore(async signal => {
      signals.push(signal);
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      return 'never';
    });
    const listener = jest.fn();
    const unsubscribe = listen(store, listener);
    await jest.advanceTimersByTimeAsync(0);

    unsubscribe();
    await jest.advanceTimersByTimeAsync(3 * INTERVAL_MS);
    expect(signals).toHaveLength(1);
    expect(signals[0].aborted).toBe(true);
    expect(store.idle).toBe(true);
    expect(store.getSnapshot()).toEqual({});
    expect(listener).not.toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);

    listen(store, listener);
    await jest.advanceTimersByTimeAsync(0);
    expect(signals).toHaveLength(2);
  });

  it('asks at once on request, never twice at a time, and again where the request came meanwhile', async () => {
    const answers: ((value: string) => void)[] = [];
    const store = createStore(
      () => new Promise(resolve => answers.push(resolve)),
    );
    listen(store);
    await jest.advanceTimersByTimeAsync(0);
    store.refresh();
    store.refresh();
    await jest.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(1);

    // That answer may be of the time before the request.
    answers[0]('old');
    await jest.advanceTimersByTimeAsync(1);
    expect(store.getSnapshot().value).toBe('old');
    expect(answers).toHaveLength(2);

    answers[1]('new');
    await jest.advanceTimersByTimeAsync(INTERVAL_MS - 1);
    expect(answers).toHaveLength(2);
    store.refresh();
    await jest.advanceTimersByTimeAsync(0);
    expect(answers).toHaveLength(3);
  });

  it('waits as long as the interval is at the time of the answer', async () => {
    let intervalMs = 1_000;
    const load = jest.fn(async () => 'answer');
    const store = new PollingStore({ load, intervalMs: () => intervalMs });
    subscriptions.push(store.subscribe(() => undefined));
    await jest.advanceTimersByTimeAsync(0);
    intervalMs = 5_000;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(load).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(3);
  });
});

describe('StoreCache', () => {
  it('keeps as many stores as it may, and those that somebody listens to', () => {
    const cache = new StoreCache<string>({ maxStores: 2 });
    const create = () => createStore(async () => 'answer');
    const unsubscribe = cache.get('a', create).subscribe(jest.fn());
    const [a, b] = ['a', 'b'].map(key => cache.get(key, create));
    const c = cache.get('c', create);
    expect(cache.get('a', create)).toBe(a);
    expect(cache.get('c', create)).toBe(c);
    expect(cache.get('b', create)).not.toBe(b);
    unsubscribe();
  });
});
