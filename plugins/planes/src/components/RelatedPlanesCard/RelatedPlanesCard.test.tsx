import { PlaneLink } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { RelatedPlanesCard } from './RelatedPlanesCard';

function link(index: number): PlaneLink {
  const name = `plane-${index}`;
  return {
    ref: {
      controlPlane: 'default',
      kind: 'DataPlane',
      namespace: 'acme',
      name,
    },
    entityRef: `resource:acme/data-plane-${name}`,
    title: `Plane ${index}`,
  };
}

describe('RelatedPlanesCard', () => {
  it('links the planes that share the agents: the first few, and all on request', async () => {
    const user = userEvent.setup();
    const sharedWith = Array.from({ length: 12 }, (_, index) => link(index));
    const api = new FakePlanesApi(planeViewFixture({ sharedWith }));
    await renderOnEntityPage(<RelatedPlanesCard />, { api });

    expect(
      await screen.findByRole('heading', {
        name: "Share this plane's agents (12)",
      }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Plane 0' })).toHaveAttribute(
      'href',
      '/catalog/acme/resource/data-plane-plane-0',
    );
    expect(screen.getAllByRole('link')).toHaveLength(8);
    await user.click(screen.getByRole('button', { name: 'Show all 12' }));
    expect(screen.getAllByRole('link')).toHaveLength(12);
  });

  it('links the planes in the same cluster', async () => {
    const api = new FakePlanesApi(
      planeViewFixture({ colocatedWith: [link(1)], observes: [link(2)] }),
    );
    await renderOnEntityPage(<RelatedPlanesCard />, { api });
    expect(
      await screen.findByRole('heading', { name: 'In the same cluster (1)' }),
    ).toBeVisible();
    // What it observes depends on it, so another card has that.
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('says so where nothing is related', async () => {
    const api = new FakePlanesApi(planeViewFixture());
    await renderOnEntityPage(<RelatedPlanesCard />, { api });
    expect(await screen.findByText(/No other plane shares/)).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
