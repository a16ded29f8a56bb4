import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { FakeWorkflowRunsApi } from '../testing/FakeWorkflowRunsApi';
import { runViewFixture, timelineFixture } from '../testing/fixtures';
import { WorkflowRunsClient } from './WorkflowRunsClient';

const BASE_URL = 'http://backend/api/workflow-runs';

const server = setupServer();
registerMswTestHooks(server);

function createClient() {
  return new WorkflowRunsClient({
    fetchApi: {
      fetch: (input, init) =>
        fetch(`${input}`.replace('plugin://workflow-runs', BASE_URL), init),
    },
  });
}

function refuse(status: number, name: string, message: string) {
  return HttpResponse.json(
    { error: { name, message }, response: { statusCode: status } },
    { status },
  );
}

describe('WorkflowRunsClient', () => {
  it('reads every part of the API at its address, with what was asked for', async () => {
    const fake = new FakeWorkflowRunsApi(runViewFixture());
    const { uid } = runViewFixture();
    const list = await fake.listRuns({});
    const logs = await fake.getLogs(uid, 'n', {});
    const answers: Record<string, object> = {
      '/runs': list,
      '/runs?phase=Failed&phase=Pending&text=a%26b&limit=5': list,
      '/runs/a%2Fb': await fake.getRun(uid),
      '/runs/a%2Fb/timeline': timelineFixture(),
      '/runs/a%2Fb/baseline': { runs: 2, medianMs: 5, tasks: [] },
      '/runs/a%2Fb/nodes/n%2F1': await fake.getNode(uid, 'n'),
      '/runs/a%2Fb/nodes/n%2F1/logs': logs,
      '/runs/a%2Fb/nodes/n%2F1/logs?container=main&tailLines=10&since=2026-11-20T10%3A00%3A00Z':
        { ...logs, complete: false },
      '/runs/a%2Fb/events': { items: [] },
      '/runs/a%2Fb/events?node=n%2F1': { items: [] },
    };
    const asked: string[] = [];
    server.use(
      http.get(`${BASE_URL}/*`, ({ request }) => {
        const address = request.url.replace(BASE_URL, '');
        asked.push(address);
        return HttpResponse.json(answers[address]);
      }),
    );
    const client = createClient();
    const since = '2026-11-20T10:00:00Z';
    const results = [
      await client.listRuns({}),
      await client.listRuns({
        phase: ['Failed', 'Pending'],
        text: 'a&b',
        workflow: undefined,
        limit: 5,
      }),
      await client.getRun('a/b'),
      await client.getTimeline('a/b'),
      await client.getBaseline('a/b'),
      await client.getNode('a/b', 'n/1'),
      await client.getLogs('a/b', 'n/1', {}),
      await client.getLogs('a/b', 'n/1', {
        container: 'main',
        tailLines: 10,
        since,
      }),
      await client.getEvents('a/b'),
      await client.getEvents('a/b', 'n/1'),
    ];
    expect(asked).toEqual(Object.keys(answers));
    // What is undefined does not travel.
    expect(JSON.parse(JSON.stringify(results))).toEqual(
      JSON.parse(JSON.stringify(Object.values(answers))),
    );
  });

  it('asks again with the ETag, and gives the same object while nothing has changed', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(`${BASE_URL}/runs/u/timeline`, ({ request }) => {
        asked.push(request.headers.get('If-None-Match'));
        return asked.length === 1
          ? HttpResponse.json(timelineFixture(), { headers: { ETag: '"1"' } })
          : new HttpResponse(undefined, { status: 304 });
      }),
    );
    const client = createClient();
    const first = await client.getTimeline('u');
    expect(await client.getTimeline('u')).toBe(first);
    expect(asked).toEqual([null, '"1"']);
  });

  it('acts and runs again', async () => {
    const asked: unknown[] = [];
    const { ref } = runViewFixture();
    server.use(
      http.post(`${BASE_URL}/*`, async ({ request }) => {
        const address = request.url.replace(BASE_URL, '');
        asked.push([address, await request.json()]);
        return HttpResponse.json(
          address.endsWith('/rerun')
            ? { uid: 'new', ref }
            : { action: 'stop', suspended: false, shutdown: 'Stop' },
        );
      }),
    );
    const client = createClient();
    await expect(client.act('u', 'stop', 'argo-uid')).resolves.toEqual({
      action: 'stop',
      suspended: false,
      shutdown: 'Stop',
    });
    await expect(
      client.rerun('u', { parameters: { 'repository.branch': 'main' } }),
    ).resolves.toEqual({ uid: 'new', ref });
    expect(asked).toEqual([
      ['/runs/u/actions/stop', { workflowUid: 'argo-uid' }],
      ['/runs/u/rerun', { parameters: { 'repository.branch': 'main' } }],
    ]);
  });

  it('rejects with what the backend said, and an answer of another shape', async () => {
    server.use(
      http.get(`${BASE_URL}/runs/u`, () =>
        refuse(403, 'NotAllowedError', 'Unauthorized'),
      ),
      http.get(`${BASE_URL}/runs/other`, () =>
        HttpResponse.json({ item: { name: 'no run' } }),
      ),
      http.post(`${BASE_URL}/runs/u/actions/stop`, () =>
        refuse(409, 'ConflictError', 'Another workflow'),
      ),
    );
    const client = createClient();
    await expect(client.getRun('u')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError' },
    });
    await expect(client.getRun('other')).rejects.toThrow(
      'in a form that this version of the portal does not know',
    );
    await expect(client.act('u', 'stop', 'x')).rejects.toMatchObject({
      statusCode: 409,
      cause: { name: 'ConflictError' },
    });
  });

  it('can be cancelled', async () => {
    server.use(
      http.get(`${BASE_URL}/runs`, () => new Promise(() => undefined)),
    );
    const controller = new AbortController();
    const { signal } = controller;
    const request = createClient().listRuns({}, { signal });
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });
});
