import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { PlanesQuery } from '@openchoreo-planes/backstage-plugin-planes-common';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { setPageVisibility } from '../testing/visibility';
import { planesApiRef } from '../api/PlanesApi';
import { FakePlanesApi } from '../testing/FakePlanesApi';
import { FakeSignals } from '../testing/FakeSignals';
import { planeViewFixture } from '../testing/fixtures';
import { usePlanesList } from './usePlanesList';

function planes(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const name = `plane-${`${index}`.padStart(4, '0')}`;
    const { ref } = planeViewFixture().plane;
    return planeViewFixture({ plane: { uid: name, ref: { ...ref, name } } });
  });
}

async function advance(ms: number) {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
}

async function renderList(
  api: FakePlanesApi,
  options: { signals?: FakeSignals; query?: PlanesQuery } = {},
) {
  const { signals, query = {} } = options;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[planesApiRef, api]]}>
      {signals ? (
        <TestApiProvider
          apis={[
            [signalApiRef, signals],
            [planesApiRef, api],
          ]}
        >
          {children}
        </TestApiProvider>
      ) : (
        children
      )}
    </TestApiProvider>
  );
  const hook = renderHook(
    (props: { query: PlanesQuery }) => usePlanesList(props.query),
    { wrapper, initialProps: { query } },
  );
  await advance(0);
  return hook;
}

describe('usePlanesList', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    setPageVisibility('visible');
  });

  afterEach(() => jest.useRealTimers());

  it('loads as many pages as are wanted, and renews them all', async () => {
    const api = new FakePlanesApi(...planes(450));
    const { result } = await renderList(api);
    expect(result.current.value?.items).toHaveLength(200);
    expect(result.current.value?.totalItems).toBe(450);

    act(() => result.current.want(200));
    await advance(0);
    expect(api.queries).toHaveLength(1);

    act(() => result.current.want(401));
    await advance(0);
    expect(result.current.value?.items.map(({ uid }) => uid)).toEqual(
      api.planes.map(({ plane }) => plane.uid),
    );

    api.planes = api.planes.slice(1);
    await advance(5_000);
    expect(result.current.value?.items).toHaveLength(449);
  });

  it('keeps the previous answer while another query is under way', async () => {
    const api = new FakePlanesApi(...planes(2));
    const { result, rerender } = await renderList(api);
    rerender({ query: { text: '0001' } });
    expect(result.current).toMatchObject({ outdated: true, loading: true });
    expect(result.current.value?.items).toHaveLength(2);
    await advance(0);
    expect(result.current).toMatchObject({ outdated: false, loading: false });
    expect(result.current.value?.items).toHaveLength(1);
  });

  it('asks at once when a signal comes, and polls less from then on', async () => {
    const api = new FakePlanesApi(...planes(1));
    const signals = new FakeSignals();
    const { result } = await renderList(api, { signals });
    expect(result.current.live).toBe(false);

    api.planes = planes(3);
    act(() => signals.publish('notifications'));
    await advance(0);
    expect(result.current.value?.items).toHaveLength(1);
    act(() => signals.publish('planes'));
    await advance(0);
    expect(result.current.value?.items).toHaveLength(3);
    expect(result.current.live).toBe(true);

    const before = api.requests;
    await advance(29_999);
    expect(api.requests).toBe(before);
    await advance(1);
    expect(api.requests).toBe(before + 1);

    // No word for so long: the signals may be lost.
    await advance(5 * 60_000);
    expect(result.current.live).toBe(false);
    const silent = api.requests;
    await advance(10_000);
    expect(api.requests).toBe(silent + 2);
  });

  it.each([[undefined], [new FakeSignals()]])(
    'polls every 5 seconds where no signals come',
    async signals => {
      const api = new FakePlanesApi(...planes(1));
      await renderList(api, { signals });
      await advance(14_999);
      expect(api.requests).toBe(3);
    },
  );
});
