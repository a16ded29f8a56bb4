import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServer } from '../ApiServer';
import { send } from '../testUtils/httpClient';
import { MERGE, plane, PlaneApi, PLANES, ROOT } from '../testUtils/planeApi';
import { FaultProxy } from './FaultProxy';

const FAULTS = '/sim/faults';

// What the faults do to lists and watches is tested with the test control plane.
describe('FaultProxy', () => {
  let directory: string;
  let server: ApiServer;
  let proxy: FaultProxy;
  let api: PlaneApi;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'fault-proxy-'));
    server = await ApiServer.start({ directory });
    proxy = await FaultProxy.start({ target: server, directory });
    api = await PlaneApi.open(proxy.kubeconfigFile);
    await api.call('POST', '/api/v1/namespaces', {
      metadata: { name: 'acme' },
    });
  });

  afterEach(async () => {
    proxy.faults.clear();
    api.closeWatches();
    await api.call('DELETE', PLANES);
    proxy.clearRequests();
  });

  afterAll(async () => {
    await proxy.stop();
    await server.stop();
    await rm(directory, { recursive: true });
  });

  const admin = (method: string, path = FAULTS, body?: unknown) =>
    api.call(method, path, body);

  it('passes writes on, with credentials, bodies and warnings', async () => {
    const created = await api.call(
      'POST',
      PLANES,
      plane('one', { nonsense: 1 }),
    );
    expect([created.status, created.warning]).toEqual([
      201,
      '299 - "unknown field \\"spec.nonsense\\""',
    ]);
    const patched = await api.call(
      'PATCH',
      `${PLANES}/one`,
      { spec: { planeID: 'q' } },
      MERGE,
    );
    expect(patched.body.spec.planeID).toBe('q');
    const preconditions = { resourceVersion: '1' };
    const refused = await api.call('DELETE', `${PLANES}/one`, {
      preconditions,
    });
    expect(refused.status).toBe(409);
    const stranger = await send(proxy, { path: PLANES, token: 'unknown' });
    expect(stranger.status).toBe(401);
  });

  it('passes a body of unknown length on', async () => {
    const status = await new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(PLANES, proxy.url),
        {
          method: 'POST',
          ca: proxy.caPem,
          agent: false,
          headers: {
            Authorization: `Bearer ${server.adminToken}`,
            'Content-Type': 'application/json',
            'Transfer-Encoding': 'chunked',
          },
        },
        answer => resolve(answer.resume().statusCode),
      );
      outgoing.once('error', reject);
      outgoing.write(JSON.stringify(plane('chunked')).slice(0, 20));
      outgoing.end(JSON.stringify(plane('chunked')).slice(20));
    });
    expect(status).toBe(201);
  });

  it('adds objects to the first page only, and to whole lists', async () => {
    await api.call('POST', PLANES, plane('one'));
    await api.call('POST', PLANES, plane('two'));
    proxy.faults.inject('dataplanes', 'odd');
    const whole = (await api.call('GET', PLANES)).body;
    expect(whole.items).toHaveLength(3);
    const first = (await api.call('GET', `${PLANES}?limit=1`)).body;
    expect(first.items).toEqual([expect.any(Object), 'odd']);
    const token = first.metadata.continue;
    const next = await api.call('GET', `${PLANES}?limit=1&continue=${token}`);
    expect(next.body.items).toHaveLength(1);
    const one = await api.call('GET', `${PLANES}/one`);
    expect(one.body.metadata.name).toBe('one');
  });

  it('faults requests by plural and verb, the others not', async () => {
    proxy.faults.fail({ verb: 'other' }, 500);
    proxy.faults.fail({ plural: 'workflowplanes', verb: 'list' }, 403);
    const statusOf = async (method: string, path: string) =>
      (await api.call(method, path)).status;
    expect(await statusOf('GET', `${PLANES}/one`)).toBe(500);
    expect(await statusOf('GET', '/version')).toBe(500);
    expect(await statusOf('GET', PLANES)).toBe(200);
    expect(await statusOf('GET', `${ROOT}/workflowplanes`)).toBe(403);
    const forbidden = await api.call('GET', `${ROOT}/workflowplanes`);
    expect(forbidden.body).toMatchObject({
      kind: 'Status',
      reason: 'Forbidden',
    });
  });

  it.each([-600_000, 600_000])(
    'answers with a clock that is %d ms ahead',
    async aheadMs => {
      const before = Date.now();
      proxy.faults.skewClock(aheadMs);
      proxy.faults.fail({ verb: 'list' }, 503);
      for (const path of ['/version', PLANES]) {
        const { headers } = await send(proxy, { path });
        const told = Date.parse(headers.date ?? '') - aheadMs;
        // To the second.
        expect(told).toBeGreaterThan(before - 1_000);
        expect(told).toBeLessThanOrEqual(Date.now());
      }
    },
  );

  it('says what it was asked', async () => {
    await api.call('GET', `${PLANES}?limit=5`);
    await api.call('GET', `${PLANES}/one`);
    await api.call('GET', `${PLANES}/one?watch=true`);
    const watch = await api.watch('timeoutSeconds=1');
    watch.close();
    await api.call('DELETE', PLANES);
    const summary = proxy
      .requests()
      .map(({ method, verb, plural }) => `${method} ${verb} ${plural}`);
    expect(summary).toEqual([
      'GET list dataplanes',
      'GET other dataplanes',
      'GET other dataplanes',
      'GET watch dataplanes',
      'DELETE other dataplanes',
    ]);
  });

  describe('over HTTP', () => {
    it('brings faults into force and ends them again', async () => {
      const added = await admin('POST', FAULTS, {
        fault: 'fail',
        status: 503,
        plural: 'dataplanes',
      });
      expect(added.status).toBe(201);
      expect((await api.call('GET', PLANES)).status).toBe(503);
      expect((await admin('GET')).body.faults).toEqual([added.body]);
      const removed = await admin('DELETE', `${FAULTS}/${added.body.id}`);
      expect(removed.status).toBe(200);
      expect((await api.call('GET', PLANES)).status).toBe(200);
      await admin('POST', FAULTS, { fault: 'delay', delayMs: 1 });
      await admin('POST', FAULTS, { fault: 'skew', aheadMs: -600_000 });
      await admin('POST', FAULTS, { fault: 'hang', plural: 'secrets' });
      await admin('POST', FAULTS, { fault: 'garble', how: 'not-json' });
      await admin('POST', FAULTS, {
        fault: 'inject',
        plural: 'dataplanes',
        object: null,
      });
      expect((await admin('GET')).body.faults).toHaveLength(5);
      await admin('DELETE');
      expect((await admin('GET')).body.faults).toEqual([]);
      expect(proxy.requests().map(({ path }) => path)).not.toContain(FAULTS);
    });

    it('drops watches and compacts', async () => {
      const version = await api.currentVersion();
      const watch = await api.watch(`resourceVersion=${version}`);
      await admin('POST', FAULTS, { fault: 'dropWatches' });
      expect(await watch.nextLine()).toBeUndefined();
      await admin('POST', FAULTS, { fault: 'compact' });
      const late = await api.watch(`resourceVersion=${version}`);
      expect(await late.next()).toMatchObject({ object: { code: 410 } });
    });

    it('is for the administrator', async () => {
      for (const token of [undefined, 'x', `${server.adminToken}x`]) {
        const { status } = await send(proxy, { path: FAULTS, token });
        expect(status).toBe(401);
      }
    });

    it.each<[string, unknown]>([
      ['no fault', {}],
      ['a status that is no failure', { fault: 'fail', status: 200 }],
      ['a delay that is no number', { fault: 'delay', delayMs: '1' }],
      ['a skew that is no number', { fault: 'skew' }],
      ['another verb', { fault: 'hang', verb: 'create' }],
      ['an unknown garbling', { fault: 'garble', how: 'badly' }],
      ['an injection without a plural', { fault: 'inject', object: {} }],
      ['what is no object', []],
      ['what is not JSON', '{'],
    ])('refuses %s', async (_note, body) => {
      expect((await admin('POST', FAULTS, body)).status).toBe(400);
    });

    it('knows no other faults than those in force', async () => {
      expect((await admin('DELETE', `${FAULTS}/999`)).status).toBe(404);
    });
  });
});
