import {
  PlaneStateName,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { responseError } from '../../__testUtils__/responseError';
import { PlanesHomeWidget } from './PlanesHomeWidget';

function plane(
  name: string,
  state: PlaneStateName,
  since?: string,
  overrides: Partial<PlaneView> = {},
): PlaneView {
  const { ref } = planeViewFixture().plane;
  return planeViewFixture({
    title: name,
    state: { state, since, reason: `${name} is so.`, source: 'resource' },
    ...overrides,
    plane: { ref: { ...ref, name }, uid: name },
  });
}

async function renderWidget(api: FakePlanesApi) {
  await renderOnEntityPage(<PlanesHomeWidget />, { api });
}

describe('PlanesHomeWidget', () => {
  it('counts the planes by state and lists those that need attention, the worst first', async () => {
    await renderWidget(
      new FakePlanesApi(
        plane('one', 'connected'),
        plane('two', 'connected'),
        plane('three', 'stale'),
        plane('four', 'disconnected', '2026-11-20T10:00:00Z'),
        plane('five', 'disconnected', '2026-11-20T11:00:00Z'),
        plane('six', 'deleting'),
      ),
    );
    const counts = await screen.findByRole('list', { name: 'Planes by state' });
    expect(
      within(counts)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['2Disconnected', '1Stale', '1Deleting', '2Connected']);

    expect(
      screen.getByRole('heading', { name: 'Needs attention' }),
    ).toBeVisible();
    expect(
      screen.getAllByRole('link').map(({ textContent }) => textContent),
    ).toEqual(['five', 'four', 'three']);
    expect(screen.getByText('five is so.')).toBeVisible();
    expect(screen.getByText(/Updated/)).toHaveTextContent('just now');
  });

  it('shows the first few, and all on request', async () => {
    const user = userEvent.setup();
    const planes = Array.from({ length: 8 }, (_, index) =>
      plane(`plane-${index}`, 'disconnected'),
    );
    await renderWidget(new FakePlanesApi(...planes));
    const button = await screen.findByRole('button', { name: 'Show all 8' });
    expect(screen.getAllByRole('link')).toHaveLength(6);
    await user.click(button);
    expect(screen.getAllByRole('link')).toHaveLength(8);
  });

  it('is calm when all is well', async () => {
    await renderWidget(new FakePlanesApi(plane('one', 'connected')));
    expect(await screen.findByText('No plane needs attention.')).toBeVisible();
  });

  it('says how to begin where there is nothing', async () => {
    await renderWidget(new FakePlanesApi());
    expect(await screen.findByText('openchoreo.controlPlanes')).toBeVisible();
  });

  it('says what may be out of date', async () => {
    const { source } = planeViewFixture();
    const stale = {
      ...source,
      state: 'stale' as const,
      since: new Date(Date.now() - 61_000).toISOString(),
      error: 'connection refused',
    };
    await renderWidget(
      new FakePlanesApi(
        plane('one', 'connected', undefined, { source: stale }),
      ),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The control plane default could last be read 1 min ago and may have changed.connection refused',
    );
  });

  it('has a skeleton, and says why it has nothing to show', async () => {
    const api = new FakePlanesApi();
    api.hanging = true;
    const { unmount } = await renderOnEntityPage(<PlanesHomeWidget />, { api });
    expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
    unmount();

    const forbidden = new FakePlanesApi();
    forbidden.error = await responseError(403, 'NotAllowedError', 'No');
    await renderWidget(forbidden);
    expect(await screen.findByText('openchoreo.plane.read')).toBeVisible();
  });
});
