import { mockServices } from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { readPlanesConfig } from '@openchoreo-planes/backstage-plugin-planes-node';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { PlaneDocumentDecorator } from './PlaneDocumentDecorator';

const config = readPlanesConfig(mockServices.rootConfig());

function catalogDocument(resourceRef: string, text: string) {
  return {
    title: 'EU West production',
    text,
    location: '/catalog',
    authorization: { resourceRef },
  };
}

async function decorate(...documents: ReturnType<typeof catalogDocument>[]) {
  const inventory = new TestPlaneInventory();
  inventory.put({
    kind: 'DataPlane',
    metadata: { name: 'eu-west-prod', namespace: 'acme' },
    spec: { planeID: 'eu-west-1' },
  });
  inventory.put({
    kind: 'ClusterBuildPlane',
    metadata: { name: 'builds' },
    spec: { planeID: 'shared-builder' },
  });
  const pipeline = TestPipeline.fromDecorator(
    new PlaneDocumentDecorator(inventory, config),
  ).withDocuments(documents);
  return (await pipeline.execute()).documents;
}

describe('PlaneDocumentDecorator', () => {
  it('adds planeID, kind, namespace and name to the documents of planes, and keeps their text', async () => {
    const [data, build] = await decorate(
      catalogDocument('resource:acme/data-plane-eu-west-prod', 'Serves Europe'),
      catalogDocument('resource:default/cluster-build-plane-builds', ''),
    );
    expect(data).toMatchObject({
      title: 'EU West production',
      text: 'Serves Europe. Data plane eu-west-prod in namespace acme, planeID eu-west-1, kind DataPlane, control plane default.',
    });
    expect(build.text).toBe(
      'Build plane builds in cluster scope, planeID shared-builder, kind ClusterBuildPlane, control plane default.',
    );
  });

  it('leaves every other document alone', async () => {
    const other = catalogDocument('component:default/shop', 'A shop');
    await expect(decorate(other)).resolves.toEqual([other]);
  });
});
