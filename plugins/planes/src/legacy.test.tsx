import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { screen, waitFor } from '@testing-library/react';
import {
  FakePlanesApi,
  planeEntityFixture,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import {
  EntityPlaneConnectionTestCard,
  EntityPlaneDependentsCard,
  EntityPlaneHistoryContent,
  EntityPlaneStateCard,
  isPlaneAvailable,
  isPlaneClusterAvailable,
  PlanesPage,
  planesPlugin,
} from './legacy';
import { Route, Routes } from 'react-router-dom';
import { renderOnEntityPage } from './__testUtils__/renderOnEntityPage';

describe('legacy', () => {
  it('has the same cards as component extensions', async () => {
    const api = new FakePlanesApi(planeViewFixture());
    await renderOnEntityPage(<EntityPlaneStateCard />, { api });
    expect(await screen.findByText('1 agent connected')).toBeVisible();
  });

  it.each([
    ['Connection test', <EntityPlaneConnectionTestCard key="test" />],
    ['Depends on this plane', <EntityPlaneDependentsCard key="dependents" />],
    ['History', <EntityPlaneHistoryContent key="history" />],
  ])('has "%s"', async (name, card) => {
    const api = new FakePlanesApi(planeViewFixture());
    await renderOnEntityPage(card, { api });
    expect(await screen.findByRole('heading', { name })).toBeVisible();
  });

  it('tells planes and their clusters from other entities', () => {
    const plane = planeEntityFixture();
    const cluster = { ...plane, spec: { type: 'plane-cluster' } };
    const component = { ...plane, kind: 'Component' };
    expect([plane, cluster, component].map(isPlaneAvailable)).toEqual([
      true,
      false,
      false,
    ]);
    expect([plane, cluster, component].map(isPlaneClusterAvailable)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['/planes', 'Planes'],
    ['/planes/register', 'Register a plane'],
    ['/planes/edit/1', 'Edit plane'],
    ['/planes/elsewhere', 'Looks like someone dropped the mic!'],
  ])('has a page at %s', async (path, heading) => {
    await renderInTestApp(
      <Routes>
        <Route path="/planes/*" element={<PlanesPage />} />
      </Routes>,
      {
        apis: [[planesApiRef, new FakePlanesApi()]],
        mountedRoutes: {
          '/planes': planesPlugin.routes.root,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: [path],
      },
    );
    // A page is hidden once more while a part of it is loaded.
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: heading })).toBeVisible(),
    );
  });

  it('has a target for every way out, which an app may bind to others', () => {
    const { routes, externalRoutes } = planesPlugin;
    expect(Object.keys(routes)).toEqual(['root', 'register', 'edit']);
    expect(
      Object.entries(externalRoutes).map(([name, ref]) => [
        name,
        ref.optional,
        'getDefaultTarget' in ref &&
          typeof ref.getDefaultTarget === 'function' &&
          ref.getDefaultTarget(),
      ]),
    ).toEqual([
      ['fleetPage', true, 'planes.root'],
      ['registerPlane', true, 'planes.register'],
      ['editPlane', true, 'planes.edit'],
    ]);
  });
});
