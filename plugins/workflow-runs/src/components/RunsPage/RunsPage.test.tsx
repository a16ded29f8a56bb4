import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  mockLayout,
  responseError,
  scrollWindow,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import {
  RunPhase,
  RunView,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Browser } from '../../__testUtils__/Browser';
import { workflowRunsApiRef } from '../../api/WorkflowRunsApi';
import { runPageRouteRef } from '../../routes';
import { FakeWorkflowRunsApi } from '../../testing/FakeWorkflowRunsApi';
import { runSourceFixture, runViewFixture } from '../../testing/fixtures';
import { RunsPage } from './RunsPage';

const { ref, plane } = runViewFixture();
const NOW = Date.now();

function ago(seconds: number): string {
  return new Date(NOW - seconds * 1_000).toISOString();
}

/** A run that began so many seconds ago, and took half a minute unless it still goes on. */
function run(
  name: string,
  phase: RunPhase,
  secondsAgo: number,
  overrides: Partial<RunView> = {},
): RunView {
  const hasEnded = phase === 'Succeeded' || phase === 'Failed';
  return runViewFixture({
    uid: name,
    ref: { ...ref, name },
    phase,
    createdAt: ago(secondsAgo),
    startedAt: phase === 'Pending' ? undefined : ago(secondsAgo),
    completedAt: hasEnded ? ago(secondsAgo - 30) : undefined,
    tasks: [],
    taskCount: 0,
    ...overrides,
  });
}

const PENDING = run('waits', 'Pending', 125, {
  source: {},
  explanation: {
    severity: 'warning',
    code: 'plane-offline',
    message: 'The agent of EU has not been connected for 14 min.',
  },
  plane: { kind: 'WorkflowPlane', name: 'eu', title: 'EU', connected: false },
});
const RUNNING = run('runs', 'Running', 600, {
  trigger: { user: 'user:default/jane', rerunOf: 'shop-build-117' },
});
const FAILED = run('fails', 'Failed', 3_600, {
  workflow: { kind: 'Workflow', name: 'tests' },
  component: 'checkout',
  failedTask: 'unit-tests',
  explanation: {
    severity: 'error',
    code: 'task-failed',
    message: 'unit-tests failed: exit code 1',
  },
  trigger: { rerunOf: 'shop-build-116' },
  tasks: [
    { name: 'checkout', phase: 'Succeeded', startedAt: ago(3_600) },
    { name: 'unit-tests', phase: 'Failed', startedAt: ago(3_590) },
  ],
  taskCount: 2,
});
const DONE = run('done', 'Succeeded', 7_200, {
  ref: { ...ref, namespace: 'globex', name: 'done' },
  project: 'web',
});
const RUNS = [DONE, FAILED, RUNNING, PENDING];

function manyRuns(count: number): RunView[] {
  return Array.from({ length: count }, (_, index) =>
    run(`run-${`${index}`.padStart(4, '0')}`, 'Succeeded', 60 + index),
  );
}

async function renderPage(api: FakeWorkflowRunsApi, search = '') {
  return renderInTestApp(
    <>
      <RunsPage />
      <Browser />
    </>,
    {
      apis: [[workflowRunsApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/workflow-runs/:uid': runPageRouteRef,
      },
      initialRouteEntries: [`/${search}`],
    },
  );
}

function expectSearch(search: string) {
  expect(
    screen.getByRole('button', { name: `Back from /${search}` }),
  ).toBeInTheDocument();
}

const items = () => screen.getAllByRole('listitem');

function names(): (string | null)[] {
  return items().map(
    item =>
      within(item)
        .getAllByRole('link')
        .find(link => link.classList.contains('link'))?.textContent ?? null,
  );
}

async function untilShown(...expected: string[]) {
  await waitFor(() => expect(names()).toEqual(expected));
}

async function choose(field: string, choice: string) {
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: field }),
    choice,
  );
}

beforeEach(() => mockLayout({ width: 1200 }));

afterEach(() => {
  scrollWindow(0);
  jest.restoreAllMocks();
});

