import {
  KubernetesApiError,
  SilentWatchError,
  UnexpectedAnswerError,
} from './errors';
import type { KubernetesApi } from './KubernetesApi';
import { listWatch } from './listWatch';

const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const unavailable = () => new KubernetesApiError(503, undefined, 'overloaded');
const expired = {
  type: 'ERROR',
  object: { kind: 'Status', code: 410, reason: 'Expired', message: 'too old' },
};

type Step =
  | { list: string[] | Error; version?: string }
  | {
      /** What the watch yields; an Error ends it with that error. */
      watch: unknown[] | Error;
      /** How long it lives, in milliseconds. */
      lasts?: number;
    };

const added = (name: string, version: string) => ({
  type: 'ADDED',
  object: { metadata: { name, resourceVersion: version } },
});
const bookmark = (version: string) => ({
  type: 'BOOKMARK',
  object: { metadata: { resourceVersion: version } },
});

/** Runs list+watch against a scripted API until the script ends; time is the script's. */
async function play(steps: Step[]) {
  const abort = new AbortController();
  const log: string[] = [];
  const sleeps: number[] = [];
  const script = [...steps];
  let time = 0;
  const next = (kind: 'list' | 'watch'): Step => {
    const step = script[0];
    if (!step) {
      abort.abort();
      throw new Error('the script has ended');
    }
    if (!(kind in step)) {
      throw new Error(`unexpected ${kind}`);
    }
    script.shift();
    return step;
  };
  const api: KubernetesApi = {
    async getJson() {
      const step = next('list');
      log.push('list');
      if (!('list' in step) || step.list instanceof Error) {
        throw 'list' in step ? step.list : new Error();
      }
      return {
        kind: 'List',
        metadata: { resourceVersion: step.version ?? '1' },
        items: step.list.map(name => ({ metadata: { name } })),
      };
    },
    async *watch(path, { onOpen }) {
      const step = next('watch');
      const version = new URL(path, 'http://x').searchParams.get(
        'resourceVersion',
      );
      log.push(`watch from ${version}`);
      if (!('watch' in step) || step.watch instanceof Error) {
        throw 'watch' in step ? step.watch : new Error();
      }
      onOpen?.();
      time += step.lasts ?? 0;
      for (const event of step.watch) {
        if (event instanceof Error) {
          throw event;
        }
        yield event;
      }
    },
  };
  await listWatch<string>({
    api,
    path: '/planes',
    signal: abort.signal,
    handler: {
      read: object =>
        (object as { metadata?: { name?: string } } | undefined)?.metadata
          ?.name ?? '?',
      onList: items => log.push(`listed ${items.join(',')}`),
      onEvent: (type, name) => log.push(`${type} ${name}`),
      onContact: () => {},
      onFailure: error =>
        log.push(`failed: ${error instanceof Error ? error.message : error}`),
    },
    runtime: {
      now: () => time,
      random: () => 0.999,
      async sleep(ms) {
        sleeps.push(Math.round(ms));
        time += ms;
      },
    },
  });
  return { log, sleeps };
}

