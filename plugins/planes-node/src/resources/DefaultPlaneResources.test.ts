import type {
  AgentCASecretManifest,
  PlaneManifest,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import { KubernetesApiError, type KubernetesWrite } from '../kube';
import recorded from './__fixtures__/kubernetes-v1.34-exchanges.json';
import type { ResourceApi } from './ControlPlaneRequests';
import { DefaultPlaneResources } from './DefaultPlaneResources';

const { signal } = new AbortController();
const connection = { type: 'in-cluster' } as const;
const group = 'openchoreo.dev/v1alpha1';
const ref = {
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'eu-2',
} as const;
const manifest: PlaneManifest = {
  apiVersion: group,
  kind: 'DataPlane',
  metadata: { name: 'eu-2', namespace: 'acme' },
  spec: { planeID: 'eu-2' },
};
const secret: AgentCASecretManifest = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'eu-ca', namespace: 'acme', labels: {} },
  type: 'Opaque',
  stringData: { 'ca.crt': 'PEM' },
};

/** An API whose documents a test gives, and which accepts whatever is written. */
class FakeApi implements ResourceApi {
  readonly asked: string[] = [];
  readonly writes: KubernetesWrite[] = [];
  documents: Record<string, unknown> = {};
  /** What any other document is answered with. */
  missingStatus = 503;
  warnings: readonly string[] = [];
  closed = false;

  async getJson(path: string) {
    this.asked.push(path);
    const document = this.documents[path];
    if (document === undefined) {
      throw new KubernetesApiError(this.missingStatus, undefined, 'away');
    }
    return document;
  }

  async send(request: KubernetesWrite) {
    this.writes.push(request);
    return {
      body: { apiVersion: group, ...request.body },
      warnings: this.warnings,
    };
  }

  async *watch() {}

  close() {
    this.closed = true;
  }
}

function setUp(config: Partial<ControlPlaneConfig> = {}) {
  const api = new FakeApi();
  let now = Date.parse('2026-11-21T10:00:00Z');
  const resources = DefaultPlaneResources.create(
    [{ name: 'default', connection, ...config }],
    { createApi: () => api, now: () => now },
  );
  const pass = (ms: number) => {
    now += ms;
  };
  return { api, resources, pass };
}

/** The requests that the API server answered as recorded. */
const requestLine = (note: string) => {
  const request = recorded.find(exchange => exchange.note === note)?.request;
  return `${request?.method} ${request?.path}`;
};
const linesOf = (api: FakeApi) =>
  api.writes.map(({ method, path }) => `${method} ${path}`);