describe('RunsPage', () => {
  it('tells of each run how it stands, what started it, where, when and how long', async () => {
    await renderPage(new FakeWorkflowRunsApi(...RUNS));
    await untilShown('waits', 'runs', 'fails', 'done');
    const [waits, runs, fails, done] = items();

    expect(waits).toHaveTextContent(
      /^Pendingwaitsdocker · shop \/ cartNo tasks yetEUdisconnected2 min agowaiting 2 m 0\d sThe agent of EU has not been connected for 14 min\.$/,
    );
    expect(runs).toHaveTextContent(
      /^Running.*janerun again of shop-build-117Build cluster10 min ago10 m 0\d s$/,
    );
    expect(fails).toHaveTextContent(
      'Failedfailstests · shop / checkout2 tasks: 1 succeeded, 1 failed (unit-tests)run again of shop-build-116main@4f1c2a9Build cluster1 h ago30 sunit-tests failed: exit code 1',
    );
    expect(done).toHaveTextContent(/main@4f1c2a9Build cluster2 h ago30 s$/);

    const link = (item: HTMLElement, name: string) =>
      within(item).getByRole('link', { name });
    expect(link(fails, 'fails')).toHaveAttribute(
      'href',
      '/workflow-runs/fails',
    );
    expect(link(runs, 'jane')).toHaveAttribute(
      'href',
      '/catalog/default/user/jane',
    );
    expect(link(done, 'Build cluster')).toHaveAttribute(
      'href',
      '/catalog/default/resource/cluster-workflow-plane-builds',
    );
    expect(screen.getByText(/4 runs on 1 control plane/)).toHaveTextContent(
      'updated just now',
    );
  });

  it('counts by phase, and filters by what is clicked, which the back button takes back', async () => {
    const user = userEvent.setup();
    await renderPage(new FakeWorkflowRunsApi(...RUNS));
    const phases = await screen.findByRole('group', { name: 'Runs by phase' });
    expect(
      within(phases)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 Failed', '1 Running', '1 Pending', '1 Succeeded']);
    await user.click(within(phases).getByRole('button', { name: '1 Failed' }));
    await untilShown('fails');
    expectSearch('?phase=Failed');
    await user.click(within(phases).getByRole('button', { name: '1 Pending' }));
    await untilShown('waits', 'fails');
    expectSearch('?phase=Failed&phase=Pending');
    await user.click(screen.getByRole('button', { name: /^Back/ }));
    await untilShown('fails');
  });

  it('filters by what runs are of, where and when, all of it in the URL', async () => {
    const api = new FakeWorkflowRunsApi(...RUNS);
    await renderPage(api);
    await untilShown('waits', 'runs', 'fails', 'done');

    await choose('Workflow', 'tests (1)');
    await untilShown('fails');
    expectSearch('?workflow=Workflow%2Ftests');
    await choose('Workflow', 'all');

    await choose('Component', 'shop / checkout');
    await untilShown('fails');
    expectSearch('?project=shop&component=checkout');
    // What was seen can still be chosen.
    await choose('Component', 'web / cart');
    await untilShown('done');
    await choose('Component', 'all');

    await choose('Namespace', 'globex (1)');
    await untilShown('done');
    expectSearch('?namespace=globex');
    await choose('Namespace', 'all');

    await choose('Plane', 'Build cluster');
    await untilShown('runs', 'fails', 'done');
    expectSearch(`?plane=${plane?.uid}`);
    await choose('Plane', 'all');

    await choose('Created', 'last hour');
    await waitFor(() => expect(names()).not.toContain('done'));
    expectSearch('?range=1h');
    await choose('Created', 'any time');

    await choose('Sort', 'name');
    await untilShown('done', 'fails', 'runs', 'waits');
    expectSearch('?sort=name');
  });

  it('opens as a link says, also where that names several or what is not there', async () => {
    const api = new FakeWorkflowRunsApi(...RUNS);
    await renderPage(
      api,
      '?workflow=docker&workflow=tests&component=cart&plane=elsewhere&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z&page=7',
    );
    expect(await screen.findByText('No run is like that.')).toBeVisible();
    const chosen = (name: string) =>
      screen.getByRole<HTMLSelectElement>('combobox', { name })
        .selectedOptions[0].textContent;
    expect(['Workflow', 'Component', 'Plane'].map(chosen)).toEqual([
      'docker, tests',
      'cart',
      'elsewhere',
    ]);
    expect(chosen('Created')).toMatch(/^from .*2020.*, before .*2020/);
    expect(api.queries[0]).toMatchObject({
      workflow: ['docker', 'tests'],
      from: '2020-01-01T00:00:00Z',
      to: '2020-01-02T00:00:00Z',
    });

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await untilShown('waits', 'runs', 'fails', 'done');
    expectSearch('?page=7');
  });

  it('searches as one types, without an entry in the history for every letter', async () => {
    const user = userEvent.setup();
    const api = new FakeWorkflowRunsApi(...RUNS);
    await renderPage(api);
    await user.type(
      await screen.findByRole('searchbox', { name: 'Search runs' }),
      'globex',
    );
    await untilShown('done');
    expectSearch('?q=globex');
    expect(api.queries.map(({ text }) => text)).toEqual([undefined, 'globex']);
  });

  it('goes from run to run with the arrow keys', async () => {
    const user = userEvent.setup();
    await renderPage(new FakeWorkflowRunsApi(...RUNS));
    const focused = () => document.activeElement?.textContent;
    (await screen.findByRole('link', { name: 'waits' })).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('fails');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('runs');
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(focused()).toBe('waits');
  });

  it.each([
    [360, ['name']],
    [560, ['status', 'name', 'duration']],
    [960, ['status', 'name', 'timeline', 'trigger', 'started', 'duration']],
  ])(
    'has room for %p pixels, and drops nothing essential',
    async (width, cells) => {
      mockLayout({ width });
      await renderPage(new FakeWorkflowRunsApi(FAILED));
      const [item] = await screen.findAllByRole('listitem');
      expect(
        [...item.querySelectorAll('.cell')].map(cell => cell.classList[1]),
      ).toEqual(cells);
      for (const text of ['Failed', 'fails', '1 h ago', '30 s']) {
        expect(within(item).getByText(text)).toBeVisible();
      }
      expect(item).toHaveTextContent('unit-tests failed: exit code 1');
    },
  );

  it('has few of 10 000 runs in the page, and loads more as one scrolls', async () => {
    const api = new FakeWorkflowRunsApi(...manyRuns(10_000));
    await renderPage(api);
    expect(await screen.findByRole('link', { name: 'run-0000' })).toBeVisible();
    expect(items().length).toBeLessThan(60);
    expect(items()[0]).toHaveAttribute('aria-setsize', '10000');
    expect(api.queries).toHaveLength(1);

    scrollWindow(500 * 40);
    expect(
      await screen.findByRole('link', { name: 'run-0360' }),
    ).toBeInTheDocument();
    expect(items().length).toBeLessThan(60);
    expect(api.queries.at(-1)).toMatchObject({ cursor: expect.any(String) });
  });
});

describe('RunsPage, while runs come and go', () => {
  const button = (name: string) => screen.findByRole('button', { name });

  async function renderLive() {
    jest.useFakeTimers({ advanceTimers: true, now: NOW });
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const api = new FakeWorkflowRunsApi(RUNNING, FAILED);
    await renderPage(api);
    await untilShown('runs', 'fails');
    return { api, user };
  }

  async function poll() {
    await jest.advanceTimersByTimeAsync(5_100);
  }

  afterEach(() => jest.useRealTimers());

  it('shows what is new at once, unless somebody points at the list', async () => {
    const { api, user } = await renderLive();
    api.runs = [PENDING, RUNNING, FAILED];
    await poll();
    await untilShown('waits', 'runs', 'fails');

    await user.hover(screen.getByRole('link', { name: 'waits' }));
    api.runs = [run('new', 'Running', 1), ...api.runs.slice(1)];
    await poll();
    const update = await button('1 new run: update the list');
    expect(names()).toEqual(['waits', 'runs', 'fails']);
    // It was deleted, which the list says without moving.
    expect(items()[0]).toHaveClass('gone');
    await user.click(update);
    await untilShown('new', 'runs', 'fails');
  });

  it('holds still where its beginning is out of sight, and leads back there', async () => {
    const { api, user } = await renderLive();
    const scrollIntoView = jest.fn();
    Object.assign(HTMLElement.prototype, { scrollIntoView });
    scrollWindow(100);
    api.runs = [run('new', 'Running', 1), RUNNING];
    await poll();
    const update = await button('1 new run: update the list');
    expect(names()).toEqual(['runs', 'fails']);
    update.focus();
    await user.keyboard('{Enter}');
    await untilShown('new', 'runs');
    expect(scrollIntoView).toHaveBeenCalled();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'new' })).toHaveFocus();
  });

  it('ticks', async () => {
    await renderLive();
    expect(items()[0]).toHaveTextContent('10 m 00 s');
    await jest.advanceTimersByTimeAsync(1_000);
    await waitFor(() => expect(items()[0]).toHaveTextContent('10 m 01 s'));
    expect(items()[1]).toHaveTextContent('30 s');
  });
});

