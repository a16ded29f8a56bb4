import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  starredEntitiesApiRef,
  MockStarredEntitiesApi,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  FakePlanesApi,
  planeEntityFixture,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  kindsFixture,
  v12ControlPlane,
} from './components/RegisterPage/__testUtils__/kinds';
import planesPlugin from './index';

const CARDS = [
  'findings',
  'dependents',
  'related-planes',
  'conditions',
  'facts',
  'connection-test',
  'agent-ca',
  'plane-cluster',
  'state',
] as const;

const HEADINGS = [
  'Findings',
  'Depends on this plane',
  'Related planes',
  'Conditions',
  'Details',
  'Connection test',
  'Agent CA',
];

describe('planesPlugin', () => {
  it('shows its cards on the page of a plane', async () => {
    const api = new FakePlanesApi(planeViewFixture());
    const getPlane = jest.spyOn(api, 'getPlane');
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: planeEntityFixture() }),
        ...CARDS.map(name =>
          planesPlugin.getExtension(`entity-card:planes/${name}`),
        ),
      ],
      apis: [[planesApiRef, api]],
    });
    for (const name of HEADINGS) {
      expect(await screen.findByRole('heading', { name })).toBeVisible();
    }
    expect(
      screen.queryByRole('heading', { name: /share these agents/ }),
    ).not.toBeInTheDocument();
    expect(getPlane).toHaveBeenCalledTimes(1);
  });

  it('shows nothing on the page of another resource', async () => {
    const entity = planeEntityFixture();
    entity.spec = { type: 'database', owner: 'group:default/x' };
    const api = new FakePlanesApi(planeViewFixture());
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        ...CARDS.map(name =>
          planesPlugin.getExtension(`entity-card:planes/${name}`),
        ),
      ],
      apis: [[planesApiRef, api]],
    });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(api.requests).toBe(0);
  });

  it('heads the entity page of the catalog with the state, and has a tab for its history', async () => {
    const user = userEvent.setup();
    const entity = planeEntityFixture();
    const api = new FakePlanesApi(
      planeViewFixture({
        state: { state: 'stale', reason: 'Silent.', source: 'resource' },
      }),
    );
    renderTestApp({
      features: [catalogPlugin, planesPlugin],
      apis: [
        [planesApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ],
      initialRouteEntries: ['/catalog/acme/resource/data-plane-eu-west'],
    });
    expect(await screen.findByText('Silent.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'eu-west' })).toBeVisible();
    // In the head and on the card.
    expect(screen.getAllByText('Stale')).toHaveLength(2);
    expect(screen.getByText('acme / eu-west')).toBeVisible();

    await user.click(screen.getByRole('link', { name: 'History' }));
    expect(
      await screen.findByRole('heading', { name: 'History' }),
    ).toBeVisible();
    expect(screen.queryByText('Silent.')).not.toBeInTheDocument();
  });

  it.each([
    ['/planes', 'Planes'],
    ['/planes/register', 'Register a plane'],
    [`/planes/edit/${planeViewFixture().plane.uid}`, 'Edit eu-west'],
    ['/planes/elsewhere', 'Looks like someone dropped the mic!'],
    ['/planes/edit', 'Looks like someone dropped the mic!'],
  ])('has a page at %s', async (path, heading) => {
    const view = planeViewFixture();
    const { ref, uid } = view.plane;
    const api = new FakePlanesApi(view);
    api.kinds = kindsFixture(v12ControlPlane());
    api.registrations.set(uid, {
      ref,
      registration: { ...ref },
      resourceVersion: '1',
    });
    renderTestApp({
      features: [catalogPlugin, planesPlugin],
      apis: [
        [planesApiRef, api],
        [catalogApiRef, catalogApiMock()],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ],
      initialRouteEntries: [path],
    });
    // A page is hidden once more while a part of it is loaded.
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: heading })).toBeVisible(),
    );
  });

  it('leads from the page of a plane to the form that changes it', async () => {
    const user = userEvent.setup();
    const entity = planeEntityFixture();
    const view = planeViewFixture();
    const api = new FakePlanesApi(view);
    renderTestApp({
      features: [catalogPlugin, planesPlugin],
      apis: [
        [planesApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ],
      initialRouteEntries: ['/catalog/acme/resource/data-plane-eu-west'],
    });
    await screen.findByRole('button', { name: 'Test connection' });
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    expect(
      await screen.findByRole('menuitem', { name: 'Edit' }),
    ).toHaveAttribute('href', `/planes/edit/${view.plane.uid}`);
  });
});
