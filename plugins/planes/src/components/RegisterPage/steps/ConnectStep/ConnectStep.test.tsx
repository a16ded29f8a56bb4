import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  ConnectionTestReport,
  GatewayStatus,
  PlaneStateName,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  connectionTestReportFixture,
  FakePlanesApi,
  FakeSignals,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInPortal } from '../../../../__testUtils__/renderInPortal';
import { ScriptedEvents } from '../../../../__testUtils__/ScriptedEvents';
import { testPlane } from '../../../../__testUtils__/testPlane';
import { fleetRouteRef } from '../../../../routes';
import { ConnectStep } from './ConnectStep';

const UID = 'edge-02';
const SECOND_MS = 1_000;

function plane(
  state: PlaneStateName,
  options: {
    reason?: string;
    gateway?: Partial<GatewayStatus>;
    uid?: string;
  } = {},
): PlaneView {
  const { reason = `It is ${state}.`, gateway, uid = UID } = options;
  const since = new Date(Date.now() - 125 * SECOND_MS).toISOString();
  return testPlane(UID, {
    kind: 'ClusterDataPlane',
    plane: { uid, planeID: 'edge-two' },
    view: {
      title: 'Edge 02',
      state: { state, since, reason, source: 'gateway' },
      ...(gateway && {
        gateway: { controlPlane: 'default', state: 'live', ...gateway },
      }),
    },
  });
}

const PASSED = connectionTestReportFixture({ uid: UID });
const FAILED: ConnectionTestReport = connectionTestReportFixture({
  uid: UID,
  outcome: 'failed',
  steps: [
    ...PASSED.steps.slice(0, 3),
    {
      name: 'agent',
      title: 'Agent connected',
      status: 'failed',
      durationMs: 4,
      evidence: 'No agent.',
      remedy: { text: 'Start the agent.', commands: [] },
    },
  ],
});

