import { FakeTiming } from '../../controllers/testUtils/FakeTiming';
import { ApiObject } from '../../objects/ApiObject';
import { JsonObject, objectAt } from '../../objects/json';
import { createPlaneCluster } from '../../planeClusters/createPlaneCluster';
import { ResourceRegistry } from '../../registry/ResourceRegistry';
import { storeKey } from '../../storage/ResourceStore';
import { patchObject } from '../../write/patchObject';
import { createObject } from '../../write/createObject';
import { deleteObject } from '../../write/deleteObject';
import { ArgoController } from './ArgoController';

const START = '2026-11-25T12:00:00Z';
const NAMESPACE = 'workflows-acme';
const WRITE = {
  dryRun: false,
  fieldManager: 'test',
  fieldValidation: 'Ignore',
} as const;

function pod(name: string, seconds: string, further: JsonObject = {}) {
  return {
    name,
    metadata: { annotations: { 'sim/duration': seconds } },
    container: { image: 'alpine:3' },
    ...further,
  };
}

const SPEC = {
  entrypoint: 'main',
  serviceAccountName: 'workflow-sa',
  templates: [
    {
      name: 'main',
      steps: [
        [{ name: 'first', template: 'work' }],
        [{ name: 'second', template: 'work' }],
      ],
    },
    pod('work', '30'),
  ],
};

const APPROVAL = {
  ...SPEC,
  templates: [
    {
      name: 'main',
      steps: [
        [{ name: 'approve', template: 'approve' }],
        [{ name: 'then', template: 'work' }],
      ],
    },
    { name: 'approve', suspend: {} },
    pod('work', '30'),
  ],
};

