import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { mockLayout } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { workflowRunsApiRef } from './api/WorkflowRunsApi';
import {
  EntityLatestRunsCard,
  EntityRunsInProgressCard,
  EntityWorkflowRunsContent,
  isWorkflowPlaneAvailable,
  isWorkflowRunsAvailable,
  WorkflowRunsPage,
  workflowRunsPlugin,
} from './legacy';
import { FakeWorkflowRunsApi } from './testing/FakeWorkflowRunsApi';
import { runViewFixture } from './testing/fixtures';

const WORKFLOW = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'docker',
    annotations: { 'openchoreo.dev/workflow': 'docker' },
  },
};

const PLANE = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'builds',
    annotations: { 'openchoreo.dev/plane-uid': 'uid-of-cluster-builds' },
  },
  spec: { type: 'build-plane' },
};

async function render(element: JSX.Element, path = '/') {
  return renderInTestApp(element, {
    apis: [[workflowRunsApiRef, new FakeWorkflowRunsApi(runViewFixture())]],
    mountedRoutes: {
      '/workflow-runs': workflowRunsPlugin.routes.root,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    initialRouteEntries: [path],
  });
}

describe('legacy', () => {
  beforeEach(() => mockLayout({ width: 1200 }));

  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['Latest runs', <EntityLatestRunsCard key="latest" />, WORKFLOW],
    ['Runs in progress', <EntityRunsInProgressCard key="progress" />, PLANE],
  ])('has the card "%s"', async (name, card, entity) => {
    await render(<EntityProvider entity={entity}>{card}</EntityProvider>);
    expect(await screen.findByRole('heading', { name })).toBeVisible();
  });

  it('has the runs of an entity as content', async () => {
    await render(
      <EntityProvider entity={WORKFLOW}>
        <EntityWorkflowRunsContent />
      </EntityProvider>,
    );
    expect(await screen.findByText('shop-build-118')).toBeVisible();
  });

  it('tells entities that have runs from others', () => {
    const other = { ...WORKFLOW, metadata: { name: 'docker' } };
    const entities = [WORKFLOW, PLANE, other];
    expect(entities.map(isWorkflowRunsAvailable)).toEqual([true, true, false]);
    expect(entities.map(isWorkflowPlaneAvailable)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['/workflow-runs', 'Workflow runs'],
    ['/workflow-runs/uid-of-shop-build-118', 'shop-build-118'],
    ['/workflow-runs/a/b', 'Looks like someone dropped the mic!'],
  ])('has a page at %s', async (path, heading) => {
    await render(
      <Routes>
        <Route path="/workflow-runs/*" element={<WorkflowRunsPage />} />
      </Routes>,
      path,
    );
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: heading })).toBeVisible(),
    );
  });

  it('has a target for every way out, which an app may bind to others', () => {
    const { routes, externalRoutes } = workflowRunsPlugin;
    expect(Object.keys(routes)).toEqual(['root', 'run']);
    expect(
      Object.entries(externalRoutes).map(([name, ref]) => [
        name,
        ref.optional,
        'getDefaultTarget' in ref &&
          typeof ref.getDefaultTarget === 'function' &&
          ref.getDefaultTarget(),
      ]),
    ).toEqual([
      ['runsPage', true, 'workflow-runs.root'],
      ['runPage', true, 'workflow-runs.run'],
    ]);
  });
});
