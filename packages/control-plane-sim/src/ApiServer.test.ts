import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServer, ApiServerOptions } from './ApiServer';
import { readReleaseCrds } from './crds/releases';
import { objectAt } from './objects/json';
import { KubernetesClient } from './testing/KubernetesClient';
import { openWatch, send } from './testUtils/httpClient';
import { plane, PlaneApi, PLANES, ROOT } from './testUtils/planeApi';
import { readKubeconfig } from './testUtils/readKubeconfig';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const KUBE_SYSTEM = '/api/v1/namespaces/kube-system';

describe('ApiServer', () => {
  let directory: string;
  let server: ApiServer | undefined;

  async function start(options: Partial<ApiServerOptions> = {}) {
    server = await ApiServer.start({ directory, ...options });
    const client = new KubernetesClient(server);
    await client.createNamespace('acme');
    client.close();
    return { server, api: await PlaneApi.open(server.kubeconfigFile) };
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'api-server-'));
  });

  afterEach(async () => {
    await server?.stop();
    await rm(directory, { recursive: true });
  });

  it('is the same server to its clients after a restart, with a later history', async () => {
    const first = await start();
    const access = await readKubeconfig(first.server.kubeconfigFile);
    const port = Number(new URL(first.server.url).port);
    const { uid } = (await first.api.call('GET', KUBE_SYSTEM)).body.metadata;
    const version = await first.api.currentVersion();
    await first.server.stop();

    const second = await start({ port });
    expect(await readKubeconfig(second.server.kubeconfigFile)).toEqual(access);
    const kubeSystem = await second.api.call('GET', KUBE_SYSTEM);
    expect(kubeSystem.body.metadata.uid).toBe(uid);
    const watch = await second.api.watch(`resourceVersion=${version}`);
    expect(await watch.next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
  });

  it('keeps its secrets to its owner', async () => {
    await start();
    for (const file of ['kubeconfig', 'server.key', 'admin.token']) {
      const { mode } = await stat(join(directory, file));
      expect(mode & 0o777).toBe(0o600);
    }
  });

  it('says so where its port is taken', async () => {
    const { server: first } = await start();
    const port = Number(new URL(first.url).port);
    await expect(
      ApiServer.start({ directory: join(directory, 'other'), port }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('lets users do what their rules say', async () => {
    const { server: running, api } = await start({
      users: [
        {
          name: 'reader',
          token: 'reader-token',
          rules: [
            {
              verbs: ['get', 'list'],
              apiGroups: ['openchoreo.dev'],
              resources: ['dataplanes'],
              namespaces: ['acme'],
            },
          ],
        },
      ],
    });
    await api.call('POST', PLANES, plane('one'));
    const as = async (path: string, method = 'GET', body?: unknown) => {
      const token = 'reader-token';
      return (await send(running, { path, method, body, token })).status;
    };
    expect(await as(PLANES)).toBe(200);
    expect(await as(`${PLANES}/one`)).toBe(200);
    expect(await as(`${PLANES}?watch=true`)).toBe(403);
    expect(await as(`${PLANES}/one/status`)).toBe(403);
    expect(await as(`${ROOT}/dataplanes`)).toBe(403);
    expect(await as(PLANES, 'POST', plane('two'))).toBe(403);
    expect(await as(`${PLANES}/one`, 'DELETE')).toBe(403);
    expect(await as('/apis')).toBe(200);
    expect(await as('/metrics')).toBe(403);

    const anonymous = (path: string) => send(running, { path });
    expect((await anonymous('/version')).status).toBe(200);
    const refused = await anonymous('/apis');
    expect(refused.status).toBe(403);
    expect(JSON.parse(refused.text).message).toBe(
      'forbidden: User "system:anonymous" cannot get path "/apis"',
    );
  });

  it('answers 410 to a watch that fell behind its history', async () => {
    const { api } = await start({ historyLimit: 5 });
    const version = await api.currentVersion();
    for (let i = 0; i < 10; i += 1) {
      await api.call('POST', PLANES, plane(`p-${i}`));
    }
    const watch = await api.watch(`resourceVersion=${version}`);
    expect(await watch.next()).toMatchObject({
      type: 'ERROR',
      object: {
        reason: 'Expired',
        message: expect.stringMatching(
          /^too old resource version: \d+ \(\d+\)$/,
        ),
      },
    });
    expect(await watch.nextLine()).toBeUndefined();
  });

  it('tells watches that want it how far they are, also by changes elsewhere', async () => {
    const { api } = await start({ bookmarkIntervalMs: 10 });
    const version = await api.currentVersion();
    const silent = await api.watch(`resourceVersion=${version}`);
    const watch = await api.watch(
      `resourceVersion=${version}&allowWatchBookmarks=true`,
    );
    await api.call('POST', '/api/v1/namespaces', { metadata: { name: 'new' } });
    let event = await watch.next();
    while (event.object.metadata.resourceVersion === version) {
      event = await watch.next();
    }
    expect(event).toEqual({
      type: 'BOOKMARK',
      object: {
        apiVersion: 'openchoreo.dev/v1alpha1',
        kind: 'DataPlane',
        metadata: { resourceVersion: String(Number(version) + 1) },
      },
    });
    await api.call('POST', PLANES, plane('one'));
    expect((await silent.next()).type).toBe('ADDED');
  });

  it('reads stored objects through a definition that replaces the former one', async () => {
    const { api } = await start({ releases: ['v0.17.0'] });
    const planes = `${ROOT}/namespaces/acme/dataplanes`;
    const secretRef = { name: 's', key: 'ca.crt' };
    await api.call(
      'POST',
      planes,
      plane('one', { clusterAgent: { clientCA: { secretRef } } }),
    );
    const path = `${CRDS}/dataplanes.openchoreo.dev`;
    const { body: installed } = await api.call('GET', path);
    const [crd] = await readReleaseCrds('v1.2.0', ['dataplanes']);
    const { resourceVersion } = installed.metadata;
    const metadata = { ...objectAt(crd, 'metadata'), resourceVersion };
    await api.call('PUT', path, { ...crd, metadata });
    const { body } = await api.call('GET', `${planes}/one`);
    expect(body.spec.clusterAgent).toEqual({ clientCA: {} });
  });

  it('ends the watches of a resource whose definition is removed', async () => {
    const { api } = await start();
    await api.call('POST', PLANES, plane('one'));
    const watch = await api.watch();
    expect((await watch.next()).type).toBe('ADDED');
    await api.call('DELETE', `${CRDS}/dataplanes.openchoreo.dev`);
    expect((await watch.next()).type).toBe('DELETED');
    expect(await watch.nextLine()).toBeUndefined();
    expect((await api.call('GET', PLANES)).status).toBe(404);
    const groups = await api.call('GET', ROOT);
    expect(groups.body.resources).not.toContainEqual(
      expect.objectContaining({ name: 'dataplanes' }),
    );
  });

  it('refuses a definition that it could not check objects against', async () => {
    const { api } = await start();
    const [crd] = await readReleaseCrds('v0.17.0', ['buildplanes']);
    const text = JSON.stringify(crd).replace(
      '"openAPIV3Schema":{',
      '"openAPIV3Schema":{"x-kubernetes-validations":[{"rule":"self.all(x, true)"}],',
    );
    const { status, body } = await api.call('POST', CRDS, JSON.parse(text));
    expect([status, body.message]).toEqual([
      422,
      expect.stringContaining("The rule 'self.all(x, true)' is not understood"),
    ]);
  });

  it('deletes a namespace when the last finalizer in it is gone', async () => {
    const { server: running, api } = await start();
    await api.call('POST', PLANES, plane('free'));
    await api.call('POST', PLANES, plane('held', {}, { finalizers: ['a/b'] }));
    const { token } = await readKubeconfig(running.kubeconfigFile);
    const watch = await openWatch(running, {
      path: '/api/v1/namespaces?watch=true&fieldSelector=metadata.name%3Dacme',
      token,
    });
    expect((await watch.next()).type).toBe('ADDED');

    const { body } = await api.call('DELETE', '/api/v1/namespaces/acme');
    expect(body.status.phase).toBe('Terminating');
    expect((await watch.next()).type).toBe('MODIFIED');
    const refused = await api.call('POST', PLANES, plane('late'));
    expect([refused.status, refused.body.message]).toEqual([
      403,
      'dataplanes.openchoreo.dev "late" is forbidden: unable to create new content in namespace acme because it is being terminated',
    ]);
    const list = (await api.call('GET', PLANES)).body;
    expect(list.items).toHaveLength(1);
    await api.call(
      'PATCH',
      `${PLANES}/held`,
      { metadata: { finalizers: null } },
      { 'Content-Type': 'application/merge-patch+json' },
    );
    expect((await watch.next()).type).toBe('DELETED');
    expect((await api.call('GET', '/api/v1/namespaces/acme')).status).toBe(404);
    watch.close();
  });

  it('tells kubectl what it serves, for completion, validation and explain', async () => {
    const { api } = await start();
    const { body } = await api.call('GET', '/openapi/v3');
    const { serverRelativeURL } = body.paths['apis/openchoreo.dev/v1alpha1'];
    const document = (await api.call('GET', serverRelativeURL)).body;
    const { patch } =
      document.paths[
        '/apis/openchoreo.dev/v1alpha1/namespaces/{namespace}/dataplanes/{name}'
      ];
    expect(patch.parameters).toContainEqual(
      expect.objectContaining({ name: 'fieldValidation', in: 'query' }),
    );
    const schema =
      document.components.schemas['dev.openchoreo.v1alpha1.DataPlane'];
    expect(schema.properties.spec.properties).toHaveProperty('planeID');
  });

  it('refuses what is too large', async () => {
    const { api } = await start();
    const planeID = 'x'.repeat(3 * 1024 * 1024);
    const { status } = await api.call(
      'POST',
      PLANES,
      plane('one', { planeID }),
    );
    expect(status).toBe(413);
  });
});