describe('ArgoController', () => {
  let timing: FakeTiming;
  let argo: ArgoController;
  let registry: ResourceRegistry;

  function newCluster(): ResourceRegistry {
    return createPlaneCluster({
      name: 'c',
      agents: [],
      hasArgo: true,
      externalSecrets: 'v1',
      secretStores: [],
      objects: [],
      createdAt: timing.now(),
      firstRevision: registry?.revision,
    });
  }

  const workflows = () => registry.require('argoproj.io', 'workflows');

  function create(name: string, spec: JsonObject) {
    const namespaces = registry.require('', 'namespaces');
    if (!namespaces.store.get(storeKey(undefined, NAMESPACE))) {
      const namespace = { kind: 'Namespace', metadata: { name: NAMESPACE } };
      createObject(registry, namespaces, undefined, namespace, WRITE);
    }
    const metadata = { name };
    const object = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata,
      spec,
    };
    createObject(registry, workflows(), NAMESPACE, object, WRITE);
  }

  function patch(name: string, change: object) {
    argo.advance();
    patchObject(
      workflows(),
      NAMESPACE,
      name,
      JSON.stringify(change),
      'application/merge-patch+json',
      WRITE,
    );
  }

  function get(name: string): ApiObject {
    argo.advance();
    const found = workflows().store.get(storeKey(NAMESPACE, name));
    if (!found) {
      throw new Error(`There is no workflow '${name}'`);
    }
    return found;
  }

  function objects(plural: string): ApiObject[] {
    argo.advance();
    return registry
      .require('', plural)
      .store.latest()
      .entries.map(({ object }) => object)
      .filter(({ metadata }) => metadata.namespace === NAMESPACE);
  }

  const phaseOf = (name: string) => objectAt(get(name), 'status').phase;

  beforeEach(() => {
    timing = new FakeTiming(START);
    argo = new ArgoController({ timing, workflowTiming: { requeueMs: 1_000 } });
    registry = newCluster();
    argo.attach(registry);
  });

  it('runs what is created, and moves its resourceVersion only when something changed', () => {
    create('build', SPEC);
    timing.advance(1_000);
    expect(phaseOf('build')).toBe('Running');
    timing.advance(10_000);
    const before = get('build');
    timing.advance(5_000);
    expect(get('build')).toBe(before);
    timing.advance(80_000);
    const after = get('build');
    expect(after).toMatchObject({
      metadata: {
        labels: {
          'workflows.argoproj.io/completed': 'true',
          'workflows.argoproj.io/phase': 'Succeeded',
        },
      },
      status: { phase: 'Succeeded', progress: '2/2' },
    });
    expect(Number(after.metadata.generation)).toBeGreaterThan(
      Number(before.metadata.generation),
    );
    timing.advance(3_600_000);
    expect(get('build')).toBe(after);
  });

  it('has pods that tell their node, their owner and their containers', () => {
    create('build', SPEC);
    timing.advance(15_000);
    const [{ metadata, spec, status }] = objects('pods');
    expect(metadata).toMatchObject({
      labels: { 'workflows.argoproj.io/workflow': 'build' },
      annotations: {
        'workflows.argoproj.io/node-name': 'build[0].first',
        'workflows.argoproj.io/node-id': expect.stringMatching(/^build-\d+$/),
      },
      ownerReferences: [
        { kind: 'Workflow', name: 'build', uid: get('build').metadata.uid },
      ],
    });
    expect(spec).toMatchObject({
      nodeName: expect.stringMatching(/^node-/),
      serviceAccountName: 'workflow-sa',
    });
    expect(status).toMatchObject({
      phase: 'Running',
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Initialized', status: 'True' },
        { type: 'ContainersReady', status: 'True' },
        { type: 'Ready', status: 'True' },
      ],
      initContainerStatuses: [{ name: 'init', state: { terminated: {} } }],
      containerStatuses: expect.arrayContaining([
        expect.objectContaining({
          name: 'main',
          ready: true,
          state: { running: { startedAt: '2026-11-25T12:00:01Z' } },
        }),
      ]),
    });
    timing.advance(120_000);
    const ended = objects('pods');
    expect(ended).toHaveLength(2);
    for (const each of ended) {
      expect(each.status).toMatchObject({ phase: 'Succeeded' });
    }
  });

  it('writes events about workflow, nodes and pods, which are gone after an hour', () => {
    create('build', SPEC);
    timing.advance(15_000);
    const reasons = () => objects('events').map(({ reason }) => reason);
    expect(reasons()).toEqual(
      expect.arrayContaining(['WorkflowRunning', 'Scheduled', 'Started']),
    );
    const started = objects('events').find(
      ({ reason }) => reason === 'Started',
    );
    expect(started).toMatchObject({
      type: 'Normal',
      involvedObject: {
        kind: 'Pod',
        uid: objects('pods')[0].metadata.uid,
        fieldPath: expect.stringContaining('spec.'),
      },
      source: { component: 'kubelet' },
      firstTimestamp: expect.any(String),
    });
    timing.advance(3_600_000);
    expect(reasons()).toContain('WorkflowSucceeded');
    timing.advance(3_600_000);
    expect(reasons()).toEqual([]);
  });

  it.each([
    ['Stop', 'Failed'],
    ['Terminate', 'Failed'],
  ])('is shut down by a patch: %s', (shutdown, phase) => {
    create('build', SPEC);
    timing.advance(15_000);
    patch('build', { spec: { shutdown } });
    timing.advance(15_000);
    expect(phaseOf('build')).toBe(phase);
  });

  it('starts nothing while it is suspended', () => {
    create('build', SPEC);
    timing.advance(15_000);
    patch('build', { spec: { suspend: true } });
    timing.advance(300_000);
    expect(objects('pods')).toHaveLength(1);
    expect(phaseOf('build')).toBe('Running');
    patch('build', { spec: { suspend: null } });
    timing.advance(60_000);
    expect(phaseOf('build')).toBe('Succeeded');
  });

  it('waits at a suspended node for somebody who marks it as done, as argo resume does', () => {
    create('build', APPROVAL);
    timing.advance(3_600_000);
    const nodes = objectAt(objectAt(get('build'), 'status'), 'nodes');
    const [id] = Object.entries(nodes).find(
      ([, node]) => objectAt({ node }, 'node').type === 'Suspend',
    ) ?? [''];
    expect(objectAt(nodes, id).phase).toBe('Running');
    patch('build', { spec: { suspend: false } });
    timing.advance(60_000);
    expect(phaseOf('build')).toBe('Running');
    patch('build', {
      status: { nodes: { [id]: { phase: 'Succeeded', message: 'by test' } } },
    });
    timing.advance(60_000);
    expect(phaseOf('build')).toBe('Succeeded');
  });

  it('takes pods along with a workflow that is deleted, and begins anew with one of the same name', () => {
    create('build', SPEC);
    timing.advance(15_000);
    expect(objects('pods')).toHaveLength(1);
    const { uid } = get('build').metadata;
    deleteObject(workflows(), NAMESPACE, 'build', { dryRun: false });
    expect(objects('pods')).toEqual([]);
    create('build', SPEC);
    timing.advance(1_000);
    expect(get('build').metadata.uid).not.toBe(uid);
    expect(objectAt(get('build'), 'status').progress).toBe('0/1');
  });

  it('deletes a workflow by its own TTL strategy', () => {
    create('build', { ...SPEC, ttlStrategy: { secondsAfterSuccess: 60 } });
    timing.advance(80_000);
    expect(phaseOf('build')).toBe('Succeeded');
    timing.advance(61_000);
    expect(() => get('build')).toThrow('no workflow');
    expect(objects('pods')).toEqual([]);
  });

  it('shows workflows of the past as what has become of them', () => {
    argo.plant({
      namespace: NAMESPACE,
      name: 'old',
      labels: { 'openchoreo.dev/workflowrun': 'old' },
      spec: SPEC,
      createdAt: timing.now() - 86_400_000,
    });
    argo.attach(registry);
    expect(get('old')).toMatchObject({
      metadata: {
        creationTimestamp: '2026-11-24T12:00:00Z',
        labels: { 'openchoreo.dev/workflowrun': 'old' },
      },
      status: { phase: 'Succeeded', startedAt: '2026-11-24T12:00:00Z' },
    });
    expect(objects('pods')).toHaveLength(2);
    expect(objects('events')).toEqual([]);
  });

  it('goes on in the cluster that takes the place of its own', () => {
    create('build', SPEC);
    timing.advance(15_000);
    const before = get('build');
    const [podBefore] = objects('pods');
    registry = newCluster();
    argo.detach();
    timing.advance(5_000);
    argo.attach(registry);
    const after = get('build');
    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(after.status).toEqual(before.status);
    expect(Number(after.metadata.resourceVersion)).toBeGreaterThan(
      Number(before.metadata.resourceVersion),
    );
    expect(objects('pods')[0].metadata.uid).toBe(podBefore.metadata.uid);
    timing.advance(60_000);
    expect(phaseOf('build')).toBe('Succeeded');
  });

  it('finds templates of the cluster and what is in its caches', () => {
    const put = (group: string, plural: string, object: ApiObject) =>
      registry
        .require(group, plural)
        .store.put(
          storeKey(object.metadata.namespace, object.metadata.name),
          object,
        );
    const metadata = { uid: '1', creationTimestamp: START };
    put('argoproj.io', 'clusterworkflowtemplates', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ClusterWorkflowTemplate',
      metadata: { name: 'shared', ...metadata },
      spec: {
        templates: [
          pod('work', '30', {
            memoize: { key: 'k', cache: { configMap: { name: 'cache' } } },
          }),
        ],
      },
    });
    put('', 'configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'cache',
        namespace: NAMESPACE,
        labels: { 'workflows.argoproj.io/configmap-type': 'Cache' },
        ...metadata,
      },
      data: { k: '{"nodeID":"x","outputs":{}}', broken: 'x' },
    });
    create('build', {
      ...SPEC,
      templates: [
        {
          name: 'main',
          steps: [
            [
              {
                name: 'first',
                templateRef: {
                  name: 'shared',
                  template: 'work',
                  clusterScope: true,
                },
              },
            ],
          ],
        },
      ],
    });
    timing.advance(5_000);
    expect(get('build').status).toMatchObject({ phase: 'Succeeded' });
    expect(JSON.stringify(get('build').status)).toContain('"hit":true');
    expect(objects('pods')).toEqual([]);
  });

  it('ends what makes no sense, and goes on with the rest', () => {
    create('nonsense', { entrypoint: 'main', templates: 'none' });
    create('build', SPEC);
    timing.advance(90_000);
    expect(['Failed', 'Error']).toContain(phaseOf('nonsense'));
    expect(phaseOf('build')).toBe('Succeeded');
  });
});
