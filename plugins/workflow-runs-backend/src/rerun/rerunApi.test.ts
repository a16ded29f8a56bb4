import { mockCredentials } from '@backstage/backend-test-utils';
import { rerunResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { ResourceFailure } from '@openchoreo-planes/backstage-plugin-planes-node';
import { runManifest } from '../__testUtils__/runs';
import { RunsTestBackend } from '../__testUtils__/RunsTestBackend';

const PATH = '/api/workflow-runs/runs/run-1-uid/rerun';

const ref = {
  controlPlane: 'default',
  kind: 'WorkflowRun',
  plural: 'workflowruns',
  namespace: 'acme',
  name: 'run-1',
} as const;

const manifest = runManifest({
  project: 'shop',
  component: 'cart',
  spec: {
    ttlAfterCompletion: '1d',
    workflow: {
      kind: 'ClusterWorkflow',
      name: 'docker',
      parameters: {
        repository: { url: 'https://git.example/shop' },
        registry: { password: 'hunter2' },
        replicas: 1,
      },
    },
  },
});

describe('POST /runs/:uid/rerun', () => {
  let backend: RunsTestBackend;
  let server: Awaited<ReturnType<RunsTestBackend['start']>>;

  beforeAll(async () => {
    backend = new RunsTestBackend();
    server = await backend.start();
  });

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(() => {
    backend.watcher.list(['WorkflowRun'], [manifest]);
    backend.objects.put(ref, manifest);
    backend.objects.failures = {};
    backend.objects.requests.length = 0;
    backend.audited.length = 0;
  });

  /** What was created. */
  function created() {
    const request = backend.objects.requests.at(-1);
    if (request?.method !== 'create') {
      throw new Error('Nothing was created');
    }
    return request;
  }

  it('creates a run that is the same, by whom and of which', async () => {
    const { status, body } = await server.post(PATH);
    expect(status).toBe(201);
    const { uid, ref: newRef } = rerunResponseSchema.parse(body);
    expect(newRef).toEqual({
      controlPlane: 'default',
      kind: 'WorkflowRun',
      namespace: 'acme',
      name: expect.stringMatching(/^cart-run-[0-9a-f]{8}$/),
    });
    expect(created()).toEqual({
      method: 'create',
      ref: { ...newRef, plural: 'workflowruns' },
      content: {
        labels: {
          'openchoreo.dev/project': 'shop',
          'openchoreo.dev/component': 'cart',
        },
        annotations: {
          'openchoreo-planes.dev/rerun-of': 'run-1',
          'openchoreo-planes.dev/triggered-by': 'user:default/mock',
        },
        spec: manifest.spec,
      },
      dryRun: false,
    });
    expect(uid).toBe('created-1');
    expect(backend.audited).toEqual([
      {
        eventId: 'workflow-run-rerun',
        severityLevel: 'medium',
        outcome: 'success',
        meta: {
          uid: 'run-1-uid',
          controlPlane: 'default',
          run: 'WorkflowRun acme/run-1',
          created: newRef.name,
          changedParameters: [],
        },
      },
    ]);
  });

  it('names no user where a service asks', async () => {
    const { status } = await server
      .post(PATH)
      .set('Authorization', mockCredentials.service.header());
    expect(status).toBe(201);
    expect(created().content.annotations).toEqual({
      'openchoreo-planes.dev/rerun-of': 'run-1',
    });
  });

  it('changes what is named, keeps the rest with its secrets, and audits no values', async () => {
    const parameters = {
      'repository.revision.branch': 'PLANTED',
      replicas: 2,
    };
    const { status } = await server.post(PATH).send({ parameters });
    expect(status).toBe(201);
    expect(created().content.spec).toMatchObject({
      workflow: {
        kind: 'ClusterWorkflow',
        parameters: {
          repository: {
            url: 'https://git.example/shop',
            revision: { branch: 'PLANTED' },
          },
          registry: { password: 'hunter2' },
          replicas: 2,
        },
      },
    });
    expect(JSON.stringify(backend.audited)).not.toMatch(/PLANTED|hunter2/);
    expect(backend.audited[0].meta).toMatchObject({
      changedParameters: ['repository.revision.branch', 'replicas'],
    });
  });

  it.each<[string, object, RegExp]>([
    ['an unknown field', { params: {} }, /"parameters"/],
    ['parameters that are none', { parameters: ['a'] }, /"parameters"/],
    [
      'a path that does not fit',
      { parameters: { 'replicas.x': 1 } },
      /'replicas\.x' does not fit/,
    ],
    [
      'the mask of a secret',
      { parameters: { 'registry.password': '••••••' } },
      /'registry\.password' holds the mask/,
    ],
  ])('refuses %s', async (_, sent, message) => {
    const { status, body } = await server.post(PATH).send(sent);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
    expect(backend.objects.requests.map(({ method }) => method)).not.toContain(
      'create',
    );
    expect(backend.audited).toMatchObject([{ outcome: 'fail' }]);
  });

  it('refuses what is no JSON, without repeating it', async () => {
    const { status, body } = await server
      .post(PATH)
      .set('Content-Type', 'application/json')
      .send('{ "parameters": { "token": "PLANTED"');
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toContain('PLANTED');
  });

  it('holds changed parameters against the schema of the workflow', async () => {
    const workflow = {
      controlPlane: 'default',
      kind: 'ClusterWorkflow',
      plural: 'clusterworkflows',
      name: 'docker',
    };
    const properties = { replicas: { type: 'integer' } };
    const openAPIV3Schema = { type: 'object', properties };
    backend.objects.put(workflow, {
      spec: { parameters: { openAPIV3Schema } },
    });
    const wrong = { parameters: { replicas: 'PLANTED' } };
    const { status, body } = await server.post(PATH).send(wrong);
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "Parameter 'replicas' must be a whole number",
    );
    backend.objects.remove(workflow);
    const { status: unchecked } = await server.post(PATH).send(wrong);
    expect(unchecked).toBe(201);
  });

  it.each<[ResourceFailure['reason'], number]>([
    ['invalid', 400],
    ['not-served', 400],
    ['not-found', 409],
    ['forbidden', 503],
    ['unavailable', 503],
  ])(
    'answers what the control plane says: %s with %i',
    async (reason, code) => {
      const message = 'What the control plane said';
      for (const method of ['get', 'create'] as const) {
        backend.objects.failures = {
          [method]: { reason, message, causes: [] },
        };
        const { status, body } = await server.post(PATH);
        expect(status).toBe(code);
        expect(body.error.message).toBe(message);
      }
    },
  );

  it('tries another name where one is taken, but not for ever', async () => {
    const taken = { reason: 'already-exists', message: 'taken', causes: [] };
    Object.assign(backend.objects.failures, { create: taken });
    const { status } = await server.post(PATH);
    expect(status).toBe(409);
    const names = backend.objects.requests.flatMap(request =>
      request.method === 'create' ? [request.ref.name] : [],
    );
    expect(new Set(names).size).toBe(3);
  });

  it('does not run another run that took the name meanwhile', async () => {
    const metadata = { ...manifest.metadata, uid: 'another-uid' };
    backend.objects.put(ref, { ...manifest, metadata });
    const { status, body } = await server.post(PATH);
    expect(status).toBe(409);
    expect(body.error.message).toContain('created again meanwhile');
  });

  it('runs runs of older releases again, in their own shape', async () => {
    const spec = {
      owner: { projectName: 'shop', componentName: 'cart' },
      repository: { url: 'https://git.example/shop' },
      templateRef: { engine: 'argo', name: 'docker' },
    };
    const build = runManifest({ kind: 'Build', name: 'build-1', spec });
    backend.watcher.list(['Build'], [build]);
    const buildRef = {
      ...ref,
      kind: 'Build',
      plural: 'builds',
      name: 'build-1',
    };
    backend.objects.put(buildRef, build);
    const path = '/api/workflow-runs/runs/build-1-uid/rerun';
    const { status, body } = await server
      .post(path)
      .send({ parameters: { 'repository.revision.branch': 'fix' } });
    expect(status).toBe(201);
    expect(body.ref).toMatchObject({ kind: 'Build' });
    expect(created()).toMatchObject({
      ref: { plural: 'builds', name: expect.stringMatching(/^cart-run-/) },
      content: {
        spec: {
          ...spec,
          repository: { ...spec.repository, revision: { branch: 'fix' } },
        },
      },
    });
  });

  it('creates nothing where running again is turned off', async () => {
    const off = new RunsTestBackend();
    off.watcher.list(['WorkflowRun'], [manifest]);
    const offServer = await off.start({
      workflowRuns: { rerun: { enabled: false } },
    });
    const { status, body } = await offServer.post(PATH);
    expect(status).toBe(403);
    expect(body.error.message).toContain('openchoreo.workflowRuns.rerun');
    expect(off.objects.requests).toEqual([]);
    await off.stop();
  });
});
