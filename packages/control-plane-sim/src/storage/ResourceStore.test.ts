import { ApiObject } from '../objects/ApiObject';
import { ResourceStore, storeKey } from './ResourceStore';
import { Revisions } from './Revisions';

function object(name: string, value = 0): ApiObject {
  return {
    apiVersion: 'v1',
    kind: 'Any',
    metadata: { name, uid: name, creationTimestamp: '2026-01-01T00:00:00Z' },
    value,
  };
}

function put(store: ResourceStore, name: string, value?: number): ApiObject {
  return store.put(storeKey(undefined, name), object(name, value));
}

function contents(snapshot: ReturnType<ResourceStore['at']>): string[] {
  return (snapshot?.entries ?? []).map(
    entry => `${entry.key}=${entry.object.value}`,
  );
}

describe('ResourceStore', () => {
  it('keeps objects in the order of their keys, one revision a change', () => {
    const store = new ResourceStore(new Revisions(10), 100);
    expect(put(store, 'b').metadata.resourceVersion).toBe('11');
    put(store, 'c');
    put(store, 'a');
    put(store, 'b', 1);
    store.remove('/c');
    expect(store.remove('/c')).toBeUndefined();
    expect(store.revision).toBe(15);
    expect(contents(store.latest())).toEqual(['/a=0', '/b=1']);
    expect(store.get('/b')).toMatchObject({ value: 1 });
    expect(store.get('/c')).toBeUndefined();
  });

  it('shows every state that it remembers, whatever has happened since', () => {
    const store = new ResourceStore(new Revisions(0), 100);
    const states: string[][] = [contents(store.latest())];
    put(store, 'a');
    states.push(contents(store.latest()));
    put(store, 'b');
    states.push(contents(store.latest()));
    put(store, 'a', 1);
    states.push(contents(store.latest()));
    store.remove('/b');
    states.push(contents(store.latest()));
    expect(states.map((_, revision) => contents(store.at(revision)))).toEqual(
      states,
    );
    expect(store.at(store.revision + 1)).toBeUndefined();
  });

  it('shares the counter of revisions with other resources', () => {
    const revisions = new Revisions(0);
    const store = new ResourceStore(revisions, 100);
    const other = new ResourceStore(revisions, 100);
    put(store, 'a');
    put(other, 'b');
    expect(contents(store.at(2))).toEqual(['/a=0']);
    expect(store.eventsSince(1)).toEqual([]);
    expect(other.eventsSince(0)).toMatchObject([
      { type: 'ADDED', revision: 2 },
    ]);
  });

  it('tells what has changed since a revision, with what was before', () => {
    const store = new ResourceStore(new Revisions(0), 100);
    put(store, 'a');
    put(store, 'a', 1);
    store.remove('/a');
    expect(store.eventsSince(1)).toMatchObject([
      {
        type: 'MODIFIED',
        revision: 2,
        object: { value: 1 },
        previous: { value: 0 },
      },
      {
        type: 'DELETED',
        revision: 3,
        object: { value: 1, metadata: { resourceVersion: '3' } },
      },
    ]);
  });

  it('forgets the oldest changes beyond its limit, and all of them when compacted', () => {
    const revisions = new Revisions(0);
    const store = new ResourceStore(revisions, 3);
    for (let value = 1; value <= 6; value += 1) {
      put(store, 'a', value);
    }
    expect(store.oldestRevision).toBe(3);
    expect(store.eventsSince(2)).toBeUndefined();
    expect(store.at(2)).toBeUndefined();
    expect(store.eventsSince(3)).toHaveLength(3);
    expect(contents(store.at(4))).toEqual(['/a=4']);
    revisions.next();
    store.compact();
    expect(store.at(4)).toBeUndefined();
    expect(store.eventsSince(6)).toBeUndefined();
    expect(store.eventsSince(7)).toEqual([]);
    expect(contents(store.at(7))).toEqual(['/a=6']);
  });
});
