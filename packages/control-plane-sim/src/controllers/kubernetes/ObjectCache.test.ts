import { once, EventEmitter } from 'node:events';
import { JsonObject } from '../../objects/json';
import { ApiClient, WatchEvent } from './ApiClient';
import { ApiError } from './ApiError';
import { ObjectCache } from './ObjectCache';

function object(name: string, resourceVersion: string): JsonObject {
  return { metadata: { namespace: 'acme', name, resourceVersion } };
}

/** A client that answers from two scripts: what to list, and what each watch brings. */
function scripted(
  lists: (ApiError | [resourceVersion: string, ...items: JsonObject[]])[],
  watches: (WatchEvent[] | Error)[],
) {
  const watchedFrom: string[] = [];
  const exhausted = new EventEmitter();
  const client: Pick<ApiClient, 'list' | 'watch'> = {
    async list() {
      const next = lists.shift();
      if (!next || next instanceof Error) {
        throw next ?? new Error('unexpected list');
      }
      const [resourceVersion, ...items] = next;
      return { items, resourceVersion };
    },
    async *watch(_path, resourceVersion, signal) {
      watchedFrom.push(resourceVersion);
      const next = watches.shift();
      if (next instanceof Error) {
        throw next;
      }
      if (next) {
        yield* next;
        return;
      }
      exhausted.emit('exhausted');
      await once(signal, 'abort');
    },
  };
  return { client, watchedFrom, exhausted };
}

describe('ObjectCache', () => {
  async function run(...script: Parameters<typeof scripted>) {
    const { client, watchedFrom, exhausted } = scripted(...script);
    const changes: string[] = [];
    const cache = new ObjectCache({
      client,
      path: '/planes',
      onChange: key =>
        changes.push(`${key} ${cache.get(key) ? 'is there' : 'is gone'}`),
      onSynced: () => changes.push('synced'),
    });
    const stop = new AbortController();
    const atRest = once(exhausted, 'exhausted');
    const running = cache.run(stop.signal);
    await Promise.race([atRest, running]);
    stop.abort();
    await running;
    return { changes, watchedFrom, keys: [...cache.values()].length };
  }

  it('lists, then follows the watch from bookmark to bookmark', async () => {
    const { changes, watchedFrom } = await run(
      [['10', object('a', '5')]],
      [
        [
          { type: 'ADDED', object: object('b', '11') },
          { type: 'DELETED', object: object('a', '12') },
          {
            type: 'BOOKMARK',
            object: { metadata: { resourceVersion: '20' } },
          },
        ],
      ],
    );
    expect(changes).toEqual([
      'acme/a is there',
      'synced',
      'acme/b is there',
      'acme/a is gone',
    ]);
    expect(watchedFrom).toEqual(['10', '20']);
  });

  it('lists again after 410, and tells only what differs', async () => {
    const expired = { kind: 'Status', code: 410, reason: 'Expired' };
    const { changes, watchedFrom } = await run(
      [
        ['10', object('a', '5'), object('b', '6'), object('c', '7')],
        ['30', object('a', '5'), object('c', '29')],
      ],
      [[{ type: 'ERROR', object: expired }]],
    );
    expect(changes.slice(4)).toEqual([
      'acme/b is gone',
      'acme/c is there',
      'synced',
    ]);
    expect(watchedFrom).toEqual(['10', '30']);
  });

  it('goes on where it was after a broken connection', async () => {
    const { changes, watchedFrom, keys } = await run(
      [new ApiError(503, 'ServiceUnavailable', 'later'), ['10']],
      [
        [{ type: 'ADDED', object: object('a', '11') }],
        new Error('socket hang up'),
      ],
    );
    expect(changes).toEqual(['synced', 'acme/a is there']);
    expect(watchedFrom).toEqual(['10', '11', '11']);
    expect(keys).toBe(1);
  });

  it('ends when the plural is not served', async () => {
    const { changes } = await run([new ApiError(404, 'NotFound', 'gone')], []);
    expect(changes).toEqual([]);
  });
});
