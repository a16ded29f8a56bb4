import { alertApiRef } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { RegisteredPlane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  FakePlanesApi,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes, useLocation } from 'react-router-dom';
import { fleetRouteRef } from '../../routes';
import {
  kindsFixture,
  v12ControlPlane,
} from '../RegisterPage/__testUtils__/kinds';
import { EditPlanePage } from './EditPlanePage';

const VIEW = planeViewFixture({ title: 'EU West' });
const { uid, ref } = VIEW.plane;
const ENTITY_URL = 'URL: /catalog/acme/resource/data-plane-eu-west';

const REGISTRATION = {
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'eu-west',
  displayName: 'EU West',
  planeID: 'eu-west',
  agentCA: {
    source: 'secret',
    secretKeyRef: { namespace: 'acme', name: 'agent-ca', key: 'ca.crt' },
  },
  secretStore: 'default',
};

function registered(
  changes: Partial<typeof REGISTRATION> = {},
  resourceVersion = '7',
): RegisteredPlane {
  return {
    ref,
    registration: { ...REGISTRATION, ...changes },
    resourceVersion,
  };
}

async function conflictWith(current: RegisteredPlane): Promise<Error> {
  const error = {
    name: 'ConflictError',
    message: 'Changed meanwhile',
    current,
  };
  return ResponseError.fromResponse(
    Response.json({ error, response: { statusCode: 409 } }, { status: 409 }),
  );
}

function fakeApi(): FakePlanesApi {
  const api = new FakePlanesApi(VIEW);
  api.kinds = kindsFixture(v12ControlPlane());
  api.registrations.set(uid, registered());
  api.registrationResult = {
    plane: { ref, entityRef: VIEW.entityRef, title: 'EU West', uid },
    manifest: '',
    problems: [],
  };
  return api;
}

function Url() {
  const { pathname } = useLocation();
  return <p>{`URL: ${pathname}`}</p>;
}

