import { decompress, readArgoRecording } from '../__testUtils__/argoRecordings';
import { nodeResponseSchema } from '../api/nodeSchema';
import { isPodOfNode, NodePodRef } from './nodePod';
import { readNodeDetails } from './readNodeDetails';

const metadata = {
  name: 'wf',
  namespace: 'workflows-acme',
  annotations: { 'workflows.argoproj.io/pod-name-format': 'v2' },
};

function details(
  node: Record<string, unknown>,
  { annotations = metadata.annotations, showSecrets = false, others = {} } = {},
) {
  return readNodeDetails(
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: { ...metadata, annotations },
      status: { nodes: { 'wf-1': { name: 'wf[0].a', ...node }, ...others } },
    },
    'wf-1',
    { decompress, showSecrets },
  );
}

function podOf(...args: Parameters<typeof details>): NodePodRef | undefined {
  const pod = details(...args)?.pod;
  return pod?.ok ? pod.pod : undefined;
}

describe('readNodeDetails', () => {
  it('reads a recorded node', () => {
    const recorded = readArgoRecording('argo-v4.1.2/params-outputs.final');
    const read = (id: string) => readNodeDetails(recorded, id, { decompress });
    expect(read('params-outputs-3825510910')).toMatchObject({
      node: { displayName: 'gen' },
      inputs: { parameters: [], artifacts: [] },
      outputs: {
        parameters: [{ name: 'sha', value: '3f2a9c1', masked: false }],
      },
      pod: {
        ok: true,
        pod: {
          name: 'params-outputs-g-3825510910',
          namespace: 'runs',
          workflow: 'params-outputs',
          nodeId: 'params-outputs-3825510910',
          container: 'main',
        },
      },
    });
    expect(read('params-outputs')?.pod).toEqual({ ok: false });
    expect(read('nobody')).toBeUndefined();
    expect(read('constructor')).toBeUndefined();
  });

  it('reads nodes that are compressed', () => {
    const recorded = readArgoRecording('argo-v4.1.2/compressed-zstd');
    const name = String(Reflect.get(Object(recorded.metadata), 'name'));
    expect(readNodeDetails(recorded, name, { decompress })?.node.id).toBe(name);
  });

  it('masks what looks like a secret unless it may be seen', () => {
    const node = {
      inputs: {
        parameters: [
          { name: 'git-url', value: 'https://me:PLANTED@git.example/x' },
          { name: 'api-token', value: 'PLANTED' },
          { name: 'limit', value: 5 },
          { name: 'late', valueFrom: { supplied: {} } },
          { name: 'mode', default: 'dev' },
          { value: 'nameless' },
          'odd',
        ],
      },
      outputs: { result: 'password=PLANTED', exitCode: '0' },
    };
    const masked = details(node);
    expect(JSON.stringify(masked)).not.toContain('PLANTED');
    expect(masked?.inputs.parameters).toEqual([
      { name: 'git-url', value: 'https://••••••@git.example/x', masked: true },
      { name: 'api-token', masked: true },
      { name: 'limit', value: 5, masked: false },
      { name: 'late', masked: false },
      { name: 'mode', value: 'dev', masked: false },
    ]);
    expect(masked?.outputs.result).toEqual({ name: 'result', masked: true });

    const shown = details(node, { showSecrets: true });
    expect(shown?.inputs.parameters[1]).toEqual({
      name: 'api-token',
      value: 'PLANTED',
      masked: false,
    });
    expect(shown?.outputs.result?.value).toBe('password=PLANTED');
  });

  it('tells where artifacts lie, and keeps no more than it must', () => {
    const read = details({
      inputs: {
        artifacts: [
          { name: 'code', git: { repo: 'https://me:PLANTED@git.example/x' } },
          { name: 'inline', raw: { data: 'x' }, path: '/a' },
          { name: 'local', path: '/tmp/a' },
        ],
        parameters: [{ name: 'long', value: 'x'.repeat(50_000) }],
      },
      outputs: {
        artifacts: [
          { name: 'logs', s3: { bucket: 'logs', key: 'wf/main.log' } },
          { name: 'default-bucket', s3: { key: 'wf/a.tgz' } },
          { name: 'blob', azure: { container: 'c', blob: 'b' } },
          {},
        ],
      },
    });
    expect(read?.inputs.artifacts).toEqual([
      { name: 'code', location: 'https://••••••@git.example/x' },
      { name: 'inline', location: 'part of the workflow' },
      { name: 'local', location: '/tmp/a' },
    ]);
    expect(read?.outputs.artifacts).toEqual([
      { name: 'logs', location: 's3://logs/wf/main.log' },
      { name: 'default-bucket', location: 'wf/a.tgz' },
      { name: 'blob', location: 'azure://c/b' },
    ]);
    expect(read?.inputs.parameters[0].value).toHaveLength(10_000);
    const response = { inputs: read?.inputs, outputs: read?.outputs };
    expect(nodeResponseSchema.safeParse(response).success).toBe(true);
  });
});

