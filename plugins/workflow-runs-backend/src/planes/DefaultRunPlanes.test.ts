import { formatPlaneRef } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  TestClusterGateways,
  TestControlPlaneWatcher,
  type TestManifest,
  TestPlaneInventory,
  type TestResource,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { run } from '../__testUtils__/runs';
import { followWorkflows } from '../workflows';
import { DefaultRunPlanes } from './DefaultRunPlanes';

const agent = { clusterAgent: { clientCA: {} } };

function plane(
  kind: TestManifest['kind'],
  name: string,
  namespace?: string,
  spec: object = agent,
): TestManifest {
  return { kind, metadata: { name, namespace }, spec };
}

function workflow(
  kind: string,
  name: string,
  spec?: object,
  namespace = kind === 'ClusterWorkflow' ? undefined : 'acme',
): TestResource {
  return { kind, metadata: { name, namespace }, spec };
}

describe('DefaultRunPlanes', () => {
  const inventory = new TestPlaneInventory();
  const watcher = new TestControlPlaneWatcher();
  const gateways = new TestClusterGateways();
  const planes = new DefaultRunPlanes({
    gateways,
    inventory,
    workflows: followWorkflows(watcher),
  });

  function given(manifests: TestManifest[], workflows: TestResource[]) {
    inventory.listAll(manifests);
    watcher.list(['Workflow', 'ClusterWorkflow', 'Project'], workflows);
  }

  const clusterWorkflowPlane = plane('ClusterWorkflowPlane', 'default');
  const docker = { workflow: { kind: 'ClusterWorkflow', name: 'docker' } };
  const local = { workflow: { kind: 'Workflow', name: 'local' } };
  const legacy = { workflow: { name: 'local' } };

  it.each<[string, TestManifest[], TestResource[], object, string]>([
    [
      'the plane that a ClusterWorkflow names',
      [clusterWorkflowPlane, plane('ClusterWorkflowPlane', 'big')],
      [
        workflow('ClusterWorkflow', 'docker', {
          workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'big' },
        }),
      ],
      { spec: docker },
      'ClusterWorkflowPlane big',
    ],
    [
      'the plane that a Workflow names in its namespace',
      [clusterWorkflowPlane, plane('WorkflowPlane', 'big', 'acme')],
      [
        workflow('Workflow', 'local', {
          workflowPlaneRef: { kind: 'WorkflowPlane', name: 'big' },
        }),
      ],
      { spec: local },
      'WorkflowPlane acme/big',
    ],
    [
      'the default of the namespace for a workflow from before there was one in the schema',
      [clusterWorkflowPlane, plane('WorkflowPlane', 'default', 'acme')],
      [workflow('Workflow', 'local', {})],
      { spec: local },
      'WorkflowPlane acme/default',
    ],
    [
      'the default of the cluster for a ClusterWorkflow, whatever the namespace has',
      [clusterWorkflowPlane, plane('WorkflowPlane', 'default', 'acme')],
      [workflow('ClusterWorkflow', 'docker')],
      { spec: docker },
      'ClusterWorkflowPlane default',
    ],
    [
      'the build plane that a workflow of v0.17 names',
      [plane('BuildPlane', 'a', 'acme'), plane('ClusterBuildPlane', 'b')],
      [
        workflow('Workflow', 'local', {
          buildPlaneRef: { kind: 'ClusterBuildPlane', name: 'b' },
        }),
      ],
      { spec: legacy },
      'ClusterBuildPlane b',
    ],
    [
      'the build plane that the project names (v0.15, v0.16), for a run of a workflow',
      [plane('BuildPlane', 'a', 'acme'), plane('BuildPlane', 'b', 'acme')],
      [
        workflow('Workflow', 'local'),
        workflow('Project', 'shop', { buildPlaneRef: { name: 'b' } }),
      ],
      { spec: legacy, project: 'shop' },
      'BuildPlane acme/b',
    ],
    [
      'the build plane that the project names, for a run of a component workflow',
      [plane('BuildPlane', 'a', 'acme'), plane('BuildPlane', 'b', 'acme')],
      [workflow('Project', 'shop', { buildPlaneRef: { name: 'b' } })],
      {
        kind: 'ComponentWorkflowRun',
        spec: { owner: { projectName: 'shop' }, workflow: { name: 'docker' } },
      },
      'BuildPlane acme/b',
    ],
    [
      'the default build plane of the namespace, for a Build',
      [
        plane('BuildPlane', 'a', 'acme'),
        plane('BuildPlane', 'default', 'acme'),
      ],
      [workflow('Project', 'shop')],
      { kind: 'Build', spec: { owner: { projectName: 'shop' } } },
      'BuildPlane acme/default',
    ],
    [
      'the first build plane of the namespace where none is the default',
      [
        plane('BuildPlane', 'b', 'acme'),
        plane('BuildPlane', 'a', 'acme'),
        plane('BuildPlane', '0', 'globex'),
      ],
      [],
      { kind: 'Build', spec: {} },
      'BuildPlane acme/a',
    ],
  ])('finds %s', (_, manifests, workflows, options, expected) => {
    given(manifests, workflows);
    const resolution = planes.planeOf(run(options));
    expect(resolution.ok && formatPlaneRef(resolution.plane.ref)).toBe(
      expected,
    );
  });

  it.each<[string, TestManifest[], TestResource[], object, object]>([
    [
      'the workflow is not known',
      [clusterWorkflowPlane],
      [],
      { spec: docker },
      { message: expect.stringContaining("ClusterWorkflow 'docker'") },
    ],
    [
      'the workflow of this name is that of another namespace',
      [clusterWorkflowPlane],
      [workflow('Workflow', 'local', {}, 'globex')],
      { spec: local },
      { message: expect.stringContaining("Workflow 'local'") },
    ],
    [
      'the plane that is named does not exist',
      [clusterWorkflowPlane],
      [
        workflow('ClusterWorkflow', 'docker', {
          workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'gone' },
        }),
      ],
      { spec: docker },
      {
        wanted: {
          controlPlane: 'default',
          kind: 'ClusterWorkflowPlane',
          name: 'gone',
        },
        message:
          'ClusterWorkflowPlane gone does not exist, or the portal cannot see it.',
      },
    ],
    [
      'the reference makes no sense',
      [clusterWorkflowPlane],
      [
        workflow('ClusterWorkflow', 'docker', {
          workflowPlaneRef: { kind: 'Pod', name: 'x' },
        }),
      ],
      { spec: docker },
      { message: expect.stringContaining('cannot be understood') },
    ],
    [
      'nothing is named, and nothing is the default',
      [plane('WorkflowPlane', 'other', 'acme')],
      [workflow('ClusterWorkflow', 'docker')],
      { spec: docker },
      { message: expect.stringContaining("namespace 'acme'") },
    ],
  ])('does not guess where %s', (_, manifests, workflows, options, gap) => {
    given(manifests, workflows);
    const resolution = planes.planeOf(run(options));
    expect(resolution).toMatchObject({
      ok: false,
      gap: 'plane-unknown',
      ...gap,
    });
    expect(planes.tunnelOf(run(options))).toMatchObject({
      ok: false,
      gap: 'plane-unknown',
    });
  });

  it('knows the way through the tunnel, and whether it is open', () => {
    given(
      [
        plane('ClusterWorkflowPlane', 'default', undefined, {
          planeID: 'wp',
          ...agent,
        }),
      ],
      [workflow('ClusterWorkflow', 'docker')],
    );
    const tunnel = planes.tunnelOf(run());
    expect(tunnel).toMatchObject({
      ok: true,
      gateway: gateways.gateway(),
      address: { planeType: 'workflowplane', planeID: 'wp', name: 'default' },
      plane: { ref: { kind: 'ClusterWorkflowPlane' } },
    });
    expect(tunnel).not.toHaveProperty('offline');

    const [{ ref }] = inventory.snapshot().planes;
    const liveness = { asOf: '2026-11-21T12:00:00Z', connectedAgents: 0 };
    inventory.setLiveness(ref, { ...liveness, connected: false });
    expect(planes.tunnelOf(run())).toMatchObject({
      ok: true,
      offline: expect.stringContaining(
        'No agent of ClusterWorkflowPlane default',
      ),
    });
    inventory.setLiveness(ref, {
      ...liveness,
      connected: true,
      authorised: false,
    });
    expect(planes.tunnelOf(run())).toMatchObject({
      offline: expect.stringContaining('is not accepted'),
    });
    inventory.setLiveness(ref, undefined);
  });

  it('says why there is no tunnel', () => {
    const credentials = { kubernetesCluster: { name: 'c', credentials: {} } };
    given([plane('BuildPlane', 'default', 'acme', credentials)], []);
    expect(planes.tunnelOf(run({ kind: 'Build', spec: {} }))).toMatchObject({
      ok: false,
      gap: 'plane-offline',
      message: expect.stringContaining('has no agent'),
    });
    given([clusterWorkflowPlane], [workflow('ClusterWorkflow', 'docker')]);
    const without = new DefaultRunPlanes({
      gateways: new TestClusterGateways([]),
      inventory,
      workflows: followWorkflows(watcher),
    });
    expect(without.tunnelOf(run())).toMatchObject({
      ok: false,
      gap: 'gateway-not-configured',
      message: expect.stringContaining("'default'"),
    });
  });
});
