import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  mockLayout,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import type { RunView } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { Browser } from '../../__testUtils__/Browser';
import { workflowRunsApiRef } from '../../api/WorkflowRunsApi';
import { runPageRouteRef, runsPageRouteRef, runsRouteRef } from '../../routes';
import { FakeWorkflowRunsApi } from '../../testing/FakeWorkflowRunsApi';
import {
  argoWorkflowFixture,
  runViewFixture,
  timelineFixture,
} from '../../testing/fixtures';
import { nodesOf, SHOP_BUILD } from '../Timeline/__testUtils__/timelineOf';
import { RunPage } from './RunPage';

const { ref } = runViewFixture();
const UID = 'failed-run';

function failedRun(overrides: Partial<RunView> = {}): RunView {
  return runViewFixture({
    uid: UID,
    phase: 'Failed',
    startedAt: '2026-11-20T10:00:00Z',
    completedAt: '2026-11-20T10:08:20Z',
    ...overrides,
  });
}

const RUNNING = failedRun({
  uid: 'running',
  phase: 'Running',
  completedAt: undefined,
});

function createApi(...runs: RunView[]): FakeWorkflowRunsApi {
  const api = new FakeWorkflowRunsApi(...runs);
  for (const { uid, phase } of runs) {
    const isRunning = phase === 'Running';
    api.timelines.set(
      uid,
      timelineFixture({
        readAt: new Date().toISOString(),
        workflow: argoWorkflowFixture({
          uid: 'argo-uid',
          phase: isRunning ? 'Running' : 'Failed',
          startedAt: '2026-11-20T10:00:00Z',
          finishedAt: isRunning ? undefined : '2026-11-20T10:08:18Z',
        }),
        nodes: nodesOf(SHOP_BUILD),
      }),
    );
  }
  return api;
}