describe('the pod of a node', () => {
  it.each([
    [
      'its own template',
      { type: 'Pod', templateName: 'build' },
      'wf-build-3986212215',
    ],
    [
      'a template of another workflow',
      { type: 'Pod', templateRef: { name: 't', template: 'build' } },
      'wf-build-3986212215',
    ],
    ['an inline template', { type: 'Pod', templateName: '' }, 'wf-3986212215'],
    ['the workflow itself', { type: 'Pod', name: 'wf' }, 'wf'],
    [
      'a template with a long name',
      { type: 'Pod', templateName: 'b'.repeat(300) },
      `wf-${'b'.repeat(239)}-3986212215`,
    ],
  ])('is named after %s', (_what, node, name) => {
    expect(podOf(node)?.name).toBe(name);
    expect(
      podOf(node, {
        annotations: { 'workflows.argoproj.io/pod-name-format': 'v1' },
      })?.name,
    ).toBe('wf-1');
  });

  it('is shared by the containers of a set', () => {
    const recorded = readArgoRecording('argo-v4.1.2/container-set.final');
    const nodes: unknown = Reflect.get(Object(recorded.status), 'nodes');
    const pods = Object.keys(Object(nodes)).map(id => {
      const pod = readNodeDetails(recorded, id, { decompress })?.pod;
      return pod?.ok ? [pod.pod.name, pod.pod.container] : [];
    });
    expect(new Set(pods.map(([name]) => name)).size).toBe(1);
    expect(pods.map(([, container]) => container).sort()).toEqual([
      'a',
      'b',
      'c',
      'main',
    ]);
    expect(details({ type: 'Container', boundaryID: 'gone' })?.pod).toEqual({
      ok: false,
      problem: 'The node of its pod is not part of the workflow.',
    });
  });

  it.each([
    [{ type: 'Pod', memoizationStatus: { hit: true } }, 'cache'],
    [{ type: 'HTTP' }, 'agent'],
    [{ type: 'Plugin' }, 'agent'],
  ])('is none of %j, which is said', (node, problem) => {
    expect(details(node)?.pod).toEqual({
      ok: false,
      problem: expect.stringContaining(problem),
    });
  });

  it.each([
    'Steps',
    'StepGroup',
    'DAG',
    'TaskGroup',
    'Retry',
    'Skipped',
    'Suspend',
  ])('is none of a %s', type => {
    expect(details({ type })?.pod).toEqual({ ok: false });
  });

  it('is known by its annotations, else by its name', () => {
    const ref = podOf({ type: 'Pod', templateName: 'build' });
    const labels = { 'workflows.argoproj.io/workflow': 'wf' };
    const isPod = (pod: Record<string, unknown>) =>
      ref !== undefined && isPodOfNode({ metadata: { labels, ...pod } }, ref);
    const id = 'workflows.argoproj.io/node-id';
    const name = 'workflows.argoproj.io/node-name';
    expect(isPod({ annotations: { [id]: 'wf-1' } })).toBe(true);
    expect(isPod({ annotations: { [id]: 'wf-2', [name]: 'wf[0].a' } })).toBe(
      false,
    );
    expect(isPod({ annotations: { [name]: 'wf[0].a' } })).toBe(true);
    expect(isPod({ name: 'wf-build-3986212215' })).toBe(true);
    expect(isPod({ name: 'wf-build-3986212215', labels: {} })).toBe(false);
    expect(isPod({ name: 'other' })).toBe(false);
  });
});