describe('listWatch', () => {
  it('resumes a watch that the server ended from the last bookmark, without listing again', async () => {
    const { log } = await play([
      { list: ['a'], version: '5' },
      { watch: [added('b', '6'), bookmark('9')], lasts: 300_000 },
      { watch: [added('c', '10')], lasts: 300_000 },
    ]);
    expect(log).toEqual([
      'list',
      'listed a',
      'watch from 5',
      'ADDED b',
      'watch from 9',
      'ADDED c',
    ]);
  });

  it.each([
    ['as an ERROR event (HTTP 200)', [expired]],
    ['as a status', new KubernetesApiError(410, 'Expired', 'too old')],
  ])(
    'lists again when the version has expired, %s, and calls it no failure',
    async (_, watch) => {
      const { log } = await play([
        { list: ['a'], version: '5' },
        { watch },
        { list: ['b'], version: '50' },
        { watch: [bookmark('51')] },
      ]);
      expect(log).toEqual([
        'list',
        'listed a',
        'watch from 5',
        'list',
        'listed b',
        'watch from 50',
      ]);
    },
  );

  it('lists again after silence: the API server may have been restored to a past that our version is ahead of', async () => {
    const { log } = await play([
      { list: ['a'], version: '99999' },
      { watch: [new SilentWatchError('nothing arrived')], lasts: 150_000 },
      { list: ['b'], version: '12' },
      { watch: [] },
    ]);
    expect(log).toEqual([
      'list',
      'listed a',
      'watch from 99999',
      'list',
      'listed b',
      'watch from 12',
    ]);
  });

  it('lists again when the stream was garbled', async () => {
    const { log } = await play([
      { list: ['a'] },
      { watch: [new UnexpectedAnswerError('not JSON')], lasts: 60_000 },
      { list: ['a', 'b'] },
    ]);
    expect(log).toEqual([
      'list',
      'listed a',
      'watch from 1',
      'list',
      'listed a,b',
    ]);
  });

  it('lists again when a watch was accepted and broke before it brought anything', async () => {
    const { log } = await play([
      { list: ['a'], version: '5' },
      { watch: [refused] },
      { list: unavailable() },
    ]);
    expect(log).toEqual([
      'list',
      'listed a',
      'watch from 5',
      'list',
      'failed: overloaded',
    ]);
  });

  it('hands an object without metadata on and goes on watching', async () => {
    const { log } = await play([
      { list: [], version: '5' },
      { watch: [{ type: 'ADDED', object: 'nonsense' }, added('b', '6')] },
      { watch: [] },
    ]);
    expect(log).toEqual([
      'list',
      'listed ',
      'watch from 5',
      'ADDED ?',
      'ADDED b',
      'watch from 6',
    ]);
  });

  it('reports a failure only when the API server accepted nothing', async () => {
    const { log } = await play([
      { list: ['a'] },
      { watch: [refused], lasts: 60_000 },
      { watch: refused },
      { watch: unavailable() },
      { watch: [added('b', '2')] },
    ]);
    expect(log).toEqual([
      'list',
      'listed a',
      'watch from 1',
      'watch from 1',
      'failed: connect',
      'watch from 1',
      'failed: overloaded',
      'watch from 1',
      'ADDED b',
    ]);
  });

  it('backs off while the API server is down, up to a bound', async () => {
    const { sleeps } = await play(
      Array.from({ length: 10 }, () => ({ list: refused })),
    );
    expect(sleeps.slice(0, 7)).toEqual(
      [250, 500, 1000, 2000, 4000, 8000, 10000].map(ms =>
        expect.closeTo(ms, -2),
      ),
    );
    expect(Math.max(...sleeps)).toBeLessThanOrEqual(10_000);
  });

  it('backs off from a server that accepts every watch and closes it at once', async () => {
    const { sleeps } = await play([
      { list: ['a'] },
      ...Array.from({ length: 8 }, (_, i) => ({
        watch: [added('b', `${i + 2}`)],
      })),
    ]);
    expect(sleeps.at(-1)).toBeGreaterThan(5_000);
  });

  it('begins anew with short pauses after a connection that lasted', async () => {
    const { sleeps } = await play([
      ...Array.from({ length: 6 }, () => ({ list: refused })),
      { list: ['a'] },
      { watch: [], lasts: 300_000 },
      { watch: [], lasts: 300_000 },
    ]);
    expect(sleeps.slice(-2).every(ms => ms <= 250)).toBe(true);
  });

  it('asks seldom for what is not served', async () => {
    const { log, sleeps } = await play([
      { list: new KubernetesApiError(404, undefined, '404 page not found') },
      { list: ['a'] },
      { watch: [] },
    ]);
    expect(sleeps[0]).toBe(30_000);
    expect(log).toContain('listed a');
  });
});
