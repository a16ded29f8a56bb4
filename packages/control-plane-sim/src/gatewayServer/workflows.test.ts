import { FakeTiming } from '../controllers/testUtils/FakeTiming';
import { startTestGateway, TestGateway } from '../testing/startTestGateway';
import { askGateway } from '../testUtils/gatewayClient';

const PREFIX = '/api/proxy/workflowplane/ci/_cluster/ci/k8s';
const WORKFLOW =
  '/apis/argoproj.io/v1alpha1/namespaces/workflows-acme/workflows/build';
const PODS = '/api/v1/namespaces/workflows-acme/pods';
const METADATA = {
  Accept: 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
};

const SPEC = {
  entrypoint: 'main',
  templates: [
    {
      name: 'main',
      steps: [
        [{ name: 'first', template: 'work' }],
        [{ name: 'second', template: 'work' }],
      ],
    },
    {
      name: 'work',
      metadata: { annotations: { 'sim/duration': '60' } },
      container: { image: 'alpine:3' },
    },
  ],
};

describe('workflows on a plane, through the tunnel', () => {
  const timing = new FakeTiming('2026-11-25T12:00:00Z');
  let gateway: TestGateway;

  async function ask(path: string, headers?: Record<string, string>) {
    const answer = await askGateway(
      { ...gateway },
      { path: `${PREFIX}${path}`, headers },
    );
    const isJson = answer.headers['content-type'] === 'application/json';
    return {
      status: answer.status,
      type: answer.headers['content-type'],
      body: isJson ? JSON.parse(answer.text) : answer.text,
    };
  }

  async function podOf(step: string): Promise<string> {
    const { body } = await ask(
      `${PODS}?labelSelector=workflows.argoproj.io%2Fworkflow%3Dbuild`,
    );
    const found = body.items.find(
      ({ metadata }: { metadata: { annotations: Record<string, string> } }) =>
        metadata.annotations['workflows.argoproj.io/node-name'].endsWith(step),
    );
    return found.metadata.name;
  }

  beforeAll(async () => {
    gateway = await startTestGateway({
      timing,
      workflowTiming: { requeueMs: 1_000 },
      planes: [
        {
          planeType: 'workflowplane',
          planeID: 'ci',
          name: 'ci',
          workflows: [
            {
              namespace: 'workflows-acme',
              name: 'build',
              spec: SPEC,
              createdAt: timing.now() - 30_000,
            },
          ],
        },
      ],
    });
  });

  afterAll(() => gateway?.stop());

  it('tell by their metadata alone whether they have changed', async () => {
    const first = await ask(WORKFLOW, METADATA);
    expect(first.body).toMatchObject({
      kind: 'PartialObjectMetadata',
      metadata: { name: 'build', resourceVersion: expect.any(String) },
    });
    expect(first.body).not.toHaveProperty('status');
    const { resourceVersion } = first.body.metadata;
    timing.advance(10_000);
    const list = await ask(
      `${WORKFLOW.replace('/build', '')}?fieldSelector=metadata.name%3Dbuild`,
      { Accept: METADATA.Accept.replace('Metadata;', 'MetadataList;') },
    );
    expect(list.body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      items: [{ metadata: { resourceVersion } }],
    });
    timing.advance(30_000);
    const later = await ask(WORKFLOW, METADATA);
    expect(later.body.metadata.resourceVersion).not.toBe(resourceVersion);
  });

  it('have logs, as text', async () => {
    const pod = await podOf('first');
    expect(await ask(`${PODS}/${pod}/log?container=main`)).toMatchObject({
      status: 200,
      type: 'text/plain',
      body: expect.any(String),
    });
    expect(await ask(`${PODS}/ghost/log?container=main`)).toMatchObject({
      status: 404,
      body: { message: 'pods "ghost" not found', reason: 'NotFound' },
    });
    expect(await ask(`${PODS}/${pod}/log`)).toMatchObject({
      status: 400,
      body: {
        message: expect.stringContaining('a container name must be specified'),
      },
    });
    expect(
      (await ask(`${PODS}/${pod}/log?container=main&follow=true`)).status,
    ).toBe(501);
  });

  it('survive whatever happens to their cluster', async () => {
    const before = (await ask(WORKFLOW)).body;
    gateway.setBehaviour('workflowplane', 'ci', 'argo-missing');
    expect((await ask(WORKFLOW)).status).toBe(404);
    gateway.setBehaviour('workflowplane', 'ci', 'healthy');
    gateway.setAgents('workflowplane', 'ci', 3);
    const after = (await ask(WORKFLOW)).body;
    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(after.status).toEqual(before.status);
    expect(Number(after.metadata.resourceVersion)).toBeGreaterThan(
      Number(before.metadata.resourceVersion),
    );
    timing.advance(120_000);
    expect((await ask(WORKFLOW)).body.status.phase).toBe('Succeeded');
  });
});
