import {
  FakePlanesApi,
  mockLayout,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { testPlane } from '../../__testUtils__/testPlane';
import { FleetPage } from '../FleetPage';
import { PlanesHomeWidget } from '../PlanesHomeWidget';

const PLACES = [
  ['the page of all planes', <FleetPage key="fleet" />, [testPlane('one')]],
  ['the empty page of all planes', <FleetPage key="empty" />, []],
  ['the empty home widget', <PlanesHomeWidget key="widget" />, []],
] as const;

const EMPTY_PLACES = PLACES.slice(1);

function fakeApi(
  planes: readonly ReturnType<typeof testPlane>[],
  mayCreate = false,
): FakePlanesApi {
  const api = new FakePlanesApi(...planes);
  api.sources = [planeViewFixture().source];
  api.kinds = { controlPlanes: [], mayCreate };
  return api;
}

async function untilLoaded() {
  expect(
    await screen.findByText(/There are no planes yet|^1 plane on/),
  ).toBeVisible();
}

describe('registering a plane', () => {
  beforeEach(() => mockLayout({ width: 1200 }));

  it.each(PLACES)('is offered by %s', async (_, place, planes) => {
    renderInPortal(place, { api: fakeApi(planes, true) });
    expect(
      await screen.findByRole('link', { name: 'Register plane' }),
    ).toHaveAttribute('href', '/planes/register');
    await untilLoaded();
    // Once, however many places on the page could offer it.
    expect(screen.getAllByText('Register plane')).toHaveLength(1);
  });

  it.each(PLACES)(
    'is offered by %s where the permission is not known',
    async (_, place, planes) => {
      const api = fakeApi(planes);
      api.errors.getKinds = await responseError(503, 'Error', 'Busy');
      renderInPortal(place, { api });
      expect(
        await screen.findByRole('link', { name: 'Register plane' }),
      ).toBeVisible();
    },
  );

  it.each(PLACES)(
    'is not offered by %s while the permission is checked',
    async (_, place, planes) => {
      const api = fakeApi(planes);
      api.getKinds = () => new Promise(() => undefined);
      renderInPortal(place, { api });
      await untilLoaded();
      expect(screen.queryByText('Register plane')).not.toBeInTheDocument();
      expect(screen.queryByText(/may not register/)).not.toBeInTheDocument();
    },
  );

  it.each(EMPTY_PLACES)(
    'is explained by %s where the permission is missing',
    async (_, place, planes) => {
      renderInPortal(place, { api: fakeApi(planes) });
      expect(
        await screen.findByText('You may not register planes'),
      ).toBeVisible();
      expect(screen.getByText('openchoreo.plane.create')).toBeVisible();
      expect(screen.queryByText('Register plane')).not.toBeInTheDocument();
    },
  );

  it('cannot be pressed beside the planes without the permission, and everybody can find out why', async () => {
    const user = userEvent.setup();
    const api = fakeApi([testPlane('one')]);
    api.errors.getKinds = await responseError(403, 'NotAllowedError', 'No');
    renderInPortal(<FleetPage />, { api });
    const button = await screen.findByRole('button', {
      name: 'Register plane',
    });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(
      /needs the permission openchoreo\.plane\.create/,
    );
    await user.click(button);
    button.focus();
    expect(button).toHaveFocus();
    expect(
      await screen.findByRole('tooltip', {
        name: /openchoreo\.plane\.create/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Planes' })).toBeVisible();
  });

  it('is not asked about where nothing would offer it', async () => {
    const api = fakeApi([testPlane('one')]);
    const getKinds = jest.spyOn(api, 'getKinds');
    renderInPortal(<PlanesHomeWidget />, { api });
    expect(await screen.findByText('No plane needs attention.')).toBeVisible();
    expect(getKinds).not.toHaveBeenCalled();
  });
});