async function renderPage(api: FakePlanesApi, step = 'identity') {
  const alertApi = mockApis.alert();
  await renderInTestApp(
    <>
      <Routes>
        <Route path="/planes/edit/:uid" element={<EditPlanePage />} />
        <Route path="*" element={<p>Another page</p>} />
      </Routes>
      <Link to="/elsewhere">Elsewhere</Link>
      <Url />
    </>,
    {
      apis: [
        [planesApiRef, api],
        [alertApiRef, alertApi],
      ],
      mountedRoutes: {
        '/planes': fleetRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/planes/edit/${uid}?step=${step}`],
    },
  );
  return { alertApi, user: userEvent.setup() };
}

type User = ReturnType<typeof userEvent.setup>;

async function type(user: User, label: string, text: string) {
  const field = await screen.findByLabelText(label);
  await user.clear(field);
  await user.type(field, text);
}

async function save(user: User) {
  const button = await screen.findByRole('button', { name: 'Save changes' });
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
}

async function goToReview(user: User) {
  const steps = await screen.findByRole('navigation', { name: /steps/i });
  await user.click(within(steps).getByRole('button', { name: /Review/ }));
}

/** What was written, without what was only asked. */
function saved(api: FakePlanesApi) {
  return api.registered.filter(({ dryRun }) => dryRun === undefined);
}

describe('EditPlanePage', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('is empty in the shape of a form while the plane is read', async () => {
    const api = fakeApi();
    api.hanging = true;
    await renderPage(api);
    expect(
      await screen.findByRole('progressbar', { name: 'Loading' }),
    ).toBeVisible();
  });

  it.each([
    [403, 'NotAllowedError', 'No', 'You may not change this plane'],
    [403, 'NotAllowedError', 'No', 'openchoreo.plane.update'],
    [404, 'NotFoundError', 'No', /No control plane has this plane/],
    [400, 'InputError', 'Its agents are of old.', 'Its agents are of old.'],
    [400, 'InputError', 'Old.', 'This plane cannot be changed here'],
  ])('says after %s %s what is to do', async (status, name, said, text) => {
    const api = fakeApi();
    api.errors.getRegistration = await responseError(status, name, said);
    await renderPage(api);
    expect(await screen.findByText(text)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it.each(['getRegistration', 'getKinds'] as const)(
    'can ask again after a failure of %s',
    async method => {
      const api = fakeApi();
      api.errors[method] = await responseError(503, 'Error', 'Busy');
      const { user } = await renderPage(api);
      expect(await screen.findByText('Busy')).toBeVisible();
      delete api.errors[method];
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect(
        await screen.findByRole('heading', { name: 'Edit EU West' }),
      ).toBeVisible();
    },
  );

  it('begins with the values of the plane and leads back to it', async () => {
    await renderPage(fakeApi());
    expect(await screen.findByLabelText('Display name')).toHaveValue('EU West');
    expect(screen.getByLabelText('planeID')).toHaveValue('eu-west');
    expect(screen.getByRole('link', { name: 'EU West' })).toHaveAttribute(
      'href',
      '/catalog/acme/resource/data-plane-eu-west',
    );
    expect(screen.getByRole('link', { name: 'Planes' })).toHaveAttribute(
      'href',
      '/planes',
    );
  });

  it('saves what was changed, and confirms it on the page of the plane', async () => {
    const api = fakeApi();
    const { user, alertApi } = await renderPage(api);
    await type(user, 'Display name', 'Europe');
    await goToReview(user);
    await save(user);
    expect(await screen.findByText(ENTITY_URL)).toBeVisible();
    expect(saved(api)).toEqual([
      {
        uid,
        registration: { ...REGISTRATION, displayName: 'Europe' },
        resourceVersion: '7',
      },
    ]);
    expect(alertApi.getAlerts()).toEqual([
      expect.objectContaining({
        message: 'EU West is saved.',
        severity: 'success',
      }),
    ]);
  });

  it('goes on to the agents where they have to identify themselves in another way', async () => {
    const api = fakeApi();
    const { user, alertApi } = await renderPage(api);
    await type(user, 'planeID', 'europe');
    await goToReview(user);
    await save(user);
    expect(
      await screen.findByRole('heading', { name: 'EU West is saved' }),
    ).toHaveFocus();
    expect(alertApi.getAlerts()).toEqual([]);
    expect(screen.getByRole('link', { name: 'Open EU West' })).toHaveAttribute(
      'href',
      '/catalog/acme/resource/data-plane-eu-west',
    );
    await user.click(screen.getByRole('button', { name: 'Reconnect agents' }));
    expect(
      await screen.findByRole('dialog', { name: 'Reconnect agents' }),
    ).toBeVisible();
  });

  it('shows both sides of a conflict, and saves what was decided over what is there now', async () => {
    const api = fakeApi();
    const theirs = registered(
      { displayName: 'West Europe', secretStore: 'vault' },
      '8',
    );
    api.errors.updatePlane = await conflictWith(theirs);
    const { user } = await renderPage(api);
    await type(user, 'Display name', 'Europe');
    await type(user, 'planeID', 'europe');
    await goToReview(user);
    await save(user);

    expect(
      await screen.findByText(/Somebody else has changed EU West/),
    ).toBeVisible();
    const choice = screen.getByRole('group', { name: 'Display name' });
    expect(choice).toHaveTextContent('Started fromEU West');
    expect(
      within(choice).getByRole('radio', { name: 'Keep mine' }),
    ).toHaveAccessibleDescription('Europe');
    expect(
      within(choice).getByRole('radio', { name: 'Take theirs' }),
    ).toHaveAccessibleDescription('West Europe');
    expect(screen.queryByRole('group', { name: 'planeID' })).toBeNull();
    expect(
      screen.getByRole('region', { name: 'Changed by them only' }),
    ).toHaveTextContent('Secret storevault');

    const go = screen.getByRole('button', { name: 'Continue to review' });
    expect(go).toBeDisabled();
    await user.click(within(choice).getByRole('radio', { name: 'Keep mine' }));
    await user.click(go);
    delete api.errors.updatePlane;
    await save(user);
    expect(
      await screen.findByRole('heading', { name: 'EU West is saved' }),
    ).toBeVisible();
    expect(saved(api).at(-1)).toEqual({
      uid,
      registration: {
        ...REGISTRATION,
        displayName: 'Europe',
        planeID: 'europe',
        secretStore: 'vault',
      },
      resourceVersion: '8',
    });
  });

  it('asks before an open conflict is left', async () => {
    const api = fakeApi();
    api.errors.updatePlane = await conflictWith(
      registered({ displayName: 'West Europe' }, '8'),
    );
    const { user } = await renderPage(api);
    await type(user, 'Display name', 'Europe');
    await goToReview(user);
    await save(user);
    await screen.findByText(/Somebody else has changed EU West/);
    await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Leave without saving?',
    });
    await user.click(within(dialog).getByRole('button', { name: 'Leave' }));
    expect(await screen.findByText('URL: /elsewhere')).toBeVisible();
  });

  it('asks nothing where others have changed only what the form does not have', async () => {
    const api = fakeApi();
    api.errors.updatePlane = await conflictWith(registered({}, '8'));
    const { user } = await renderPage(api);
    await type(user, 'Display name', 'Europe');
    await goToReview(user);
    await save(user);
    await waitFor(() =>
      expect(api.registered.at(-1)).toMatchObject({ resourceVersion: '8' }),
    );
    delete api.errors.updatePlane;
    await save(user);
    expect(await screen.findByText(ENTITY_URL)).toBeVisible();
    expect(saved(api).at(-1)).toEqual({
      uid,
      registration: { ...REGISTRATION, displayName: 'Europe' },
      resourceVersion: '8',
    });
  });

  it('asks before changes are left unsaved', async () => {
    const { user } = await renderPage(fakeApi());
    await type(user, 'Display name', 'Europe');
    await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
    expect(
      await screen.findByRole('dialog', { name: 'Leave without saving?' }),
    ).toBeVisible();
    expect(screen.getByText(`URL: /planes/edit/${uid}`)).toBeVisible();
  });
});
