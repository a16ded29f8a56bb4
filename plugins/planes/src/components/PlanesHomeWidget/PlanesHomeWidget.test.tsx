import {
  FakePlanesApi,
  mockLayout,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { testPlane } from '../../__testUtils__/testPlane';
import { PlanesHomeWidget } from './PlanesHomeWidget';

async function renderWidget(api: FakePlanesApi) {
  await renderOnEntityPage(<PlanesHomeWidget />, { api });
}

describe('PlanesHomeWidget', () => {
  it('counts the planes by state and lists those that need attention, the worst first', async () => {
    await renderWidget(
      new FakePlanesApi(
        testPlane('one'),
        testPlane('two'),
        testPlane('three', { state: 'stale' }),
        testPlane('four', { state: 'disconnected' }),
        testPlane('five', { state: 'disconnected' }),
        testPlane('six', { state: 'deleting' }),
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

  it('asks for the first few only, and leads to the others', async () => {
    const planes = Array.from({ length: 8 }, (_, index) =>
      testPlane(`plane-${index}`, { state: index ? 'stale' : 'disconnected' }),
    );
    const api = new FakePlanesApi(...planes, testPlane('well'));
    renderInPortal(<PlanesHomeWidget />, { api });
    expect(
      await screen.findByRole('link', { name: 'Show all 8' }),
    ).toHaveAttribute('href', '/planes?state=disconnected&state=stale');
    expect(screen.getByRole('link', { name: 'Connected' })).toHaveAttribute(
      'href',
      '/planes?state=connected',
    );
    expect(screen.getAllByRole('link', { name: /^plane-/ })).toHaveLength(6);
    expect(api.queries).toEqual([{ sort: 'health', limit: 6 }]);
  });

  it('leads to the page of all planes, filtered', async () => {
    const user = userEvent.setup();
    mockLayout({ width: 1200 });
    const api = new FakePlanesApi(
      testPlane('one', { state: 'stale' }),
      testPlane('two'),
    );
    renderInPortal(<PlanesHomeWidget />, { api });
    await user.click(await screen.findByRole('link', { name: 'Stale' }));
    expect(
      await screen.findByRole('button', { name: '1 Stale', pressed: true }),
    ).toBeVisible();
    expect(await screen.findByRole('link', { name: 'one' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'two' })).not.toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it('does without links where the portal has no page of all planes', async () => {
    const planes = Array.from({ length: 8 }, (_, index) =>
      testPlane(`plane-${index}`, { state: 'disconnected' }),
    );
    await renderWidget(new FakePlanesApi(...planes));
    expect(await screen.findByText('and 2 more')).toBeVisible();
    expect(screen.getByText('Disconnected', { selector: 'p' })).toBeVisible();
  });

  it('is calm when all is well', async () => {
    await renderWidget(new FakePlanesApi(testPlane('one')));
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
      new FakePlanesApi(testPlane('one', { view: { source: stale } })),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The control plane default could last be read 1 min ago and may have changed.What is shown is as it was then; the portal keeps trying. connection refused',
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