async function renderConnect(
  options: {
    views?: PlaneView[];
    uid?: string;
    prepare?: (api: FakePlanesApi) => void;
    permissions?: Parameters<typeof mockApis.permission>[0];
  } = {},
) {
  const api = new FakePlanesApi(...(options.views ?? []));
  const events = new ScriptedEvents();
  api.connectionTestEvents = events;
  options.prepare?.(api);
  const signals = new FakeSignals();
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  const { unmount } = await renderInTestApp(
    <ConnectStep uid={options.uid ?? UID} />,
    {
      apis: [
        [planesApiRef, api],
        [signalApiRef, signals],
        [catalogApiRef, catalogApiMock()],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/test' }),
        ],
        [permissionApiRef, mockApis.permission(options.permissions)],
      ],
      mountedRoutes: {
        '/planes': fleetRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  /** The control plane's planes change, and the backend signals it. */
  const become = (...views: PlaneView[]) =>
    act(async () => {
      api.planes = views;
      signals.publish('planes');
    });
  return { api, events, become, unmount, user };
}

async function stage(number: number): Promise<HTMLElement> {
  const list = await screen.findByRole('list', { name: 'Stages' });
  return within(list).getAllByRole('listitem')[number - 1];
}

async function untilTested(api: FakePlanesApi, times = 1): Promise<void> {
  await waitFor(() => expect(api.tests).toHaveLength(times));
}

describe('ConnectStep', () => {
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: true });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('goes from a plane that the portal does not see to a test that passed', async () => {
    const { api, become, events } = await renderConnect();
    expect(await stage(1)).toHaveTextContent(
      'WaitingThe control plane has taken the plane; the portal is about to see it.',
    );

    await become(plane('not-accepted', { reason: 'No condition yet.' }));
    await waitFor(async () =>
      expect(await stage(2)).toHaveTextContent('WaitingNo condition yet.'),
    );
    expect(await stage(1)).toHaveTextContent('Done');
    expect(await stage(3)).toHaveTextContent('To come');

    await become(plane('never-connected'));
    await waitFor(async () =>
      expect(await stage(3)).toHaveTextContent(
        'WaitingIt is never-connected.Waiting for 2 min.',
      ),
    );
    expect(
      screen.getByText('Agent connected: waiting. It is never-connected.'),
    ).toHaveAttribute('aria-live', 'polite');
    expect(api.tests).toEqual([]);

    await become(plane('connected'));
    await untilTested(api);
    expect(await stage(3)).toHaveTextContent('DoneIt is connected.');
    expect(await stage(4)).toHaveTextContent('Running');
    await events.push({ type: 'report', report: PASSED, cached: false });

    const heading = await screen.findByRole('heading', {
      name: 'Edge 02 is connected and passed all tests',
    });
    expect(heading).toHaveFocus();
    expect(await stage(4)).toHaveTextContent('DoneEvery step passed.');
    expect(
      screen.getByRole('link', { name: 'Open the plane' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/cluster-data-plane-edge-02',
    );
    expect(api.tests).toEqual([{ uid: UID, fresh: false }]);
  });

  it('looks again by itself in the first seconds, and says so when it takes long', async () => {
    const { api } = await renderConnect();
    await waitFor(() => expect(api.requests).toBe(1));
    for (let second = 1; second <= 5; second += 1) {
      await act(() => jest.advanceTimersByTimeAsync(1.1 * SECOND_MS));
    }
    expect(api.requests).toBeGreaterThanOrEqual(5);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();

    await act(() => jest.advanceTimersByTimeAsync(15 * SECOND_MS));
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The portal does not see this plane',
    );
    api.planes = [plane('never-connected')];
    await act(() => jest.advanceTimersByTimeAsync(31 * SECOND_MS));
    await waitFor(async () => expect(await stage(1)).toHaveTextContent('Done'));
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('says how to find out what keeps the agent', async () => {
    const { user } = await renderConnect({ views: [plane('never-connected')] });
    expect(
      await screen.findByText(/^The agent dials every 5 seconds/),
    ).toBeVisible();
    expect(
      screen.getByText(/logs deployment\/cluster-agent-dataplane/),
    ).toBeVisible();

    expect(screen.queryByRole('status')).not.toBeInTheDocument();

    const hint = screen.getByText('websocket: bad handshake');
    expect(hint).not.toBeVisible();
    const toggle = screen.getByRole('button', {
      name: "What the agent's log may say",
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await user.click(toggle);
    expect(hint).toBeVisible();
    expect(
      screen.getByText(
        "certificate not valid for any CR with planeID 'edge-two'",
      ),
    ).toBeVisible();
  });

  it.each<[GatewayStatus['state'], RegExp]>([
    ['not-configured', /connected up to a minute before this page shows it/],
    ['unreachable', /cluster gateway of the control plane default has not/],
    ['refused', /do not accept each other's certificates/],
  ])('says why the state lags where the gateway is %s', async (state, text) => {
    await renderConnect({
      views: [plane('never-connected', { gateway: { state } })],
    });
    await screen.findByText(/^The agent dials every/);
    expect(screen.getByRole('status')).toHaveTextContent(text);
  });

  it('says that an agent is not authorised, and still has what may help', async () => {
    const { api } = await renderConnect({ views: [plane('not-authorised')] });
    await waitFor(async () =>
      expect(await stage(3)).toHaveTextContent('FailedIt is not-authorised.'),
    );
    expect(
      screen.getByRole('button', { name: "What the agent's log may say" }),
    ).toBeVisible();
    expect(api.tests).toEqual([]);
  });

  it('opens the remedy of a step that failed, and tests again on request', async () => {
    const { api, events, user } = await renderConnect({
      views: [plane('connected')],
    });
    await untilTested(api);
    await events.push({ type: 'report', report: FAILED, cached: false });
    expect(
      await screen.findByRole('heading', {
        name: 'Edge 02 is connected, but its connection test failed',
      }),
    ).toHaveFocus();
    expect(await stage(4)).toHaveTextContent(
      'FailedFailed at step 4, Agent connected.',
    );
    expect(screen.getByText('Start the agent.')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Test again' }));
    await untilTested(api, 2);
    expect(api.tests[1]).toEqual({ uid: UID, fresh: true });
    await events.push({ type: 'report', report: PASSED, cached: false });
    expect(
      await screen.findByRole('heading', {
        name: 'Edge 02 is connected and passed all tests',
      }),
    ).toHaveFocus();
  });

  it('tests by itself only once, and shows that the agent was lost again', async () => {
    const { api, become, events } = await renderConnect({
      views: [plane('connected')],
    });
    await untilTested(api);
    await events.push({ type: 'report', report: PASSED, cached: false });
    await screen.findByText(/passed all tests/);

    await become(plane('disconnected', { reason: 'No agent is known.' }));
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent('The agent of Edge 02 was lost again');
    expect(notice).toHaveTextContent('No agent is known.');
    expect(screen.queryByText(/passed all tests/)).not.toBeInTheDocument();
    expect(
      screen.getByText('Agent connected: failed. No agent is known.'),
    ).toHaveAttribute('aria-live', 'polite');

    await become(plane('connected'));
    expect(await screen.findByText(/passed all tests/)).toBeVisible();
    expect(api.tests).toHaveLength(1);
  });

  it('says so where the user may not test', async () => {
    // Answers about permissions are kept for a while, so this is another plane than in the other tests.
    const uid = 'of-others';
    const { api } = await renderConnect({
      uid,
      views: [plane('connected', { uid })],
      permissions: { authorize: AuthorizeResult.DENY },
    });
    expect(
      await screen.findByRole('heading', { name: 'Edge 02 is connected' }),
    ).toHaveFocus();
    expect(await screen.findByRole('status')).toHaveTextContent(
      'openchoreo.plane.connection.test',
    );
    expect(await stage(4)).toHaveTextContent('Skipped');
    expect(screen.getByRole('button', { name: 'Test now' })).toBeDisabled();
    expect(api.tests).toEqual([]);
  });

  it('says that a test with warnings works', async () => {
    const { api, events } = await renderConnect({
      views: [plane('connected')],
    });
    await untilTested(api);
    const [first, ...others] = PASSED.steps;
    await events.push({
      type: 'report',
      cached: false,
      report: {
        ...PASSED,
        outcome: 'warning',
        steps: [{ ...first, status: 'warning' }, ...others],
      },
    });
    const heading = await screen.findByRole('heading', {
      name: 'Edge 02 is connected',
    });
    expect(heading.parentElement).toHaveTextContent(
      'The connection works, with 1 warning.',
    );
  });

  it('says that the test could not be run', async () => {
    const error = await responseError(503, 'ServiceUnavailableError', 'Busy');
    await renderConnect({
      views: [plane('connected')],
      prepare: api => {
        api.errors = { testConnection: error };
      },
    });
    await waitFor(async () =>
      expect(await stage(4)).toHaveTextContent('FailedThe test could not'),
    );
    expect(screen.getByRole('status')).toHaveTextContent('Busy');
  });

  it('says why the plane cannot be read, and that it was deleted', async () => {
    const { api, become } = await renderConnect({
      views: [plane('never-connected')],
    });
    await screen.findByText(/^The agent dials every/);
    await become();
    expect(await screen.findByText('Edge 02 was deleted')).toBeVisible();

    api.errors = {
      getPlane: await responseError(403, 'NotAllowedError', 'No'),
    };
    await become();
    expect(
      await screen.findByText('You may not see the state of planes'),
    ).toBeVisible();
  });

  it('leads to the page of all planes and to another registration', async () => {
    const api = new FakePlanesApi(plane('never-connected'));
    renderInPortal(<ConnectStep uid={UID} />, { api });
    expect(
      await screen.findByRole('link', { name: 'Register another plane' }),
    ).toHaveAttribute('href', '/planes/register');
    expect(screen.getByRole('link', { name: 'All planes' })).toHaveAttribute(
      'href',
      '/planes',
    );
  });
});
