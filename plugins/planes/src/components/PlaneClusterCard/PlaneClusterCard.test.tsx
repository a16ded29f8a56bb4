import { Entity } from '@backstage/catalog-model';
import {
  FakePlanesApi,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { PlaneClusterCard } from './PlaneClusterCard';

const member = planeViewFixture({
  title: 'EU West',
  state: { state: 'stale', reason: 'No heartbeat.', source: 'resource' },
});
const stranger = planeViewFixture({
  title: 'US East',
  plane: {
    uid: 'other',
    ref: { ...member.plane.ref, name: 'us-east' },
    planeID: member.plane.planeID,
  },
});

function cluster(...members: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'plane-cluster-dataplane-eu-west',
      annotations: {
        'openchoreo.dev/plane-id': 'eu-west',
        'openchoreo.dev/control-plane': 'default',
      },
    },
    spec: { type: 'plane-cluster' },
    relations: members.map(targetRef => ({ type: 'dependencyOf', targetRef })),
  };
}

describe('PlaneClusterCard', () => {
  it('shows the planes that share the agents, with their states', async () => {
    await renderOnEntityPage(<PlaneClusterCard />, {
      api: new FakePlanesApi(member, stranger),
      entity: cluster(member.entityRef),
    });
    const item = await screen.findByRole('listitem');
    expect(item).toHaveTextContent(
      'EU West DataPlane acme/eu-westStaleNo heartbeat.',
    );
    expect(screen.getByRole('link', { name: 'EU West' })).toBeVisible();
  });

  it('says so where no plane is left, and where planes may not be seen', async () => {
    const api = new FakePlanesApi(member);
    const { unmount } = await renderOnEntityPage(<PlaneClusterCard />, {
      api,
      entity: cluster(),
    });
    expect(await screen.findByText(/No plane uses these agents/)).toBeVisible();
    unmount();

    const forbidden = new FakePlanesApi();
    forbidden.error = await responseError(403, 'NotAllowedError', 'No');
    await renderOnEntityPage(<PlaneClusterCard />, {
      api: forbidden,
      entity: cluster(member.entityRef),
    });
    expect(await screen.findByText('openchoreo.plane.read')).toBeVisible();
  });
});
