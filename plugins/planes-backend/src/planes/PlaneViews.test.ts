import { planeViewSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { eu, observability, us } from '../__testUtils__/manifests';
import { CurrentFleet } from './CurrentFleet';
import { PlaneLinks } from './PlaneLinks';
import { PlaneViews } from './PlaneViews';

const NOW = new Date('2026-11-21T12:00:00Z');

describe('PlaneViews', () => {
  const inventory = new TestPlaneInventory();
  const clusters = new Map<string, string[]>();
  const views = new PlaneViews({
    inventory,
    fleet: new CurrentFleet(inventory),
    links: new PlaneLinks({ clusterScopedNamespace: 'default' }),
    clusters: { colocatedWith: uid => clusters.get(uid) ?? [] },
    config: { staleAfterMs: 300_000 },
  });

  beforeEach(() => {
    clusters.clear();
    inventory.listAll([eu, us, observability]);
  });

  function view(uid: string, hidden: readonly string[] = []) {
    const plane = inventory.getByUid(uid);
    const found =
      plane &&
      views.view(plane, {
        now: NOW,
        isVisible: other => !hidden.includes(other.uid),
      });
    return planeViewSchema.parse(found);
  }

  it('names the planes that tests saw in the same cluster, but for those that share the agents anyway', () => {
    clusters.set('eu-uid', ['us-uid', 'obs-uid', 'deleted-uid']);
    const { colocatedWith, sharedWith } = view('eu-uid');
    expect(colocatedWith.map(({ title }) => title)).toEqual(['default']);
    expect(sharedWith.map(({ title }) => title)).toEqual(['us']);
  });

  it('names none that the caller may not see', () => {
    clusters.set('eu-uid', ['obs-uid']);
    const { colocatedWith, sharedWith } = view('eu-uid', ['obs-uid', 'us-uid']);
    expect(colocatedWith).toEqual([]);
    expect(sharedWith).toEqual([]);
  });

  it('has nothing to say of a plane that is gone', () => {
    const [plane] = inventory.snapshot().planes;
    inventory.remove(plane.ref);
    expect(
      views.view(plane, { now: NOW, isVisible: () => true }),
    ).toBeUndefined();
  });
});
