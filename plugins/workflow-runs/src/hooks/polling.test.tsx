import { TestApiProvider } from '@backstage/frontend-test-utils';
import { setPageVisibility } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import {
  RunsQuery,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { FakeWorkflowRunsApi } from '../testing/FakeWorkflowRunsApi';
import {
  argoNodeFixture,
  argoWorkflowFixture,
  runViewFixture,
  timelineFixture,
} from '../testing/fixtures';
import { useRun } from './useRun';
import { useRunsList } from './useRunsList';
import { useTimeline } from './useTimeline';

const { uid } = runViewFixture();

async function advance(ms: number) {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
}

async function render<R, P>(
  api: FakeWorkflowRunsApi,
  hook: (props: P) => R,
  initialProps: P,
) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[workflowRunsApiRef, api]]}>
      {children}
    </TestApiProvider>
  );
  const rendered = renderHook(hook, { wrapper, initialProps });
  await advance(0);
  return rendered;
}

/** How many requests come in a minute, after the first. */
async function requestsAMinute(api: FakeWorkflowRunsApi): Promise<number> {
  const before = api.requests.length;
  await advance(60_000);
  return api.requests.length - before;
}

beforeEach(() => {
  jest.useFakeTimers();
  setPageVisibility('visible');
});

afterEach(() => {
  setPageVisibility('visible');
  jest.useRealTimers();
});

describe('useTimeline', () => {
  const running = argoWorkflowFixture({
    phase: 'Running',
    finishedAt: undefined,
  });
  const node = argoNodeFixture({ phase: 'Running', finishedAt: undefined });

  it.each<[number, string, Partial<TimelineResponse>]>([
    [60, 'a run is live', { workflow: running }],
    [
      60,
      'it is to be created',
      {
        source: 'none',
        workflow: undefined,
        nodes: [],
        gap: { reason: 'not-created', message: 'Not yet.' },
      },
    ],
    [
      12,
      'its plane is offline',
      {
        source: 'last-known',
        workflow: running,
        gap: { reason: 'plane-offline', message: 'Offline.' },
      },
    ],
    [
      12,
      'only the control plane tells of it',
      {
        source: 'tasks',
        workflow: undefined,
        nodes: [node],
        gap: { reason: 'forbidden', message: 'No.' },
      },
    ],
    [2, 'it has ended', {}],
    [
      2,
      'nothing is left of it',
      {
        source: 'none',
        workflow: undefined,
        nodes: [],
        gap: { reason: 'argo-gone', message: 'Gone.' },
      },
    ],
  ])('asks %p times a minute where %s', async (times, _, overrides) => {
    const api = new FakeWorkflowRunsApi(runViewFixture());
    api.timelines.set(uid, timelineFixture(overrides));
    await render(api, useTimeline, uid);
    expect(await requestsAMinute(api)).toBe(times);
  });

  it('keeps the last answer and its time while requests fail, and asks less often', async () => {
    const api = new FakeWorkflowRunsApi(runViewFixture());
    const timeline = timelineFixture({ workflow: running });
    api.timelines.set(uid, timeline);
    const { result } = await render(api, useTimeline, uid);
    const updatedAt = Date.now();
    api.error = new Error('Failed to fetch');
    expect(await requestsAMinute(api)).toBe(12);
    expect(result.current).toMatchObject({ value: timeline, updatedAt });
    expect(result.current.error).toBe(api.error);
  });

  it('rests while the tab is hidden', async () => {
    const api = new FakeWorkflowRunsApi(runViewFixture());
    api.timelines.set(uid, timelineFixture({ workflow: running }));
    await render(api, useTimeline, uid);
    setPageVisibility('hidden');
    expect(await requestsAMinute(api)).toBe(0);
    act(() => setPageVisibility('visible'));
    await advance(0);
    expect(api.requests).toHaveLength(2);
  });
});

describe('useRun', () => {
  it('asks once for all who show it: every 2 seconds, and less once it has ended', async () => {
    const run = runViewFixture({ phase: 'Running', completedAt: undefined });
    const api = new FakeWorkflowRunsApi(run);
    const useBoth = () => [useRun(uid), useRun(uid)];
    const { result } = await render(api, useBoth, undefined);
    expect(result.current[0].value).toBe(result.current[1].value);
    expect(await requestsAMinute(api)).toBe(30);

    api.runs = [runViewFixture()];
    await advance(2_000);
    expect(result.current[0].value?.item.phase).toBe('Succeeded');
    expect(await requestsAMinute(api)).toBe(2);
  });
});

describe('useRunsList', () => {
  const runs = Array.from({ length: 450 }, (_, index) =>
    runViewFixture({
      uid: `${index}`,
      createdAt: new Date(1e12 - index * 1e3).toISOString(),
    }),
  );
  const uids = (count: number) => runs.slice(0, count).map(run => run.uid);

  it('loads as many pages as are wanted, and asks the less often for them the more they are', async () => {
    const api = new FakeWorkflowRunsApi(...runs);
    const { result } = await render(api, useRunsList, {});
    const shown = () => result.current.value?.items.map(run => run.uid);
    expect(shown()).toEqual(uids(200));
    expect(await requestsAMinute(api)).toBe(12);

    act(() => result.current.want(450));
    await advance(0);
    expect(shown()).toEqual(uids(450));
    // Three pages, every 10 seconds.
    expect(await requestsAMinute(api)).toBe(18);
  });

  it('keeps the previous answer while another query is under way', async () => {
    const api = new FakeWorkflowRunsApi(...runs);
    const { result, rerender } = await render(api, useRunsList, {});
    const query: RunsQuery = { phase: ['Failed'] };
    rerender(query);
    expect(result.current).toMatchObject({ outdated: true, query: {} });
    expect(result.current.value?.items).toHaveLength(200);
    await advance(0);
    expect(result.current).toMatchObject({ outdated: false, query });
    expect(result.current.value?.items).toHaveLength(0);
  });
});