async function renderPage(
  api: FakeWorkflowRunsApi,
  options: {
    uid?: string;
    search?: string;
    permissions?: Parameters<typeof mockApis.permission>[0];
  } = {},
) {
  const { uid = UID, search = '' } = options;
  const page = (
    <>
      <RunPage />
      <Browser />
    </>
  );
  await renderInTestApp(
    <Routes>
      <Route path="/workflow-runs/:uid" element={page} />
    </Routes>,
    {
      apis: [
        [workflowRunsApiRef, api],
        [permissionApiRef, mockApis.permission(options.permissions)],
      ],
      mountedRoutes: {
        '/workflow-runs': runsRouteRef,
        '/runs': runsPageRouteRef,
        '/workflow-runs/:uid': runPageRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/workflow-runs/${uid}${search}`],
    },
  );
}

function params(): URLSearchParams {
  const { textContent } = screen.getByRole('button', { name: /^Back from/ });
  return new URLSearchParams(textContent?.split('?')[1]);
}

const grid = () => screen.findByRole('treegrid', { name: /^Timeline of/ });

async function labels(): Promise<(string | null)[]> {
  const rows = within(await grid())
    .getAllByRole('row')
    .slice(1);
  return rows.map(row => within(row).getAllByRole('gridcell')[0].textContent);
}

beforeEach(() => {
  mockLayout({ width: 1000, height: 400 });
  // Nothing is drawn: the rows say in words what the bars show.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the page of a run', () => {
  it('says why the run failed and where its time went, and opens the log of what failed', async () => {
    const api = createApi(
      failedRun({ trigger: { user: 'user:default/jane' } }),
    );
    api.baselines.set(UID, {
      runs: 20,
      medianMs: 400_000,
      tasks: [{ name: 'lint', medianMs: 16_000, runs: 20 }],
    });
    await renderPage(api);
    expect(
      await screen.findByText(
        'integration-tests failed after 3 attempts: exit code 1',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'shop-build-118' }),
    ).toBeVisible();
    const strip = screen.getByRole('region', { name: 'Where the time went' });
    expect(strip).toHaveTextContent('Critical path 8 m 17 s');
    expect(strip).toHaveTextContent('Against the median of 20 runs +1 m 40 s');
    expect(strip).toHaveTextContent('Slowest change lint +40 s');
    expect(strip).toHaveTextContent('from the Argo workflow, 0 s old');
    expect(
      await screen.findByRole('region', {
        name: 'Details of integration-tests attempt 3',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /attempt 3/, selected: true }),
    ).toBeVisible();
    expect(screen.getByText('jane')).toBeVisible();
    // What is selected by itself is not in the address.
    expect(params().get('node')).toBeNull();
  });

  it('says that there is no such run, and which permission is missing', async () => {
    await renderPage(createApi());
    expect(await screen.findByText('There is no such run')).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = createApi(failedRun());
    api.errors = {
      getRun: await responseError(403, 'NotAllowedError', 'No'),
    };
    await renderPage(api);
    expect(
      await screen.findByText('openchoreo.workflow-run.read'),
    ).toBeVisible();
  });

  it('says why a run waits, and what to do about it', async () => {
    const api = createApi(
      failedRun({
        phase: 'Pending',
        completedAt: undefined,
        explanation: {
          severity: 'warning',
          code: 'plane-offline',
          message: 'The agent of the plane is not connected.',
          remedy: 'Look at the page of the plane.',
        },
      }),
    );
    api.timelines.set(
      UID,
      timelineFixture({
        source: 'none',
        gap: { reason: 'not-created', message: 'There is no workflow yet.' },
        workflow: undefined,
        nodes: [],
      }),
    );
    await renderPage(api);
    expect(
      await screen.findByText('Look at the page of the plane.'),
    ).toBeVisible();
    expect(await screen.findByText('No step has begun yet')).toBeVisible();
    expect(screen.getByText('There is no workflow yet.')).toBeVisible();
    expect(screen.getByText(/asked for/)).toBeVisible();
    expect(screen.queryByRole('treegrid')).not.toBeInTheDocument();
  });

  it.each([
    [
      'tasks',
      'argo-gone',
      'These are the steps that the control plane wrote down',
    ],
    ['last-known', 'plane-offline', /^These are the steps as they were/],
  ] as const)('says what is shown of source %s, and why', async (...args) => {
    const [source, reason, title] = args;
    const api = createApi(failedRun());
    api.timelines.set(
      UID,
      timelineFixture({
        source,
        gap: { reason, message: 'Because it is so.' },
        nodes: nodesOf(SHOP_BUILD),
      }),
    );
    await renderPage(api);
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByText(/^Because it is so\./)).toBeVisible();
    expect(await labels()).toContain('checkout');
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('goes on to show what it knows when the backend stops answering, and says so once', async () => {
    const api = createApi(RUNNING);
    await renderPage(api, { uid: RUNNING.uid });
    expect(await labels()).toContain('checkout');
    const before = api.requests.length;
    api.error = new Error('Bad gateway');
    await waitFor(() => {
      const since = api.requests.slice(before);
      expect(since).toEqual(expect.arrayContaining(['getRun', 'getTimeline']));
    });
    expect(
      await screen.findAllByText(/^The portal stopped answering/),
    ).toHaveLength(1);
    expect(await labels()).toContain('checkout');
    api.error = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(/stopped answering/)).toBeNull(),
    );
  });

  it('offers to try again where the steps cannot be read', async () => {
    const api = createApi(failedRun());
    api.errors = { getTimeline: new Error('Bad gateway') };
    await renderPage(api);
    expect(
      await screen.findByText('The steps of this run cannot be read'),
    ).toBeVisible();
    api.errors = {};
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await labels()).toContain('checkout');
  });
});

describe('the timeline', () => {
  it('says in words what its bars show, as a tree', async () => {
    await renderPage(createApi(failedRun()));
    const row = within(await grid()).getByRole('row', { name: /license-scan/ });
    expect(row).toHaveAttribute('aria-level', '3');
    expect(row).toHaveAttribute('aria-posinset', '2');
    expect(row).toHaveAttribute('aria-setsize', '2');
    expect(row).toHaveTextContent(
      'license-scanSucceededstarts at 0:37, took 3 m 51 s, waited 45 s, on the critical path',
    );
    expect(await grid()).toHaveAttribute('aria-rowcount', '11');
  });

  it('is walked with the keys, and has one tab stop', async () => {
    const user = userEvent.setup();
    await renderPage(createApi(failedRun()));
    const rows = within(await grid());
    const row = (name: RegExp) => rows.getByRole('row', { name });
    expect(rows.getAllByRole('row').filter(r => r.tabIndex === 0)).toEqual([
      row(/attempt 3/),
    ]);
    row(/attempt 3/).focus();
    await user.keyboard('{Home}');
    expect(row(/^shop-build/)).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(row(/^verify/)).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(row(/^verify/)).toHaveAttribute('aria-expanded', 'false');
    expect(await labels()).not.toContain('lint');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(row(/^lint/)).toHaveFocus();
    await user.keyboard('{End}');
    expect(row(/^publish/)).toHaveFocus();
    await user.keyboard('{ArrowUp}{Enter}');
    expect(params().get('node')).toBe('integration-tests(2)');
    expect(rows.getAllByRole('row').filter(r => r.tabIndex === 0)).toHaveLength(
      1,
    );
  });

  it('has what is selected in the address, and leaves out what was of another node', async () => {
    const user = userEvent.setup();
    await renderPage(createApi(failedRun()), {
      search: '?node=lint&line=5&container=wait',
    });
    expect(
      await screen.findByRole('region', { name: 'Details of lint' }),
    ).toBeVisible();
    await user.click(screen.getByRole('row', { name: /^checkout/ }));
    expect(params().toString()).toBe('node=checkout');
    expect(
      await screen.findByRole('region', { name: 'Details of checkout' }),
    ).toBeVisible();
  });

  it('opens what is around a node that the address names', async () => {
    const user = userEvent.setup();
    await renderPage(createApi(failedRun()));
    await grid();
    await user.click(screen.getByRole('button', { name: 'Collapse all' }));
    expect(await labels()).not.toContain('lint');
    await user.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(await labels()).toContain('lint');
  });

  it('says that the node of the address is gone', async () => {
    await renderPage(createApi(failedRun()), { search: '?node=gone' });
    expect(
      await screen.findByText(/no longer has the node that the address names/),
    ).toBeVisible();
  });

  it('renders the few of many rows that are in sight, and the one that is selected', async () => {
    const user = userEvent.setup();
    const api = createApi(failedRun());
    const children = Array.from({ length: 300 }, (_, index) => ({
      name: `task-${index}`,
      from: index,
      to: index + 5,
    }));
    const timeline = await api.getTimeline(UID);
    api.timelines.set(UID, {
      ...timeline,
      nodes: nodesOf([{ name: 'shop-build', to: 300, children }]),
    });
    await renderPage(api, { search: '?node=task-200' });
    const rows = within(await grid());
    const far = rows.getByRole('row', { name: /^task-200/ });
    expect(far).toHaveAttribute('aria-rowindex', '203');
    expect(rows.getAllByRole('row').length).toBeLessThan(40);
    far.focus();
    await user.keyboard('{End}');
    expect(rows.getByRole('row', { name: /^task-299/ })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(rows.getByRole('row', { name: /^task-298/ })).toHaveFocus();
  });

  it('is filtered by words and by what matters', async () => {
    const user = userEvent.setup();
    await renderPage(createApi(failedRun()));
    await grid();
    await user.type(
      screen.getByRole('searchbox', { name: 'Filter nodes' }),
      'lint',
    );
    await waitFor(async () =>
      expect(await labels()).toEqual(['shop-build', 'verify', 'lint']),
    );
    expect(screen.getAllByText('1 of 10 nodes')).not.toHaveLength(0);
    await user.clear(screen.getByRole('searchbox', { name: 'Filter nodes' }));
    await user.click(screen.getByRole('button', { name: 'Failed 3' }));
    await waitFor(async () =>
      expect(await labels()).toEqual([
        'shop-build',
        'integration-tests',
        'attempt 1',
        'attempt 2',
        'attempt 3',
      ]),
    );
    await user.click(screen.getByRole('button', { name: /^Waiting/ }));
    await user.click(
      await screen.findByRole('button', { name: 'Clear the filter' }),
    );
    expect(await labels()).toHaveLength(10);
  });

  it('has the time in sight in the address once it rests, and begins with it', async () => {
    const user = userEvent.setup();
    await renderPage(createApi(failedRun()), {
      search: '?from=2026-11-20T10:01:00.000Z&to=2026-11-20T10:03:00.000Z',
    });
    await grid();
    expect(params().get('from')).toBe('2026-11-20T10:01:00.000Z');
    screen.getByRole('row', { name: /^verify/ }).focus();
    await user.keyboard('f');
    await waitFor(() =>
      expect(params().get('to')).toMatch(/^2026-11-20T10:04:4/),
    );
    await user.click(screen.getByRole('button', { name: 'Fit' }));
    await waitFor(() => expect(params().has('from')).toBe(false));
  });

  it('compares its rows with the median of earlier runs', async () => {
    const user = userEvent.setup();
    const api = createApi(failedRun());
    api.baselines.set(UID, {
      runs: 20,
      medianMs: 400_000,
      tasks: [{ name: 'lint', medianMs: 16_000, runs: 20 }],
    });
    await renderPage(api);
    const row = within(await grid()).getByRole('row', { name: /^lint/ });
    expect(row).not.toHaveTextContent('usual');
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Compare' }));
    const dialog = await screen.findByRole('dialog', { name: 'Compare with' });
    await user.click(
      within(dialog).getByRole('radio', { name: /^The median/ }),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(params().get('compare')).toBe('median');
    expect(row).toHaveTextContent('40 s longer than usual');
  });

  it('compares its rows with those of another run', async () => {
    const other = failedRun({
      uid: 'other',
      ref: { ...ref, name: 'shop-build-117' },
    });
    const api = createApi(failedRun(), other);
    const faster = nodesOf(SHOP_BUILD).map(node =>
      node.id === 'lint'
        ? { ...node, finishedAt: '2026-11-20T10:01:02Z' }
        : node,
    );
    const same = await api.getTimeline('other');
    api.timelines.set('other', { ...same, nodes: faster });
    await renderPage(api, { search: '?compare=other' });
    expect(await screen.findByText(/^Against shop-build-117/)).toBeVisible();
    expect(screen.getByRole('row', { name: /^lint/ })).toHaveTextContent(
      '30 s longer than usual',
    );
  });
});

describe('what can be done with a run', () => {
  const press = (name: string) =>
    userEvent.click(screen.getByRole('button', { name }));

  it('is asked for before it is done, and then seen', async () => {
    const api = createApi(RUNNING);
    await renderPage(api, { uid: 'running' });
    await grid();
    await press('More actions');
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Stop' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Stop shop-build-118?',
    });
    expect(dialog).toHaveTextContent('exit handlers still run');
    expect(api.actions).toEqual([]);
    const before = api.requests.filter(m => m === 'getTimeline').length;
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Stop' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(api.actions).toEqual([
      { uid: 'running', action: 'stop', workflowUid: 'argo-uid' },
    ]);
    await waitFor(() =>
      expect(
        api.requests.filter(m => m === 'getTimeline').length,
      ).toBeGreaterThan(before),
    );
  });

  it('is what the state of the run allows; and it says why it could not be done', async () => {
    const api = createApi(RUNNING);
    api.errors = {
      act: await responseError(
        409,
        'ConflictError',
        'The workflow is another one by now',
      ),
    };
    await renderPage(api, { uid: 'running' });
    await grid();
    await press('More actions');
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['Compare', 'Stop', 'Suspend', 'Terminate']);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Terminate' }));
    const dialog = await screen.findByRole('dialog', { name: /^Terminate/ });
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Terminate' }),
    );
    expect(
      await within(dialog).findByText(/The workflow is another one by now/),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: 'Terminate' }),
    ).toBeEnabled();
  });

  it('names the permission that it takes', async () => {
    // Answers about permissions are kept by uid.
    const uid = 'not-mine';
    const api = createApi(failedRun({ uid }));
    await renderPage(api, {
      uid,
      permissions: { authorize: AuthorizeResult.DENY },
    });
    await grid();
    await press('Run again');
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('openchoreo.workflow-run.rerun'),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: 'Run again' }),
    ).toBeDisabled();
  });

  it('runs again with other parameters, leaves secrets as they are, and shows the new run', async () => {
    const again = failedRun({
      uid: 'failed-run-again',
      ref: { ...ref, name: 'shop-build-119' },
    });
    const api = createApi(
      failedRun({
        parameters: [
          { name: 'revision', value: 'main', masked: false },
          { name: 'retries', value: 3, masked: false },
          { name: 'token', masked: true },
        ],
      }),
      again,
    );
    await renderPage(api);
    await grid();
    await press('Run again');
    const dialog = await screen.findByRole('dialog', {
      name: 'Run shop-build-118 again',
    });
    const retries = await within(dialog).findByRole('textbox', {
      name: 'retries',
    });
    await userEvent.clear(retries);
    await userEvent.type(retries, 'many');
    expect(within(dialog).getByText(/^It was number before/)).toBeVisible();
    const submit = within(dialog).getByRole('button', { name: 'Run again' });
    expect(submit).toBeDisabled();
    await userEvent.clear(retries);
    await userEvent.type(retries, '5');
    expect(within(dialog).getByLabelText('token')).toHaveValue('');
    await userEvent.click(submit);
    expect(
      await screen.findByRole('heading', { name: 'shop-build-119' }),
    ).toBeVisible();
    expect(api.reruns).toEqual([
      { uid: UID, request: { parameters: { retries: 5 } } },
    ]);
    expect(
      screen.getByRole('button', {
        name: 'Back from /workflow-runs/failed-run-again',
      }),
    ).toBeVisible();
  });

  it('runs again as it was, and says why no run was started', async () => {
    const api = createApi(failedRun());
    api.errors = {
      rerun: await responseError(400, 'InputError', 'The workflow is gone'),
    };
    await renderPage(api);
    await grid();
    await press('Run again');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Run again' }),
    );
    expect(
      await within(dialog).findByText('The workflow is gone'),
    ).toBeVisible();
    expect(api.reruns[0].request).toEqual({});
  });
});
