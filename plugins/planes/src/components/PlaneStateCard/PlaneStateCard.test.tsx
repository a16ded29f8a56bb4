import {
  PlaneState,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { PlaneStateCard } from './PlaneStateCard';

const MINUTE_MS = 60_000;

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}

function state(overrides: Partial<PlaneState>): PlaneState {
  return {
    state: 'connected',
    reason: 'Because.',
    source: 'resource',
    ...overrides,
  };
}

describe('PlaneStateCard', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('says since when the plane is in its state, why, and by what', async () => {
    const api = new FakePlanesApi(
      planeViewFixture({
        state: state({
          state: 'disconnected',
          since: ago(14),
          reason: 'No agent is connected for planeID eu-west-1.',
        }),
        plane: {
          planeID: 'eu-west-1',
          agentConnection: {
            connected: false,
            connectedAgents: 0,
            lastHeartbeatTime: ago(15),
          },
        },
      }),
    );
    await renderOnEntityPage(<PlaneStateCard />, { api });

    expect(
      await screen.findByRole('heading', { name: 'Disconnected for 14 min' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No agent is connected for planeID eu-west-1.'),
    ).toBeInTheDocument();
    expect(screen.getByText('0 agents connected')).toBeInTheDocument();
    expect(screen.getByText('15 min ago')).toBeInTheDocument();
    expect(screen.getByText('eu-west-1')).toBeInTheDocument();
    expect(screen.getByText(/Plane resource, read/)).toHaveTextContent(
      'just now',
    );
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('copies the planeID', async () => {
    const user = userEvent.setup();
    const api = new FakePlanesApi(
      planeViewFixture({ plane: { planeID: 'eu-west-1' } }),
    );
    await renderOnEntityPage(<PlaneStateCard />, { api });
    let copied: string | undefined;
    document.execCommand = () => {
      copied = document.getSelection()?.toString();
      return true;
    };

    await user.click(
      await screen.findByRole('button', { name: 'Copy planeID' }),
    );

    expect(copied).toBe('eu-west-1');
    expect(await screen.findAllByText('Copied')).not.toHaveLength(0);
  });

  it.each([
    [{ connected: true, connectedAgents: 1 }, '1 agent connected', 'Never'],
    [undefined, 'Not reported', 'Never'],
  ])('tells %j from a lost agent', async (agentConnection, agents, beat) => {
    const api = new FakePlanesApi(
      planeViewFixture({ plane: { agentConnection } }),
    );
    await renderOnEntityPage(<PlaneStateCard />, { api });
    expect(await screen.findByText(agents)).toBeInTheDocument();
    expect(screen.getByText(beat)).toBeInTheDocument();
  });

  it('does not speak of agents where there are none by design', async () => {
    const api = new FakePlanesApi(
      planeViewFixture({
        state: state({ state: 'not-reported' }),
        plane: { access: 'credentials', agentConnection: undefined },
      }),
    );
    await renderOnEntityPage(<PlaneStateCard />, { api });
    expect(
      await screen.findByText('None; reached with credentials'),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading')).toHaveTextContent('Not reported');
  });

  it.each([
    ['stale', 'The control plane default stopped answering 14 min ago.'],
    [
      'forbidden',
      'The control plane default does not let the portal read DataPlanes any more, since 14 min ago.',
    ],
    ['absent', 'The control plane default no longer serves DataPlanes.'],
    ['syncing', 'The portal is still reading the control plane default.'],
  ] satisfies [SourceStatus['state'], string][])(
    'says so where its source is %s',
    async (sourceState, sentence) => {
      const { source } = planeViewFixture();
      const api = new FakePlanesApi(
        planeViewFixture({
          source: {
            ...source,
            state: sourceState,
            since: ago(14),
            // Listed long before: the watch kept it true until `since`.
            lastSyncedAt: ago(16_000),
            error: 'connection refused',
          },
        }),
      );
      await renderOnEntityPage(<PlaneStateCard />, { api });
      expect(await screen.findByRole('status')).toHaveTextContent(sentence);
      expect(screen.getByText(/Plane resource, read/)).toHaveTextContent(
        '14 min ago',
      );
    },
  );

  it('has a skeleton until the first answer', async () => {
    const api = new FakePlanesApi(planeViewFixture());
    api.hanging = true;
    await renderOnEntityPage(<PlaneStateCard />, { api });
    expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = new FakePlanesApi();
    api.error = await responseError(403, 'NotAllowedError', 'Unauthorized');
    await renderOnEntityPage(<PlaneStateCard />, { api });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'It needs the permission openchoreo.plane.read.',
    );
  });

  it('says that the control plane no longer has the plane', async () => {
    await renderOnEntityPage(<PlaneStateCard />, { api: new FakePlanesApi() });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The control plane no longer has this plane',
    );
  });

  it('says what failed, and tries again on request', async () => {
    const user = userEvent.setup();
    const api = new FakePlanesApi(planeViewFixture());
    api.error = await responseError(
      503,
      'ServiceUnavailableError',
      'Not ready',
    );
    await renderOnEntityPage(<PlaneStateCard />, { api });
    expect(await screen.findByText('Not ready')).toBeInTheDocument();

    api.error = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 agent connected')).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});

describe('PlaneStateCard, while updates fail', () => {
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: true });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('keeps what it knew and says how old that is', async () => {
    const api = new FakePlanesApi(planeViewFixture());
    await renderOnEntityPage(<PlaneStateCard />, { api });
    expect(await screen.findByText('1 agent connected')).toBeInTheDocument();

    api.error = await responseError(502, 'Error', 'Bad gateway');
    await act(async () => {
      await jest.advanceTimersByTimeAsync(10_000);
    });
    expect(screen.getByRole('status')).toHaveTextContent('Bad gateway');
    expect(screen.getByRole('status')).toHaveTextContent(
      /The portal stopped answering\. This is what it knew 1\d s ago\./,
    );
    expect(screen.getByText('1 agent connected')).toBeInTheDocument();
  });
});
