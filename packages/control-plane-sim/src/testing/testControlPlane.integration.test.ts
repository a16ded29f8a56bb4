import { PlaneApi, plane, ROOT } from '../testUtils/planeApi';
import { startTestControlPlane } from './startTestControlPlane';
import { KubernetesObject, TestControlPlane } from './TestControlPlane';

jest.setTimeout(120_000);

function dataPlane(name: string, spec: object = {}): KubernetesObject {
  return plane(name, spec, { namespace: 'acme' });
}

function keyOf(name: string) {
  return { plural: 'dataplanes', namespace: 'acme', name };
}

// Passes on the simulator and on a real kube-apiserver.
describe('startTestControlPlane', () => {
  let controlPlane: TestControlPlane;
  let api: PlaneApi;

  const get = (path: string) => api.call('GET', path);

  beforeAll(async () => {
    controlPlane = await startTestControlPlane({
      releases: ['v0.17.0', 'v1.2.0'],
    });
    api = await PlaneApi.open(controlPlane.kubeconfigFile);
    await controlPlane.client.createNamespace('acme');
    await controlPlane.client.createNamespace('acme');
  });

  afterEach(async () => {
    controlPlane.faults.clear();
    api.closeWatches();
    for (const { metadata } of await controlPlane.client.list('dataplanes')) {
      await controlPlane.client.delete(keyOf(metadata.name));
    }
    controlPlane.clearRequests();
  });

  afterAll(() => controlPlane?.stop());

  it('creates, reads, patches, lists and deletes objects past the faults', async () => {
    const { client, faults } = controlPlane;
    faults.fail({}, 503);
    const created = await client.create(dataPlane('one'));
    expect(created.metadata).toMatchObject({
      generation: 1,
      uid: expect.any(String),
    });
    const patched = await client.patch(keyOf('one'), {
      spec: { planeID: 'moved' },
    });
    expect(patched).toMatchObject({
      metadata: { generation: 2 },
      spec: { planeID: 'moved' },
    });
    const withStatus = await client.patch(
      keyOf('one'),
      { status: { observedGeneration: 2 } },
      { subresource: 'status' },
    );
    expect(withStatus).toMatchObject({
      metadata: { generation: 2 },
      status: { observedGeneration: 2 },
    });
    expect(await client.get(keyOf('one'))).toEqual(withStatus);
    expect(await client.list('dataplanes')).toHaveLength(1);
    await client.delete(keyOf('one'));
    await client.delete(keyOf('one'));
    expect(await client.get(keyOf('one'))).toBeUndefined();
  });

  it('rejects an invalid object with the reason', async () => {
    await expect(
      controlPlane.client.create(dataPlane('bad', { planeID: 'EU_1' })),
    ).rejects.toThrow(/answered 422: .*spec.planeID/);
  });

  it('records requests and passes answers on', async () => {
    await controlPlane.client.create(dataPlane('one'));
    const { body } = await get(`${ROOT}/dataplanes?limit=500`);
    expect(body.items).toHaveLength(1);
    const opened = await api.watch('timeoutSeconds=1');
    expect(await opened.next()).toMatchObject({ type: 'ADDED' });
    await get('/version');
    expect(controlPlane.requests()).toEqual([
      expect.objectContaining({ verb: 'list', plural: 'dataplanes' }),
      expect.objectContaining({ verb: 'watch', plural: 'dataplanes' }),
      { method: 'GET', path: '/version', verb: 'other' },
    ]);
    controlPlane.clearRequests();
    expect(controlPlane.requests()).toEqual([]);
  });

  it('streams changes to a watch from a resourceVersion', async () => {
    const opened = await api.watch(
      `resourceVersion=${await api.currentVersion()}`,
    );
    await controlPlane.client.create(dataPlane('one'));
    expect(await opened.next()).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'one' } },
    });
    await controlPlane.client.patch(keyOf('one'), {
      metadata: { labels: { a: 'b' } },
    });
    expect(await opened.next()).toMatchObject({ type: 'MODIFIED' });
    await controlPlane.client.delete(keyOf('one'));
    expect(await opened.next()).toMatchObject({ type: 'DELETED' });
  });

  it('keeps an object that a finalizer holds until that is gone', async () => {
    const object = dataPlane('held');
    object.metadata.finalizers = ['openchoreo.dev/dataplane-cleanup'];
    await controlPlane.client.create(object);
    await controlPlane.client.delete(keyOf('held'));
    const held = await controlPlane.client.get(keyOf('held'));
    expect(held?.metadata.deletionTimestamp).toEqual(expect.any(String));
    await controlPlane.client.patch(keyOf('held'), {
      metadata: { finalizers: null },
    });
    expect(await controlPlane.client.get(keyOf('held'))).toBeUndefined();
  });

  it('answers 410 to a watch and to the next page from before a compaction', async () => {
    await controlPlane.client.create(dataPlane('one'));
    await controlPlane.client.create(dataPlane('two'));
    const page = (await get(`${ROOT}/dataplanes?limit=1`)).body;
    await controlPlane.compact();
    const opened = await api.watch(
      `resourceVersion=${page.metadata.resourceVersion}`,
    );
    expect(await opened.next()).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
    const next = await get(
      `${ROOT}/dataplanes?limit=1&continue=${page.metadata.continue}`,
    );
    expect(next).toMatchObject({ status: 410, body: { reason: 'Expired' } });
    const fresh = await get(`${ROOT}/dataplanes`);
    const again = await api.watch(
      `resourceVersion=${fresh.body.metadata.resourceVersion}`,
    );
    await controlPlane.client.create(dataPlane('three'));
    expect(await again.next()).toMatchObject({ type: 'ADDED' });
  });

  it('breaks connections while the server is stopped, and keeps its state', async () => {
    await controlPlane.client.create(dataPlane('one'));
    const opened = await api.watch(
      `resourceVersion=${await api.currentVersion()}`,
    );
    await controlPlane.stopServer();
    expect(await opened.nextLine()).toBeUndefined();
    await expect(get(`${ROOT}/dataplanes`)).rejects.toThrow();
    await controlPlane.startServer();
    expect((await get(`${ROOT}/dataplanes`)).body.items).toHaveLength(1);
  });

  it('is there again after it was killed', async () => {
    await controlPlane.client.create(dataPlane('one'));
    await controlPlane.killServer();
    await expect(get(`${ROOT}/dataplanes`)).rejects.toThrow();
    await controlPlane.startServer();
    expect((await get(`${ROOT}/dataplanes`)).body.items).toHaveLength(1);
  });

  it('revokes a token and shows another certificate, until the kubeconfig is renewed', async () => {
    const renew = async () => {
      await controlPlane.renewKubeconfig();
      return PlaneApi.open(controlPlane.kubeconfigFile);
    };
    const statusOf = async (client: PlaneApi) =>
      (await client.call('GET', `${ROOT}/dataplanes`)).status;
    const renewed = await renew();
    expect(await statusOf(renewed)).toBe(200);
    await controlPlane.revokeToken();
    expect(await statusOf(renewed)).toBe(401);
    expect(await statusOf(await renew())).toBe(200);

    await controlPlane.replaceCertificate();
    await expect(statusOf(api)).rejects.toThrow(/certificate/);
    api = await renew();
    expect(await statusOf(api)).toBe(200);
  });

  it('installs and removes definitions while it runs', async () => {
    await controlPlane.removeCrd('clusterbuildplanes');
    expect(await get(`${ROOT}/clusterbuildplanes`)).toMatchObject({
      status: 404,
      body: '404 page not found\n',
    });
    await controlPlane.installCrds('v0.17.0', ['clusterbuildplanes']);
    expect((await get(`${ROOT}/clusterbuildplanes`)).status).toBe(200);
    await controlPlane.installCrds('v0.14.0', ['clusterbuildplanes']);
  });

  it('prefers the later release where several serve a plural', async () => {
    const { items } = (
      await get('/apis/apiextensions.k8s.io/v1/customresourcedefinitions')
    ).body;
    const { spec } = items.find(
      (crd: KubernetesObject) =>
        crd.metadata.name === 'dataplanes.openchoreo.dev',
    );
    const schema = JSON.stringify(spec.versions[0].schema);
    expect(schema).toContain('secretKeyRef');
  });

  describe('faults', () => {
    it('fails, and recovers', async () => {
      const remove = controlPlane.faults.fail({ plural: 'dataplanes' }, 503);
      expect(await get(`${ROOT}/dataplanes`)).toMatchObject({
        status: 503,
        body: { kind: 'Status', code: 503, reason: 'ServiceUnavailable' },
      });
      expect((await get(`${ROOT}/workflowplanes`)).status).toBe(200);
      remove();
      expect((await get(`${ROOT}/dataplanes`)).status).toBe(200);
    });

    it('delays', async () => {
      controlPlane.faults.delay({ verb: 'list' }, 150);
      const before = performance.now();
      expect((await get(`${ROOT}/dataplanes`)).status).toBe(200);
      expect(performance.now() - before).toBeGreaterThanOrEqual(140);
    });

    it('silences open watches without closing them, and never answers new ones', async () => {
      const version = await api.currentVersion();
      const silent = await api.watch(`resourceVersion=${version}`);
      controlPlane.faults.hang({ verb: 'watch' });
      let answered = false;
      const hanging = api.watch(`resourceVersion=${version}`);
      hanging.then(
        () => (answered = true),
        () => undefined,
      );
      let heard: unknown;
      silent.nextLine().then(line => (heard = line ?? 'closed'));
      await controlPlane.client.create(dataPlane('one'));
      // By the time that another request is through, both would have been told.
      const loud = await get(`${ROOT}/dataplanes`);
      expect(loud.body.items).toHaveLength(1);
      expect([heard, answered]).toEqual([undefined, false]);
    });

    it('cuts answers off', async () => {
      controlPlane.faults.garble({ plural: 'dataplanes' }, 'cut');
      await expect(get(`${ROOT}/dataplanes`)).rejects.toThrow();
      const opened = await api.watch('');
      expect(await opened.nextLine()).toBeUndefined();
    });

    it('writes what is not JSON', async () => {
      const opened = await api.watch(
        `resourceVersion=${await api.currentVersion()}`,
      );
      controlPlane.faults.garble({ plural: 'dataplanes' }, 'not-json');
      await expect(get(`${ROOT}/dataplanes`)).rejects.toThrow(/JSON/);
      const line = await opened.nextLine();
      expect(() => JSON.parse(line ?? '{}')).toThrow(/JSON/);
    });

    it('adds objects that no API server would admit', async () => {
      const odd = { metadata: null, spec: 'nonsense' };
      await controlPlane.client.create(dataPlane('one'));
      const opened = await api.watch(
        `resourceVersion=${await api.currentVersion()}`,
      );
      const remove = controlPlane.faults.inject('dataplanes', odd);
      expect(await opened.next()).toEqual({ type: 'ADDED', object: odd });
      const page = (await get(`${ROOT}/dataplanes?limit=500`)).body;
      expect(page.items).toEqual([expect.objectContaining({}), odd]);
      const fresh = await api.watch('resourceVersion=0');
      expect(await fresh.next()).toEqual({ type: 'ADDED', object: odd });
      remove();
      expect(await opened.next()).toEqual({ type: 'DELETED', object: odd });
      expect((await get(`${ROOT}/dataplanes`)).body.items).toHaveLength(1);
    });

    it('drops open watches, those of the target only', async () => {
      const version = await api.currentVersion();
      const dropped = await api.watch(`resourceVersion=${version}`);
      const kept = await api.watch(`resourceVersion=${version}`, {
        plural: 'clusterdataplanes',
      });
      controlPlane.faults.dropWatches({ plural: 'dataplanes' });
      expect(await dropped.nextLine()).toBeUndefined();
      await controlPlane.client.create({
        ...dataPlane('shared'),
        kind: 'ClusterDataPlane',
        metadata: { name: 'shared' },
      });
      expect(await kept.next()).toMatchObject({ type: 'ADDED' });
      await controlPlane.client.delete({
        plural: 'clusterdataplanes',
        name: 'shared',
      });
    });
  });
});
