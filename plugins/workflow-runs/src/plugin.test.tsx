import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { Entity } from '@backstage/catalog-model';
import {
  mockLayout,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { workflowRunsApiRef } from './api/WorkflowRunsApi';
import workflowRunsPlugin from './index';
import { FakeWorkflowRunsApi } from './testing/FakeWorkflowRunsApi';
import { runViewFixture } from './testing/fixtures';

const CARDS = ['latest-runs', 'runs-in-progress'] as const;

const { ref } = runViewFixture();

const COMPONENT: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cart',
    namespace: 'default',
    annotations: {
      'openchoreo.dev/project': 'shop',
      'openchoreo.dev/component': 'cart',
    },
  },
  spec: { type: 'service' },
};

const PLANE: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'builds',
    annotations: { 'openchoreo.dev/plane-uid': 'uid-of-cluster-builds' },
  },
  spec: { type: 'workflow-plane' },
};

function run(name: string, overrides: Parameters<typeof runViewFixture>[0]) {
  return runViewFixture({ ref: { ...ref, name }, ...overrides });
}

const RUNS = [
  run('done', {}),
  run('other', { component: 'checkout' }),
  run('live', { phase: 'Running', completedAt: undefined }),
  run('bad', { phase: 'Failed', failedTask: 'build' }),
];

function renderCards(entity: Entity, api: FakeWorkflowRunsApi) {
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      ...CARDS.map(name =>
        workflowRunsPlugin.getExtension(`entity-card:workflow-runs/${name}`),
      ),
    ],
    apis: [[workflowRunsApiRef, api]],
  });
}

function renderPortal(api: FakeWorkflowRunsApi, path: string, entity: Entity) {
  return renderTestApp({
    features: [catalogPlugin, workflowRunsPlugin],
    apis: [
      [workflowRunsApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
    ],
    initialRouteEntries: [path],
  });
}

async function items(list: string): Promise<(string | null)[]> {
  const rows = within(
    await screen.findByRole('list', { name: list }),
  ).getAllByRole('listitem');
  return rows.map(({ textContent }) => textContent);
}

describe('workflowRunsPlugin', () => {
  beforeEach(() => mockLayout({ width: 1200 }));

  afterEach(() => jest.restoreAllMocks());

  it('shows the latest runs on the page of a component', async () => {
    const api = new FakeWorkflowRunsApi(...RUNS);
    renderCards(COMPONENT, api);
    expect(
      await screen.findByRole('heading', { name: 'Latest runs' }),
    ).toBeVisible();
    expect(await items('Latest runs')).toEqual([
      expect.stringMatching(/^Failed: badbuild failed\.8 m 18 s/),
      expect.stringMatching(/^Succeeded: donedocker · shop \/ cart8 m 18 s/),
      expect.stringMatching(/^Running: livedocker · shop \/ cart/),
    ]);
    expect(api.queries).toEqual([
      { project: 'shop', component: 'cart', limit: 5 },
    ]);
    expect(screen.queryByText('Runs in progress')).not.toBeInTheDocument();
  });

  it('shows the runs in progress on the page of a plane, and how many more there are', async () => {
    const live = Array.from({ length: 7 }, (_, index) =>
      run(`live-${index}`, { phase: 'Running', completedAt: undefined }),
    );
    const api = new FakeWorkflowRunsApi(...RUNS, ...live);
    renderCards(PLANE, api);
    expect(
      await screen.findByRole('heading', { name: 'Runs in progress' }),
    ).toBeVisible();
    expect(await items('Runs in progress')).toHaveLength(5);
    expect(screen.getByText(/and 3 more/)).toBeVisible();
    expect(screen.queryByText('Latest runs')).not.toBeInTheDocument();
  });

  it('says so on a card where there is nothing, or nothing that one may see', async () => {
    const api = new FakeWorkflowRunsApi();
    const { unmount } = renderCards(PLANE, api);
    expect(await screen.findByText('No run is in progress.')).toBeVisible();
    unmount();

    const closed = new FakeWorkflowRunsApi();
    closed.error = await responseError(403, 'NotAllowedError', 'No');
    renderCards(COMPONENT, closed);
    expect(
      await screen.findByText('openchoreo.workflow-run.read'),
    ).toBeVisible();
  });

  it('shows nothing on the pages of other entities', async () => {
    const api = new FakeWorkflowRunsApi(...RUNS);
    renderCards({ ...COMPONENT, metadata: { name: 'cart' } }, api);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(api.requests).toEqual([]);
  });

  it('has a tab with all runs of an entity, whose filters cannot leave it', async () => {
    const user = userEvent.setup();
    const api = new FakeWorkflowRunsApi(...RUNS);
    const path = '/catalog/default/component/cart/workflow-runs';
    renderPortal(api, path, COMPONENT);
    const list = await screen.findByRole('list', { name: 'Runs' });
    await waitFor(() =>
      expect(within(list).getAllByRole('listitem')).toHaveLength(3),
    );
    expect(
      screen
        .getAllByRole('link', { name: 'Workflow runs' })
        .map(link => link.getAttribute('href')),
    ).toEqual(['/workflow-runs', path]);
    expect(within(list).getByRole('link', { name: 'bad' })).toHaveAttribute(
      'href',
      '/workflow-runs/uid-of-bad',
    );
    expect(screen.getByRole('combobox', { name: 'Workflow' })).toBeVisible();
    expect(
      screen.queryByRole('combobox', { name: 'Component' }),
    ).not.toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: '1 Failed' }));
    await waitFor(() =>
      expect(within(list).getAllByRole('listitem')).toHaveLength(1),
    );
    expect(api.queries.at(-1)).toMatchObject({
      component: 'cart',
      phase: ['Failed'],
    });
  });

  it.each([
    ['has no runs yet', {}, 'There are no runs of this yet'],
    [
      'does not say which runs are its own',
      { metadata: { name: 'builds' } },
      'It is not known which runs these are',
    ],
  ])('says so where an entity %s', async (_, overrides, text) => {
    const api = new FakeWorkflowRunsApi(run('elsewhere', { plane: undefined }));
    const plane = { ...PLANE, ...overrides };
    const path = '/catalog/default/resource/builds/workflow-runs';
    renderPortal(api, path, plane);
    expect(await screen.findByText(text)).toBeVisible();
  });

  it.each([
    ['/workflow-runs', 'Workflow runs'],
    ['/workflow-runs/uid-of-done', 'done'],
    [
      '/workflow-runs/uid-of-done/elsewhere',
      'Looks like someone dropped the mic!',
    ],
  ])('has a page at %s', async (path, heading) => {
    renderPortal(new FakeWorkflowRunsApi(...RUNS), path, COMPONENT);
    // A page is hidden once more while a part of it is loaded.
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: heading })).toBeVisible(),
    );
  });
});
