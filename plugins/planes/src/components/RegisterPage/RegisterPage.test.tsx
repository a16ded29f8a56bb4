import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { KindsResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  FakePlanesApi,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Link,
  Route,
  Routes,
  useLocation,
  useNavigate,
} from 'react-router-dom';
import { fleetRouteRef } from '../../routes';
import {
  kindsFixture,
  v017ControlPlane,
  v12ControlPlane,
} from './__testUtils__/kinds';
import { RegisterPage } from './RegisterPage';

function Browser() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <button onClick={() => navigate(-1)}>Browser back</button>
      <Link to="/elsewhere">Elsewhere</Link>
      <p>{`URL: ${pathname}${search}`}</p>
    </>
  );
}

async function renderPage(
  options: {
    api?: FakePlanesApi;
    kinds?: KindsResponse;
    search?: string;
  } = {},
) {
  const {
    api = new FakePlanesApi(),
    kinds = kindsFixture(v12ControlPlane()),
    search = '',
  } = options;
  api.kinds = kinds;
  const user = userEvent.setup();
  const rendered = await renderInTestApp(
    <>
      <Routes>
        <Route path="/planes/register" element={<RegisterPage />} />
        <Route path="*" element={<p>Another page</p>} />
      </Routes>
      <Browser />
    </>,
    {
      apis: [[planesApiRef, api]],
      mountedRoutes: {
        '/planes': fleetRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/planes/register${search}`],
    },
  );
  return { ...rendered, user, api };
}

type User = ReturnType<typeof userEvent.setup>;

async function chooseKind(user: User, type: string, scope: string) {
  await user.click(await screen.findByRole('radio', { name: type }));
  await user.click(screen.getByRole('radio', { name: scope }));
}

async function fillIdentity(user: User, name: string) {
  await user.click(await screen.findByRole('textbox', { name: /^Name/ }));
  await user.paste(name);
  await user.click(screen.getByRole('combobox', { name: /planeID/ }));
  await user.paste(name);
}

function goOn(user: User, step: string) {
  return user.click(
    screen.getByRole('button', { name: `Continue to ${step}` }),
  );
}

function expectURL(url: string) {
  expect(screen.getByText(`URL: ${url}`)).toBeInTheDocument();
}

describe('RegisterPage', () => {
  beforeEach(() => window.sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('leads through the steps, which the URL and the list of steps tell', async () => {
    const { user } = await renderPage();
    await chooseKind(user, 'Data plane', 'Cluster');
    await goOn(user, 'identity');
    expect(
      await screen.findByRole('region', { name: 'Step 2 of 6: Identity' }),
    ).toHaveFocus();
    expectURL('/planes/register?step=identity');
    await fillIdentity(user, 'edge-02');
    await goOn(user, 'agent');
    await screen.findByRole('region', { name: 'Step 3 of 6: Agent' });

    const steps = within(screen.getByRole('navigation', { name: 'Steps' }));
    expect(
      steps.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Done: WhatData plane, cluster scope',
      'Done: Identityedge-02, planeID edge-02',
      '3AgentInstall it, then give its CA',
      '4LinksSecret store, observability',
      '5ReviewDry run and lint',
      '6ConnectWait for the agent, test',
    ]);
    expect(
      steps.getAllByRole('button').map(({ textContent }) => textContent),
    ).toEqual([
      'Done: WhatData plane, cluster scope',
      'Done: Identityedge-02, planeID edge-02',
    ]);

    await user.click(screen.getByRole('button', { name: 'Browser back' }));
    expect(await screen.findByRole('textbox', { name: /^Name/ })).toHaveValue(
      'edge-02',
    );
  });

  it('shows what is wrong when a step is to be left, and begins with the first field', async () => {
    const { user } = await renderPage();
    await chooseKind(user, 'Data plane', 'One namespace');
    await goOn(user, 'identity');
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    expect(name).toBeValid();
    await goOn(user, 'agent');
    expect(screen.getByRole('combobox', { name: /^Namespace/ })).toHaveFocus();
    expect(screen.getByRole('combobox', { name: /^Namespace/ })).toBeInvalid();
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription(/name/);
    expect(
      screen.getByText(/values to correct\. First: .*namespace/),
    ).toBeInTheDocument();
    expectURL('/planes/register?step=identity');
  });

  it('opens at the step that a link names, once what is before it is filled in', async () => {
    await renderPage({ search: '?step=agent' });
    await screen.findByRole('region', { name: 'Step 1 of 6: What' });
    expectURL('/planes/register?step=what');
  });

  it('keeps a draft over a reload, and starts over', async () => {
    const first = await renderPage();
    await chooseKind(first.user, 'Data plane', 'Cluster');
    await goOn(first.user, 'identity');
    await fillIdentity(first.user, 'edge-02');
    first.unmount();

    const { user } = await renderPage({
      search: '?step=identity&field=planeID',
    });
    expect(await screen.findByText(/^Draft from/)).toHaveTextContent(
      'restored',
    );
    expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue(
      'edge-02',
    );
    expect(screen.getByRole('combobox', { name: /planeID/ })).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(
      await screen.findByRole('radio', { name: 'Data plane' }),
    ).not.toBeChecked();
    expect(screen.queryByText(/^Draft from/)).not.toBeInTheDocument();
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('goes on where the browser keeps nothing', async () => {
    // As in a browser that refuses to store anything.
    jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const { user } = await renderPage();
    await chooseKind(user, 'Data plane', 'Cluster');
    expect(screen.getByRole('radio', { name: 'Cluster' })).toBeChecked();
  });

  it('asks before a link leads away from what was typed', async () => {
    const { user } = await renderPage();
    await screen.findByRole('radio', { name: 'Data plane' });
    await chooseKind(user, 'Data plane', 'Cluster');

    await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
    const question = () =>
      screen.findByRole('dialog', { name: 'Leave without registering?' });
    await user.click(
      within(await question()).getByRole('button', { name: 'Stay' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expectURL('/planes/register');

    await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
    await user.click(
      within(await question()).getByRole('button', {
        name: 'Leave and keep draft',
      }),
    );
    expect(await screen.findByText('Another page')).toBeVisible();
    expectURL('/elsewhere');
    expect(window.sessionStorage).toHaveLength(1);
  });

  it('forgets what was typed where that is asked for, and lets go without a question where there is nothing', async () => {
    const { user } = await renderPage();
    await chooseKind(user, 'Data plane', 'Cluster');
    await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
    await user.click(
      await screen.findByRole('button', { name: 'Discard draft' }),
    );
    expect(await screen.findByText('Another page')).toBeVisible();
    expect(window.sessionStorage).toHaveLength(0);

    await user.click(screen.getByRole('button', { name: 'Browser back' }));
    expect(
      await screen.findByRole('radio', { name: 'Data plane' }),
    ).not.toBeChecked();
    await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
    expect(await screen.findByText('Another page')).toBeVisible();
  });

  it('lets the browser ask before it closes the page', async () => {
    const { user } = await renderPage();
    const closes = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return !event.defaultPrevented;
    };
    await screen.findByRole('radio', { name: 'Data plane' });
    expect(closes()).toBe(true);
    await chooseKind(user, 'Data plane', 'Cluster');
    expect(closes()).toBe(false);
  });

  it('shows the connection of a registered plane without a form, and forgets its draft', async () => {
    const first = await renderPage();
    await chooseKind(first.user, 'Data plane', 'Cluster');
    first.unmount();
    expect(window.sessionStorage).toHaveLength(1);
    await renderPage({ search: '?step=connect&uid=1234' });
    expect(
      await screen.findByRole('region', { name: 'Step 6 of 6: Connect' }),
    ).toBeVisible();
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('says which permission is missing, and nothing else', async () => {
    await renderPage({
      kinds: { ...kindsFixture(v12ControlPlane()), mayCreate: false },
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'You may not register planesIt needs the permission openchoreo.plane.create.',
    );
    expect(
      screen.queryByRole('navigation', { name: 'Steps' }),
    ).not.toBeInTheDocument();
  });

  it('says why the control planes could not be asked, and tries again', async () => {
    const api = new FakePlanesApi();
    api.error = await responseError(403, 'NotAllowedError', 'No');
    const { unmount } = await renderPage({ api });
    expect(
      await screen.findByText('You may not see the state of planes'),
    ).toBeVisible();
    unmount();

    const other = new FakePlanesApi();
    other.error = await responseError(
      503,
      'ServiceUnavailableError',
      'Too busy',
    );
    const { user } = await renderPage({ api: other });
    expect(await screen.findByText('Too busy')).toBeVisible();
    other.error = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('radio', { name: 'Data plane' }),
    ).toBeEnabled();
  });

  it('says how to begin where no control plane is configured', async () => {
    await renderPage({ kinds: kindsFixture() });
    expect(await screen.findByText('openchoreo.controlPlanes')).toBeVisible();
  });

  it('is of use for the other control planes where one cannot be read', async () => {
    const { user, api } = await renderPage({
      kinds: kindsFixture(
        v12ControlPlane({
          name: 'lost',
          kinds: [],
          asOf: undefined,
          error: 'connect ECONNREFUSED',
        }),
        v017ControlPlane(),
      ),
    });
    expect(
      await screen.findByText(
        /The control plane lost cannot be read, so nothing is known/,
      ),
    ).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Control plane' })).toHaveValue(
      'old',
    );
    await chooseKind(user, 'Build plane', 'Cluster');
    await waitFor(() =>
      expect(api.registered.at(-1)).toMatchObject({
        dryRun: 'lint',
        registration: { controlPlane: 'old', kind: 'ClusterBuildPlane' },
      }),
    );
  });

  it('shows what the backend finds at its field, and the manifest as it grows', async () => {
    const api = new FakePlanesApi();
    const { user } = await renderPage({ api });
    await chooseKind(user, 'Data plane', 'Cluster');
    await goOn(user, 'identity');
    api.review = {
      problems: [
        {
          code: 'name-taken',
          severity: 'error',
          field: 'name',
          message: 'There is a ClusterDataPlane edge-02 already.',
        },
      ],
    };
    await fillIdentity(user, 'edge-02');
    const name = screen.getByRole('textbox', { name: /^Name/ });
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription(
        /^Error: ?There is a ClusterDataPlane edge-02 already\.$/,
      ),
    );
    expect(screen.getByLabelText('Manifest in YAML')).toHaveTextContent(
      /kind: ClusterDataPlane.*name: edge-02.*planeID: edge-02/,
    );
    const checks = within(screen.getByRole('region', { name: 'Checks' }));
    expect(checks.getByText(/already/)).toBeVisible();
    expect(checks.getByText(/^Checks: .* 1 failed$/)).toBeInTheDocument();
  });
});