describe('RunsPage, where not all is well', () => {
  it('has a skeleton', async () => {
    const api = new FakeWorkflowRunsApi();
    api.hanging = true;
    await renderPage(api);
    expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = new FakeWorkflowRunsApi(...RUNS);
    api.error = await responseError(403, 'NotAllowedError', 'No');
    await renderPage(api);
    expect(
      await screen.findByText('openchoreo.workflow-run.read'),
    ).toBeVisible();
  });

  it('says why it failed, and tries again', async () => {
    const api = new FakeWorkflowRunsApi(...RUNS);
    api.error = await responseError(503, 'ServiceUnavailableError', 'Busy');
    await renderPage(api);
    expect(await screen.findByText('Busy')).toBeVisible();
    api.error = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await untilShown('waits', 'runs', 'fails', 'done');
  });

  it('says what a run is and how to begin where there is none', async () => {
    const api = new FakeWorkflowRunsApi();
    const { unmount } = await renderPage(api);
    expect(
      await screen.findByRole('heading', {
        name: 'There are no workflow runs yet',
      }),
    ).toBeVisible();
    expect(screen.getByText(/^kubectl get workflowruns/)).toBeVisible();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    unmount();

    api.sources = [];
    await renderPage(api);
    expect(await screen.findByText('openchoreo.controlPlanes')).toBeVisible();
  });

  it('warns of what may not be true, and does not let it go on in appearance', async () => {
    const api = new FakeWorkflowRunsApi(
      run('stale', 'Running', 600, { sourceState: 'stale' }),
    );
    const stale = runSourceFixture({
      state: 'stale',
      since: ago(300),
      error: 'connect ECONNREFUSED',
    });
    api.sources = [
      stale,
      { ...stale, kind: 'Build', state: 'absent', error: undefined },
      { ...stale, kind: 'ComponentWorkflowRun', state: 'live' },
      { ...stale, controlPlane: 'eu', state: 'forbidden', error: 'No.' },
      { ...stale, controlPlane: 'us', state: 'syncing', error: undefined },
    ];
    await renderPage(api);
    const notices = await screen.findAllByRole('status');
    expect(notices.map(({ textContent }) => textContent?.trim())).toEqual([
      'WorkflowRuns of the control plane default could last be read 5 min ago and may have changed.What is shown is as it was then; the portal keeps trying. connect ECONNREFUSED',
      'The runs of the control plane eu may not be read by the portal.Grant its service account to get, list and watch them, as docs/manifests/rbac.yaml does. No.',
      'The runs of the control plane us are being read; some are still missing.',
    ]);
    expect(items()[0]).toHaveTextContent(/5 m 00 s$/);
  });

  it('keeps what it has while the portal does not answer, with its age', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const api = new FakeWorkflowRunsApi(...RUNS);
    await renderPage(api);
    await untilShown('waits', 'runs', 'fails', 'done');
    api.error = new Error('Failed to fetch');
    await jest.advanceTimersByTimeAsync(6_000);
    expect(await screen.findByRole('status')).toHaveTextContent(
      /stopped answering\. This is what it knew .*Failed to fetch/,
    );
    expect(screen.getByText(/updates fail, last updated/)).toBeVisible();
    expect(names()).toHaveLength(4);
    jest.useRealTimers();
  });
});
