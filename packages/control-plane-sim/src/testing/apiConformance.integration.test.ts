import {
  JSON_PATCH,
  MERGE,
  plane,
  PlaneApi,
  PLANES,
  ROOT,
} from '../testUtils/planeApi';
import { startTestControlPlane } from './startTestControlPlane';
import { KubernetesObject, TestControlPlane } from './TestControlPlane';

jest.setTimeout(120_000);

function nameOf({ metadata }: KubernetesObject): string {
  return metadata.name;
}

// Passes on the simulator and on a real kube-apiserver: what is expected here was seen on the latter.
describe('the Kubernetes API', () => {
  let controlPlane: TestControlPlane;
  let api: PlaneApi;

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    api = await PlaneApi.open(controlPlane.kubeconfigFile);
    await controlPlane.client.createNamespace('acme');
    await controlPlane.client.createNamespace('other');
  });

  beforeEach(async () => {
    await api.call('POST', PLANES, plane('one', {}, { labels: { tier: 'a' } }));
  });

  afterEach(async () => {
    api.closeWatches();
    await api.call('DELETE', PLANES);
    await api.call('DELETE', `${ROOT}/namespaces/other/dataplanes`);
  });

  afterAll(() => controlPlane?.stop());

  it('warns of what it drops or does not like', async () => {
    const { warning, body } = await api.call(
      'POST',
      `${PLANES}?dryRun=All`,
      plane(
        'two',
        { nonsense: 1, secretStoreRef: null },
        { finalizers: ['x'] },
      ),
    );
    expect(warning).toBe(
      '299 - "unknown field \\"spec.nonsense\\"", 299 - "metadata.finalizers: \\"x\\": prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers"',
    );
    expect(body.spec).toEqual(plane('two').spec);
  });

  it('counts generations of the spec only, and leaves no trace of a dry run or of no change', async () => {
    const before = (await api.call('GET', `${PLANES}/one`)).body;
    const change = { spec: { planeID: 'q' } };
    const dry = await api.call(
      'PATCH',
      `${PLANES}/one?dryRun=All`,
      change,
      MERGE,
    );
    expect(dry.body).toMatchObject({ metadata: { generation: 2 }, ...change });
    const none = await api.call(
      'PATCH',
      `${PLANES}/one`,
      { spec: before.spec },
      MERGE,
    );
    expect(none.body).toEqual(before);
    const labels = await api.call(
      'PATCH',
      `${PLANES}/one`,
      [{ op: 'add', path: '/metadata/labels/b', value: 'c' }],
      JSON_PATCH,
    );
    expect(labels.body.metadata).toMatchObject({
      generation: 1,
      labels: { tier: 'a', b: 'c' },
    });
    const status = await api.call(
      'PATCH',
      `${PLANES}/one/status`,
      { status: { observedGeneration: 1 }, spec: { planeID: 'ignored' } },
      MERGE,
    );
    expect(status.body).toMatchObject({
      metadata: { generation: 1 },
      spec: before.spec,
      status: { observedGeneration: 1 },
    });
    const spec = await api.call(
      'PATCH',
      `${PLANES}/one`,
      { ...change, status: { observedGeneration: 9 } },
      MERGE,
    );
    expect(spec.body).toMatchObject({
      metadata: { generation: 2 },
      ...change,
      status: { observedGeneration: 1 },
    });
  });

  it('fills in defaults, keeps free-form fields, and holds on to what is immutable', async () => {
    const runs = `${ROOT}/namespaces/acme/workflowruns`;
    const created = await api.call('POST', runs, {
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'WorkflowRun',
      metadata: { generateName: 'run-' },
      spec: { workflow: { name: 'w', parameters: { any: [{ thing: 1 }] } } },
    });
    const { name } = created.body.metadata;
    expect(name).toMatch(/^run-\w{5}$/);
    expect(created.body.spec.workflow).toEqual({
      kind: 'ClusterWorkflow',
      name: 'w',
      parameters: { any: [{ thing: 1 }] },
    });
    const changed = { spec: { workflow: { name: 'v' } } };
    const refused = await api.call('PATCH', `${runs}/${name}`, changed, MERGE);
    expect(refused.body).toMatchObject({
      code: 422,
      message: `WorkflowRun.openchoreo.dev "${name}" is invalid: spec.workflow.name: Invalid value: "string": name is immutable`,
    });
    await api.call('DELETE', `${runs}/${name}`);
  });

  it('refuses two elements with one key in a list that is a map', async () => {
    const planes = `${ROOT}/clusterdataplanes`;
    await api.call('POST', planes, {
      ...plane('shared'),
      kind: 'ClusterDataPlane',
    });
    const condition = {
      type: 'Created',
      status: 'True',
      reason: 'X',
      message: '',
      lastTransitionTime: '2026-01-01T00:00:00Z',
    };
    const refused = await api.call(
      'PATCH',
      `${planes}/shared/status`,
      { status: { conditions: [condition, condition] } },
      MERGE,
    );
    expect(refused.body.message).toBe(
      'ClusterDataPlane.openchoreo.dev "shared" is invalid: status.conditions[1]: Duplicate value: {"type":"Created"}',
    );
    const deleted = await api.call('DELETE', `${planes}/shared`);
    expect(deleted.body).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'shared', kind: 'clusterdataplanes' },
    });
  });

  it('lets finalizers be removed, not added, while an object is being deleted', async () => {
    const held = plane('held', {}, { finalizers: ['a.b/c'] });
    await api.call('POST', PLANES, held);
    const marked = await api.call('DELETE', `${PLANES}/held`);
    expect(marked.body.metadata).toMatchObject({
      deletionTimestamp: expect.any(String),
      deletionGracePeriodSeconds: 0,
      generation: 2,
    });
    const again = await api.call('DELETE', `${PLANES}/held`);
    expect(again.body).toEqual(marked.body);
    const added = await api.call(
      'PATCH',
      `${PLANES}/held`,
      { metadata: { finalizers: ['a.b/c', 'd.e/f'] } },
      MERGE,
    );
    expect(added.body.message).toContain(
      'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"d.e/f"}',
    );
    await api.call(
      'PATCH',
      `${PLANES}/held`,
      { metadata: { finalizers: [] } },
      MERGE,
    );
    expect((await api.call('GET', `${PLANES}/held`)).status).toBe(404);
  });

  it('shows the state of the first page on every page', async () => {
    for (const name of ['three', 'two']) {
      await api.call('POST', PLANES, plane(name));
    }
    await api.call('POST', `${ROOT}/namespaces/other/dataplanes`, plane('far'));
    const first = (await api.call('GET', `${ROOT}/dataplanes?limit=2`)).body;
    await api.call('DELETE', `${PLANES}/two`);
    await api.call(
      'PATCH',
      `${PLANES}/three`,
      { spec: { planeID: 'new' } },
      MERGE,
    );
    await api.call('POST', PLANES, plane('zzz'));
    const token = first.metadata.continue;
    const second = (
      await api.call('GET', `${ROOT}/dataplanes?limit=2&continue=${token}`)
    ).body;
    const names = [...first.items, ...second.items].map(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
    );
    expect(names).toEqual(['acme/one', 'acme/three', 'acme/two', 'other/far']);
    expect(first.metadata.remainingItemCount).toBe(2);
    expect(second.metadata).toMatchObject({
      resourceVersion: first.metadata.resourceVersion,
      continue: '',
    });
    const within = (await api.call('GET', `${PLANES}?limit=500`)).body;
    expect(within.items.map(nameOf)).toEqual(['one', 'three', 'zzz']);
  });

  it.each([
    ['labelSelector=tier', 1],
    ['labelSelector=tier%20in%20(a,b),!other', 1],
    ['labelSelector=tier%20notin%20(a)', 1],
    ['labelSelector=tier!%3Da', 1],
    ['labelSelector=tier%3D%3Da,tier!%3Db', 1],
    ['labelSelector=missing', 0],
    ['fieldSelector=metadata.name%3Done', 1],
    ['fieldSelector=metadata.name!%3Done,metadata.namespace%3Dacme', 1],
    ['fieldSelector=metadata.namespace%3Dother', 0],
  ])('selects by %s', async (query, count) => {
    await api.call('POST', PLANES, plane('plain'));
    const { body } = await api.call('GET', `${ROOT}/dataplanes?${query}`);
    expect(body.items).toHaveLength(count);
  });

  it('tells a watch with a selector when an object enters and leaves it', async () => {
    const { metadata } = (await api.call('GET', PLANES)).body;
    const opened = await api.watch(
      `labelSelector=tier%3Da&resourceVersion=${metadata.resourceVersion}`,
    );
    const label = (tier: string) =>
      api.call(
        'PATCH',
        `${PLANES}/one`,
        { metadata: { labels: { tier } } },
        MERGE,
      );
    await label('b');
    expect(await opened.next()).toMatchObject({
      type: 'DELETED',
      object: { metadata: { name: 'one' } },
    });
    await label('a');
    expect(await opened.next()).toMatchObject({ type: 'ADDED' });
  });

  it('begins a watch with what is there, up to a bookmark', async () => {
    const opened = await api.watch(
      'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
    );
    expect(await opened.next()).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'one' } },
    });
    expect(await opened.next()).toMatchObject({
      type: 'BOOKMARK',
      object: {
        kind: 'DataPlane',
        metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
      },
    });
  });

  it('ends a watch after the time that the client names', async () => {
    const opened = await api.watch('timeoutSeconds=1');
    expect(await opened.next()).toMatchObject({ type: 'ADDED' });
    let line = await opened.nextLine();
    while (line !== undefined) {
      line = await opened.nextLine();
    }
    expect(line).toBeUndefined();
  });

  it.each([
    [
      'Table',
      { kind: 'Table', rows: [{ cells: ['one', expect.any(String)] }] },
    ],
    ['PartialObjectMetadata', { kind: 'PartialObjectMetadata' }],
  ])('watches as %s', async (as, object) => {
    const opened = await api.watch('', {
      headers: { Accept: `application/json;as=${as};v=v1;g=meta.k8s.io` },
    });
    expect(await opened.next()).toMatchObject({ type: 'ADDED', object });
  });

  it('reads YAML', async () => {
    const yaml =
      'apiVersion: openchoreo.dev/v1alpha1\nkind: DataPlane\nmetadata: {name: two}\n';
    const { status, body } = await api.call('POST', PLANES, yaml, {
      'Content-Type': 'application/yaml',
    });
    expect([status, body.metadata?.name]).toEqual([201, 'two']);
  });

  it('keeps a secret as a real cluster does', async () => {
    const secrets = '/api/v1/namespaces/acme/secrets';
    await api.call('POST', secrets, {
      metadata: { name: 's' },
      stringData: { a: 'b' },
    });
    const { body } = await api.call(
      'PATCH',
      `${secrets}/s`,
      { stringData: { c: 'd' } },
      MERGE,
    );
    expect(body).toMatchObject({
      type: 'Opaque',
      data: { a: 'Yg==', c: 'ZA==' },
    });
    expect(body).not.toHaveProperty('stringData');
    await api.call('DELETE', `${secrets}/s`);
  });

  it('knows the cluster by its namespace kube-system', async () => {
    const { body } = await api.call('GET', '/api/v1/namespaces/kube-system');
    expect(body.metadata.uid).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });
});