describe('DefaultPlaneResources', () => {
  it('makes the requests that were tried with a real API server', async () => {
    const { api, resources } = setUp();
    const dryRun = { signal, dryRun: true };
    await resources.createPlane('default', manifest, dryRun);
    await resources.updatePlane(
      ref,
      { ...manifest, metadata: { ...manifest.metadata, resourceVersion: '7' } },
      { signal },
    );
    expect(linesOf(api)).toEqual([
      requestLine('create, dry run, good'),
      requestLine('update with stale resourceVersion'),
    ]);
    expect(api.writes[0].body).toBe(manifest);
  });

  it('creates, gives away and deletes Secrets', async () => {
    const { api, resources } = setUp();
    const { metadata } = secret;
    const owner = { ...ref, uid: 'uid-1' };
    await resources.createSecret('default', secret, { signal });
    await resources.setSecretOwner('default', metadata, owner, { signal });
    await resources.deleteSecret(
      'default',
      { ...metadata, uid: 'uid-2' },
      { signal },
    );
    const query = 'fieldManager=backstage-planes&fieldValidation=Strict';
    const path = '/api/v1/namespaces/acme/secrets';
    expect(api.writes).toEqual([
      { method: 'POST', path: `${path}?${query}`, body: secret },
      {
        method: 'PATCH',
        path: `${path}/eu-ca?${query}`,
        body: {
          metadata: {
            ownerReferences: [
              {
                apiVersion: group,
                kind: 'DataPlane',
                name: 'eu-2',
                uid: 'uid-1',
              },
            ],
          },
        },
      },
      {
        method: 'DELETE',
        path: `${path}/eu-ca`,
        body: {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          preconditions: { uid: 'uid-2' },
        },
      },
    ]);
  });

  it('gives the answer and its warnings', async () => {
    const { api, resources } = setUp();
    api.warnings = ['deprecated'];
    expect(
      await resources.createPlane('default', manifest, { signal }),
    ).toEqual({ ok: true, object: manifest, warnings: ['deprecated'] });
  });

  it('sends nothing that would do harm', async () => {
    const { api, resources } = setUp();
    expect(
      await resources.updatePlane(ref, manifest, { signal }),
    ).toMatchObject({ ok: false, failure: { reason: 'conflict' } });
    // Kubernetes deletes an object whose owner is not in its namespace.
    expect(
      await resources.setSecretOwner(
        'default',
        { namespace: 'globex', name: 'eu-ca' },
        { ...ref, uid: 'uid-1' },
        { signal },
      ),
    ).toMatchObject({
      ok: false,
      failure: {
        reason: 'invalid',
        message: expect.stringMatching(/put both into the same namespace/),
      },
    });
    const name = '../../secrets/x';
    const named = { ...manifest.metadata, name };
    await Promise.all(
      [
        resources.getPlane({ ...ref, name }, { signal }),
        resources.createPlane(
          'default',
          { ...manifest, metadata: named },
          { signal },
        ),
        resources.updatePlane({ ...ref, name }, manifest, { signal }),
        resources.createSecret(
          'default',
          { ...secret, metadata: { ...secret.metadata, namespace: 'a/b' } },
          { signal },
        ),
        resources.setSecretOwner(
          'default',
          secret.metadata,
          { ...ref, name, uid: 'uid-1' },
          { signal },
        ),
        resources.deleteSecret(
          'default',
          { namespace: 'acme', name, uid: 'uid-2' },
          { signal },
        ),
        resources.deleteSecret(
          'default',
          { ...secret.metadata, uid: '' },
          { signal },
        ),
      ].map(request => expect(request).rejects.toThrow(TypeError)),
    );
    expect(api.writes).toEqual([]);
    expect(api.asked).toEqual([]);
  });

  it('knows only what is configured', async () => {
    const agentURL = 'wss://gateway/ws';
    const { resources, api } = setUp({ namespaces: ['b', 'a'], agentURL });
    expect(resources.controlPlanes()).toEqual([
      { name: 'default', namespaces: ['b', 'a'], agentURL },
    ]);
    expect(await resources.namespaces('default', { signal })).toEqual({
      items: ['a', 'b'],
      complete: true,
    });
    const message =
      "The control plane 'other' is not in 'openchoreo.controlPlanes'";
    const failure = { reason: 'unavailable', message, causes: [] };
    expect(await resources.createPlane('other', manifest, { signal })).toEqual({
      ok: false,
      failure,
    });
    expect(
      await resources.getPlane({ ...ref, controlPlane: 'other' }, { signal }),
    ).toEqual({ ok: false, failure });
    expect(await resources.servedKinds('other', { signal })).toEqual({
      kinds: [],
      error: message,
    });
    expect(await resources.namespaces('other', { signal })).toEqual({
      items: [],
      complete: false,
    });
    expect(api.asked).toEqual([]);
  });

  it('keeps the kinds that are known when they cannot be read again', async () => {
    const { api, resources, pass } = setUp();
    const kinds = () => resources.servedKinds('default', { signal });
    const unknown = { kinds: [], error: 'The API server answered 503: away' };
    expect(await Promise.all([kinds(), kinds()])).toEqual([unknown, unknown]);
    expect(api.asked).toHaveLength(1);
    api.documents[`/apis/${group}`] = {
      kind: 'APIResourceList',
      resources: [],
    };
    pass(5_000);
    const known = { kinds: [], asOf: '2026-11-21T10:00:05.000Z' };
    expect(await kinds()).toEqual(known);
    api.documents = {};
    pass(30_000);
    expect(await kinds()).toEqual({ ...known, error: unknown.error });
  });

  it('does not take a missing schema for a kind that is not served', async () => {
    const { api, resources } = setUp();
    api.documents = {
      [`/apis/${group}`]: {
        kind: 'APIResourceList',
        resources: [{ name: 'dataplanes' }],
      },
      [`/openapi/v3/apis/${group}`]: { components: { schemas: {} } },
    };
    expect(await resources.servedKinds('default', { signal })).toEqual({
      kinds: [],
      error: expect.stringMatching(/has no schema of them/),
    });
  });

  it('says where schemas are not published yet, as after an installation', async () => {
    const { api, resources } = setUp();
    api.documents[`/apis/${group}`] = {
      kind: 'APIResourceList',
      resources: [{ name: 'dataplanes' }],
    };
    api.missingStatus = 404;
    expect(await resources.servedKinds('default', { signal })).toEqual({
      kinds: [],
      error: expect.stringMatching(/does not describe their fields yet/),
    });
  });

  it('lists the namespaces that can be used, and says when it may not', async () => {
    const { api, resources, pass } = setUp();
    const namespaces = () => resources.namespaces('default', { signal });
    expect(await namespaces()).toEqual({ items: [], complete: false });
    const namespace = (name: string, deletionTimestamp?: string) => ({
      metadata: { name, deletionTimestamp },
    });
    api.documents['/api/v1/namespaces?limit=500'] = {
      kind: 'NamespaceList',
      metadata: { resourceVersion: '1' },
      items: [
        namespace('globex'),
        namespace('kube-system'),
        namespace('acme'),
        namespace('leaving', '2026-11-21T09:00:00Z'),
        7,
      ],
    };
    pass(5_000);
    const items = ['acme', 'globex'];
    expect(await namespaces()).toEqual({ items, complete: true });
    api.documents = {};
    pass(30_000);
    expect(await namespaces()).toEqual({ items, complete: false });
  });

  it('closes its connections', () => {
    const { api, resources } = setUp();
    resources.close();
    expect(api.closed).toBe(true);
  });
});
