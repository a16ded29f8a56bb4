import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { HistorySummary } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  FakePlanesApi,
  FakeSignals,
  mockLayout,
  responseError,
  scrollWindow,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router-dom';
import { testPlane, testPlanes } from '../../__testUtils__/testPlane';
import { FleetPage } from './FleetPage';

const RECENT: HistorySummary = {
  slots: ['up', 'up', 'down'],
  uptime: 0.9971,
  losses: 2,
  flaps: 0,
};

const FLEET = [
  testPlane('eu-west', {
    state: 'disconnected',
    since: new Date(Date.now() - 14 * 60_000).toISOString(),
  }),
  testPlane('builds', { kind: 'WorkflowPlane', state: 'stale' }),
  testPlane('us-east', { namespace: 'globex', plane: { planeID: 'us-1' } }),
  testPlane('default', { kind: 'ClusterDataPlane' }),
];

function Browser() {
  const { search } = useLocation();
  const navigate = useNavigate();
  return (
    <button onClick={() => navigate(-1)}>
      Back from {search || 'no query'}
    </button>
  );
}

async function renderPage(
  api: FakePlanesApi,
  options: { search?: string; signals?: FakeSignals } = {},
) {
  const { search = '', signals = new FakeSignals() } = options;
  return renderInTestApp(
    <>
      <FleetPage />
      <Browser />
    </>,
    {
      apis: [
        [planesApiRef, api],
        [signalApiRef, signals],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${search}`],
    },
  );
}

function expectSearch(search: string) {
  expect(
    screen.getByRole('button', { name: `Back from ${search || 'no query'}` }),
  ).toBeInTheDocument();
}

async function untilShown(...names: string[]) {
  await waitFor(() =>
    expect(
      screen.getAllByRole('link').map(({ textContent }) => textContent),
    ).toEqual(names),
  );
}

function tableNames() {
  return within(screen.getByRole('table'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
}

describe('FleetPage', () => {
  beforeEach(() => mockLayout({ width: 1200 }));
  afterEach(() => {
    scrollWindow(0);
    jest.restoreAllMocks();
  });

  it('shows what needs attention as cards with their next step, and the rest as rows', async () => {
    const api = new FakePlanesApi(...FLEET);
    api.fleetUptime = 0.9994;
    api.recent.set('us-east', RECENT);
    await renderPage(api);

    const attention = await screen.findByRole('region', {
      name: 'Needs attention 2',
    });
    const cards = within(attention).getAllByRole('listitem');
    expect(
      cards.map(card => within(card).getByRole('heading').textContent),
    ).toEqual(['eu-west', 'builds']);
    expect(cards[0]).toHaveTextContent(
      'DisconnectedData plane · acme / eu-westDisconnected for 14 min. eu-west is so.',
    );
    expect(
      within(cards[0]).getByRole('link', {
        name: 'Test connection of eu-west',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/acme/resource/data-plane-eu-west?connection-test=run',
    );

    const healthy = screen.getByRole('region', { name: 'Healthy 2' });
    const rows = within(healthy)
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows).toEqual([
      'NameTypeNamespaceplaneIDAgentsHeartbeatLast 24 hState',
      'defaultData planecluster scopedefault1 agent–Connected',
      'us-eastData planeglobexus-11 agent–99.71 % in 24 hours, 2 lossesConnected',
    ]);
    expect(
      within(healthy).getByRole('link', { name: 'default' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/cluster-data-plane-default',
    );

    expect(screen.getByText(/4 planes on 1 control plane/)).toHaveTextContent(
      'updated just now',
    );
    expect(screen.getByText(/fleet uptime/)).toHaveTextContent('99.94 %');
  });

  it('filters by state, which the URL says and the back button takes back', async () => {
    const user = userEvent.setup();
    await renderPage(new FakePlanesApi(...FLEET));
    const states = await screen.findByRole('group', {
      name: 'Planes by state',
    });
    const stale = within(states).getByRole('button', { name: '1 Stale' });
    expect(stale).toHaveAttribute('aria-pressed', 'false');

    await user.click(stale);
    await untilShown('builds', 'Test connection');
    expect(stale).toHaveAttribute('aria-pressed', 'true');
    expectSearch('?state=stale');

    await user.click(
      within(states).getByRole('button', { name: '1 Disconnected' }),
    );
    expectSearch('?state=stale&state=disconnected');

    await user.click(screen.getByRole('button', { name: /^Back/ }));
    await untilShown('builds', 'Test connection');
    await user.click(screen.getByRole('button', { name: /^Back/ }));
    expect(await screen.findByRole('link', { name: 'default' })).toBeVisible();
    expectSearch('');
  });

  it('filters as one types, without an entry in the history for every letter', async () => {
    const user = userEvent.setup();
    const api = new FakePlanesApi(...FLEET);
    await renderPage(api);
    const field = await screen.findByRole('searchbox', {
      name: 'Search planes',
    });
    await user.type(field, 'globex');
    await untilShown('us-east');
    expectSearch('?q=globex');
    // Once at first, and once when the typing rested.
    expect(api.queries.map(({ text }) => text)).toEqual([undefined, 'globex']);

    await user.type(field, ' nothing');
    expect(
      await screen.findByText('None of the 4 planes is like that.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('link', { name: 'default' })).toBeVisible();
    expect(field).toHaveValue('');
    expectSearch('');
  });

  it('filters by type and namespace, with what each choice would show', async () => {
    const user = userEvent.setup();
    await renderPage(new FakePlanesApi(...FLEET));
    expect(
      await screen.findByRole('button', { name: 'All 4' }),
    ).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Workflow 1' }));
    await untilShown('builds', 'Test connection');
    expectSearch('?type=workflow');
    await user.click(screen.getByRole('button', { name: 'All 4' }));

    const namespace = screen.getByRole('combobox', { name: 'Namespace' });
    expect(
      within(namespace)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['all', 'cluster scope (1)', 'acme (2)', 'globex (1)']);
    await user.selectOptions(namespace, 'cluster scope (1)');
    await untilShown('default');
    expectSearch('?namespace=');
    await user.selectOptions(namespace, 'all');
    expectSearch('');
  });

  it('groups, as cards or as a table, and ignores what it does not know', async () => {
    const user = userEvent.setup();
    await renderPage(new FakePlanesApi(...FLEET), {
      search: '?group=namespace&state=nonsense&view=table&page=7',
    });
    await screen.findByRole('region', { name: 'globex 1' });
    const groups = () =>
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent);
    expect(groups()).toEqual(['Cluster scope 1', 'acme 2', 'globex 1']);
    expect(screen.getAllByRole('table')).toHaveLength(3);

    await user.click(screen.getByRole('button', { name: 'Cards' }));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(4);

    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Group' }),
      'type',
    );
    await screen.findByRole('region', { name: 'Data planes 3' });
    expect(groups()).toEqual(['Data planes 3', 'Workflow planes 1']);
    expectSearch('?page=7&group=type&view=cards');

    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Group' }),
      'cluster',
    );
    expect(
      await screen.findByRole('region', { name: 'us-1 · data planes 1' }),
    ).toBeVisible();
  });

  it.each([
    [360, ['Name', 'State']],
    [700, ['Name', 'Namespace', 'Heartbeat', 'State']],
  ])('drops columns by importance in %p pixels', async (width, columns) => {
    mockLayout({ width });
    await renderPage(new FakePlanesApi(testPlane('one')));
    expect(
      (await screen.findAllByRole('columnheader')).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(columns);
  });

  it('has few of a thousand planes in the page, and loads more as one scrolls', async () => {
    const api = new FakePlanesApi(...testPlanes(1000));
    await renderPage(api);
    await screen.findByRole('region', { name: 'Healthy 1000' });
    expect(tableNames()[0]).toBe('plane-0000');
    expect(tableNames().length).toBeLessThan(60);
    expect(api.queries).toHaveLength(1);

    scrollWindow(100 * 40);
    expect(tableNames()).toContain('plane-0110');
    expect(tableNames()).not.toContain('plane-0000');

    scrollWindow(900 * 40);
    expect(
      await screen.findByRole('link', { name: 'plane-0890' }),
    ).toBeInTheDocument();
    expect(tableNames().length).toBeLessThan(60);
    const rows = screen.getAllByRole('row');
    expect(rows.at(-1)).toHaveAttribute(
      'aria-rowindex',
      String(Number(tableNames().at(-1)?.slice(-4)) + 2),
    );
  });

  it('shows a loss that the backend signals, without moving what one points at', async () => {
    const user = userEvent.setup();
    const api = new FakePlanesApi(testPlane('one'), testPlane('two'));
    const signals = new FakeSignals();
    await renderPage(api, { signals });
    await user.hover(await screen.findByRole('link', { name: 'one' }));

    api.planes = [
      testPlane('one'),
      testPlane('two', { state: 'disconnected' }),
    ];
    act(() => signals.publish('planes'));
    expect(
      await screen.findByRole('button', { name: '1 Disconnected' }),
    ).toBeVisible();
    expect(tableNames()).toEqual(['one', 'two']);
    expect(screen.getByRole('row', { name: /^two/ })).toHaveTextContent(
      'Disconnected',
    );
    expect(screen.getByText(/1 control plane/)).toHaveTextContent('live,');
    expect(
      screen.getByRole('button', { name: '1 plane changed: update the order' }),
    ).toBeVisible();

    await user.hover(screen.getByRole('searchbox'));
    expect(
      screen.getByRole('region', { name: 'Needs attention 1' }),
    ).toHaveTextContent('two');
    expect(tableNames()).toEqual(['one']);
  });

  it('exports what the filters let through, from all pages', async () => {
    const user = userEvent.setup();
    const blobs: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => undefined,
    });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockReturnValue();
    const planes = [...testPlanes(600), testPlane('other')];
    await renderPage(new FakePlanesApi(...planes), { search: '?q=plane-' });
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('button', { name: 'Export' })).toBeEnabled();

    expect(click).toHaveBeenCalledTimes(1);
    const lines = (await blobs[0].text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(601);
    expect(lines[600]).toMatch(/^plane-0599,default,DataPlane,acme,/);
  });
});

describe('FleetPage, where not all is well', () => {
  beforeEach(() => mockLayout({ width: 1200 }));
  afterEach(() => jest.restoreAllMocks());

  it('has a skeleton', async () => {
    const api = new FakePlanesApi();
    api.hanging = true;
    await renderPage(api);
    expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = new FakePlanesApi(...FLEET);
    api.error = await responseError(403, 'NotAllowedError', 'No');
    await renderPage(api);
    expect(await screen.findByText('openchoreo.plane.read')).toBeVisible();
  });

  it('says why it failed, and tries again', async () => {
    const user = userEvent.setup();
    const api = new FakePlanesApi(...FLEET);
    api.error = await responseError(503, 'ServiceUnavailableError', 'Busy');
    await renderPage(api);
    expect(await screen.findByText('Busy')).toBeVisible();
    api.error = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'default' })).toBeVisible();
  });

  it('keeps what it has while the portal does not answer, and says so', async () => {
    const api = new FakePlanesApi(...FLEET);
    const signals = new FakeSignals();
    await renderPage(api, { signals });
    await screen.findByRole('link', { name: 'default' });
    api.error = new Error('Failed to fetch');
    act(() => signals.publish('planes'));
    expect(await screen.findByText(/stopped answering/)).toBeVisible();
    expect(screen.getByText(/updates fail, last updated/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'default' })).toBeVisible();
  });

  it('says what a plane is and how to begin where there is none', async () => {
    const api = new FakePlanesApi();
    api.sources = [FLEET[0].source];
    const { unmount } = await renderPage(api);
    expect(
      await screen.findByRole('heading', { name: 'There are no planes yet' }),
    ).toBeVisible();
    expect(screen.getByText(/^kubectl get dataplanes/)).toBeVisible();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    unmount();

    await renderPage(new FakePlanesApi());
    expect(await screen.findByText('openchoreo.controlPlanes')).toBeVisible();
  });

  it('warns of what may not be true, above planes that are still shown', async () => {
    const api = new FakePlanesApi(...FLEET);
    const { source, gateway } = FLEET[0];
    api.sources = [
      source,
      { ...source, kind: 'WorkflowPlane', state: 'forbidden', error: 'No.' },
    ];
    api.gateways = [{ ...gateway, state: 'refused', error: 'unknown CA' }];
    await renderPage(api);
    const [rights, certificates] = await screen.findAllByRole('status');
    expect(rights).toHaveTextContent(
      'WorkflowPlanes of the control plane default may not be read by the portal; the planes shown may have changed.Grant its service account to get, list and watch them, as docs/manifests/rbac.yaml does. No.',
    );
    expect(certificates).toHaveTextContent(/gateway\.certFile.*unknown CA/);
    expect(screen.getByRole('link', { name: 'default' })).toBeVisible();
  });
});
