import { screen } from '@testing-library/react';
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
} from './legacy';
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
});
