import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import { DefaultControlPlaneReader } from './DefaultControlPlaneReader';

jest.setTimeout(60_000);

const signal = new AbortController().signal;

const environment = (name: string, namespace: string) => ({
  apiVersion: 'openchoreo.dev/v1alpha1',
  kind: 'Environment',
  metadata: { name, namespace },
  spec: {},
});

describe('DefaultControlPlaneReader', () => {
  let controlPlane: TestControlPlane;
  const readers: DefaultControlPlaneReader[] = [];

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    for (const namespace of ['acme', 'globex']) {
      await controlPlane.client.createNamespace(namespace);
      await controlPlane.client.create(environment('dev', namespace));
    }
    await controlPlane.client.create(environment('prod', 'acme'));
  });

  afterAll(async () => {
    await controlPlane?.stop();
  });

  afterEach(() => {
    controlPlane.faults.clear();
    readers.splice(0).forEach(reader => reader.close());
  });

  function createReader(namespaces?: string[]) {
    const reader = DefaultControlPlaneReader.create([
      {
        name: 'default',
        connection: { type: 'kubeconfig', file: controlPlane.kubeconfigFile },
        namespaces,
      },
    ]);
    readers.push(reader);
    return reader;
  }

  it.each([
    [undefined, ['acme/dev', 'acme/prod', 'globex/dev']],
    [['acme'], ['acme/dev', 'acme/prod']],
  ])('lists what is in the namespaces: %j', async (namespaces, expected) => {
    const list = await createReader(namespaces).list(
      'default',
      'environments',
      { signal },
    );
    const names = list.ok
      ? list.items.map(item => {
          const { namespace, name } = Object(item).metadata;
          return `${namespace}/${name}`;
        })
      : list;
    expect(names).toEqual(expected);
  });

  it('lists cluster-scoped resources whatever the namespaces', async () => {
    controlPlane.clearRequests();
    expect(
      await createReader(['acme']).list('default', 'clusterworkflows', {
        signal,
      }),
    ).toEqual({ ok: true, items: [] });
    expect(controlPlane.requests().map(({ path }) => path)).toEqual([
      expect.stringMatching(/v1alpha1\/clusterworkflows/),
    ]);
  });

  it.each([
    [403, 'forbidden', /does not allow it \(403\)/],
    [401, 'forbidden', /does not accept our credentials/],
    [503, 'unavailable', /answered 503/],
  ] as const)('tells why it cannot: %s', async (status, reason, message) => {
    controlPlane.faults.fail({ plural: 'environments' }, status);
    expect(
      await createReader().list('default', 'environments', { signal }),
    ).toEqual({ ok: false, reason, message: expect.stringMatching(message) });
  });

  it('takes a plural that is not served for normal', async () => {
    expect(
      await createReader().list('default', 'buildplanes', { signal }),
    ).toEqual({
      ok: false,
      reason: 'not-served',
      message: expect.stringMatching(/does not serve/),
    });
  });

  it('knows only configured control planes, and no paths', async () => {
    const reader = createReader();
    expect(await reader.list('other', 'environments', { signal })).toEqual({
      ok: false,
      reason: 'unavailable',
      message:
        "The control plane 'other' is not in 'openchoreo.controlPlanes'.",
    });
    await expect(
      reader.list('default', '../secrets', { signal }),
    ).rejects.toThrow(/'..\/secrets' is not the plural/);
  });

  it('ends when the caller cancels', async () => {
    const abort = new AbortController();
    abort.abort(new Error('gone'));
    await expect(
      createReader().list('default', 'environments', { signal: abort.signal }),
    ).rejects.toThrow('gone');
  });
});
