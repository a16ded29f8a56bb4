import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import { DefaultControlPlaneObjects } from './DefaultControlPlaneObjects';
import type { ObjectContent, ObjectRef } from './types';

jest.setTimeout(60_000);

const { signal } = new AbortController();

function ref(name: string, overrides: Partial<ObjectRef> = {}): ObjectRef {
  return {
    controlPlane: 'default',
    kind: 'WorkflowRun',
    plural: 'workflowruns',
    namespace: 'acme',
    name,
    ...overrides,
  };
}

const content: ObjectContent = {
  labels: { 'openchoreo.dev/project': 'shop' },
  annotations: { 'example.com/a': 'b' },
  spec: {
    workflow: {
      kind: 'ClusterWorkflow',
      name: 'docker',
      parameters: { repository: { url: 'https://git.example/shop' } },
    },
  },
};

describe('DefaultControlPlaneObjects', () => {
  let controlPlane: TestControlPlane;
  let objects: DefaultControlPlaneObjects;

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    await controlPlane.client.createNamespace('acme');
    objects = DefaultControlPlaneObjects.create([
      {
        name: 'default',
        connection: { type: 'kubeconfig', file: controlPlane.kubeconfigFile },
      },
    ]);
  });

  afterAll(async () => {
    objects?.close();
    await controlPlane?.stop();
  });

  afterEach(() => {
    controlPlane.faults.clear();
  });

  it('creates a run and reads it, by its own hand', async () => {
    const created = await objects.create(ref('first'), content, { signal });
    expect(created).toMatchObject({
      ok: true,
      object: {
        kind: 'WorkflowRun',
        metadata: {
          namespace: 'acme',
          name: 'first',
          labels: content.labels,
          annotations: content.annotations,
          managedFields: [{ manager: 'backstage-planes', operation: 'Update' }],
        },
        spec: content.spec,
      },
    });
    const read = await objects.get(ref('first'), { signal });
    expect(read).toMatchObject({ ok: true, object: { spec: content.spec } });
  });

  it('writes nothing in a dry run, and never adopts what is there', async () => {
    const options = { signal, dryRun: true };
    expect((await objects.create(ref('dry'), content, options)).ok).toBe(true);
    expect(await objects.get(ref('dry'), { signal })).toMatchObject({
      ok: false,
      failure: { reason: 'not-found' },
    });
    await objects.create(ref('twice'), content, { signal });
    const other = { spec: { workflow: { kind: 'Workflow', name: 'other' } } };
    expect(await objects.create(ref('twice'), other, { signal })).toMatchObject(
      { ok: false, failure: { reason: 'already-exists', status: 409 } },
    );
    expect(await objects.get(ref('twice'), { signal })).toMatchObject({
      object: { spec: content.spec },
    });
  });

  it.each<[string, ObjectRef, ObjectContent, object]>([
    [
      'a field that the schema does not have',
      ref('odd'),
      { spec: { ...content.spec, colour: 'blue' } },
      { reason: 'invalid', causes: [{ field: 'spec.colour' }] },
    ],
    [
      'a kind that is not served',
      ref('old', { kind: 'Build', plural: 'builds' }),
      content,
      {
        reason: 'not-served',
        message: expect.stringContaining('kind of Build acme/old'),
      },
    ],
    [
      'a namespace that does not exist',
      ref('lost', { namespace: 'nowhere' }),
      content,
      {
        reason: 'not-found',
        message: expect.stringContaining("'nowhere' does not exist"),
      },
    ],
    [
      'a control plane that is not configured',
      ref('far', { controlPlane: 'other' }),
      content,
      { reason: 'unavailable', message: expect.stringContaining("'other'") },
    ],
  ])('tells of %s', async (_, target, sent, failure) => {
    expect(await objects.create(target, sent, { signal })).toMatchObject({
      ok: false,
      failure,
    });
  });

  it('says which manifest grants a right that is missing', async () => {
    controlPlane.faults.fail({ plural: 'workflowruns' }, 403);
    expect(await objects.create(ref('no'), content, { signal })).toMatchObject({
      failure: {
        reason: 'forbidden',
        message: expect.stringContaining(
          'docs/manifests/rbac-workflow-runs.yaml',
        ),
      },
    });
  });
});
