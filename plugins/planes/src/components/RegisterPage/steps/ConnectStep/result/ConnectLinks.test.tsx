import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { planeEntityFixture } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { act, screen, waitFor } from '@testing-library/react';
import { ConnectLinks } from './ConnectLinks';

const ENTITY_REF = 'resource:acme/data-plane-eu-west';

/** The button that opens the plane, as assistive technology sees it. */
function openThePlane() {
  return screen.getByRole('link', { name: 'Open the plane' });
}

async function renderLinks(catalog: ReturnType<typeof catalogApiMock>) {
  await renderInTestApp(<ConnectLinks entityRef={ENTITY_REF} finished />, {
    apis: [[catalogApiRef, catalog]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('ConnectLinks', () => {
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: true });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('opens the plane once the catalog has it', async () => {
    const catalog = catalogApiMock();
    const lookUp = jest
      .spyOn(catalog, 'getEntityByRef')
      .mockResolvedValueOnce(undefined)
      .mockResolvedValue(planeEntityFixture());
    await renderLinks(catalog);
    expect(openThePlane()).toHaveAttribute('aria-disabled', 'true');
    expect(lookUp).toHaveBeenCalledTimes(1);
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    await waitFor(() =>
      expect(openThePlane()).not.toHaveAttribute('aria-disabled', 'true'),
    );
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(lookUp).toHaveBeenCalledTimes(2);
  });

  it('keeps nobody away where the catalog cannot be asked', async () => {
    const catalog = catalogApiMock();
    jest.spyOn(catalog, 'getEntityByRef').mockRejectedValue(new Error('Busy'));
    await renderLinks(catalog);
    await waitFor(() =>
      expect(openThePlane()).not.toHaveAttribute('aria-disabled', 'true'),
    );
  });
});
