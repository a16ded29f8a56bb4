import fc from 'fast-check';
import { plane, resource } from '../__testUtils__/planes';
import { planeDependentsSchema } from '../api/dependentsSchema';
import { formatPlaneRef } from '../model/names';
import { PlaneRef } from '../model/plane';
import { resolveDependents } from './resolveDependents';

const NONE = { environments: [], workflows: [], clusterWorkflows: [] };

function environment(name: string, dataPlaneRef?: unknown, metadata = {}) {
  return resource({
    kind: 'Environment',
    metadata: { name, ...metadata },
    spec: { dataPlaneRef },
  });
}

const workflow = (name: string, spec: unknown) =>
  resource({ kind: 'Workflow', metadata: { name }, spec });
const clusterWorkflow = (name: string, spec: unknown) =>
  resource({ kind: 'ClusterWorkflow', metadata: { name }, spec });

/** Planes by how a person would write them: `DataPlane acme/default`. */
const existing =
  (...names: string[]) =>
  (ref: PlaneRef) =>
    ref.controlPlane === 'default' && names.includes(formatPlaneRef(ref));

function target(name: string, others: string[] = []) {
  const [kind, path] = name.split(' ');
  const [last, namespace] = path.split('/').reverse();
  return {
    subject: plane({ kind, metadata: { name: last, namespace } }),
    isPresent: existing(name, ...others),
  };
}

describe('the environments of a data plane', () => {
  it.each<
    [
      plane: string,
      others: string[],
      ref: unknown,
      expected: 'explicit' | 'default' | 'none',
    ]
  >([
    // A reference in whole.
    ['DataPlane acme/eu', [], { kind: 'DataPlane', name: 'eu' }, 'explicit'],
    ['DataPlane globex/eu', [], { kind: 'DataPlane', name: 'eu' }, 'none'],
    ['DataPlane acme/us', [], { kind: 'DataPlane', name: 'eu' }, 'none'],
    [
      'ClusterDataPlane eu',
      [],
      { kind: 'ClusterDataPlane', name: 'eu' },
      'explicit',
    ],
    ['DataPlane acme/eu', [], { kind: 'ClusterDataPlane', name: 'eu' }, 'none'],
    ['ClusterDataPlane eu', [], { kind: 'DataPlane', name: 'eu' }, 'none'],
    // A name alone, as a string before v0.15.
    ['DataPlane acme/eu', [], 'eu', 'explicit'],
    ['ClusterDataPlane eu', [], 'eu', 'none'],
    ['DataPlane acme/eu', [], { name: 'eu' }, 'explicit'],
    // None.
    ['DataPlane acme/default', [], undefined, 'default'],
    ['DataPlane acme/default', ['ClusterDataPlane default'], null, 'default'],
    ['DataPlane acme/default', [], '', 'default'],
    ['ClusterDataPlane default', [], undefined, 'default'],
    ['ClusterDataPlane default', ['DataPlane acme/default'], undefined, 'none'],
    [
      'ClusterDataPlane default',
      ['DataPlane globex/default'],
      undefined,
      'default',
    ],
    ['DataPlane acme/eu', [], undefined, 'none'],
    // Nonsense, and planes of another kind.
    ['DataPlane acme/eu', [], { kind: 'WorkflowPlane', name: 'eu' }, 'none'],
    ['DataPlane acme/default', [], {}, 'none'],
    ['DataPlane acme/default', [], 'No Name!', 'none'],
    ['DataPlane acme/default', [], 7, 'none'],
    ['WorkflowPlane acme/default', [], undefined, 'none'],
    ['ObservabilityPlane acme/default', [], undefined, 'none'],
  ])(
    '%s (beside %j) has one that refers to %j: %s',
    (name, others, ref, expected) => {
      const { subject, isPresent } = target(name, others);
      const lists = { ...NONE, environments: [environment('dev', ref)] };
      const { items, counts } = resolveDependents(subject, lists, isPresent);
      expect(items).toEqual(
        expected === 'none'
          ? []
          : [
              {
                kind: 'Environment',
                namespace: 'acme',
                name: 'dev',
                title: 'dev',
                explicit: expected === 'explicit',
              },
            ],
      );
      expect(counts).toEqual({ environments: items.length, workflows: 0 });
    },
  );
});

describe('the workflows of a plane', () => {
  const wanted = (kind: string, name = 'default') => ({ kind, name });

  it.each<
    [
      plane: string,
      others: string[],
      spec: unknown,
      expected: ('Workflow' | 'ClusterWorkflow')[],
    ]
  >([
    [
      'WorkflowPlane acme/ci',
      [],
      { workflowPlaneRef: wanted('WorkflowPlane', 'ci') },
      ['Workflow'],
    ],
    [
      'ClusterWorkflowPlane default',
      [],
      { workflowPlaneRef: wanted('ClusterWorkflowPlane') },
      ['Workflow', 'ClusterWorkflow'],
    ],
    [
      'WorkflowPlane acme/default',
      ['ClusterWorkflowPlane default'],
      {},
      ['Workflow'],
    ],
    [
      'ClusterWorkflowPlane default',
      ['WorkflowPlane acme/default'],
      {},
      ['ClusterWorkflow'],
    ],
    [
      'ClusterWorkflowPlane default',
      [],
      undefined,
      ['Workflow', 'ClusterWorkflow'],
    ],
    // v0.17 and earlier.
    [
      'BuildPlane acme/ci',
      [],
      { buildPlaneRef: wanted('BuildPlane', 'ci') },
      ['Workflow'],
    ],
    [
      'ClusterBuildPlane default',
      [],
      { buildPlaneRef: wanted('ClusterBuildPlane') },
      ['Workflow', 'ClusterWorkflow'],
    ],
    ['BuildPlane acme/default', [], {}, ['Workflow']],
    [
      'WorkflowPlane acme/ci',
      [],
      { buildPlaneRef: wanted('BuildPlane', 'ci') },
      [],
    ],
    // A build plane that was left behind by an upgrade.
    ['BuildPlane acme/default', ['ClusterWorkflowPlane default'], {}, []],
    [
      'BuildPlane acme/ci',
      [],
      {
        workflowPlaneRef: wanted('WorkflowPlane', 'ci'),
        buildPlaneRef: wanted('BuildPlane', 'ci'),
      },
      [],
    ],
    ['DataPlane acme/default', [], {}, []],
  ])('%s (beside %j) has with %j: %j', (name, others, spec, expected) => {
    const { subject, isPresent } = target(name, others);
    const lists = {
      ...NONE,
      workflows: [workflow('build', spec)],
      clusterWorkflows: [clusterWorkflow('build', spec)],
    };
    const { items, counts } = resolveDependents(subject, lists, isPresent);
    expect(items.map(({ kind }) => kind)).toEqual(expected);
    expect(counts).toEqual({ environments: 0, workflows: expected.length });
  });
});

describe('resolveDependents', () => {
  const { subject, isPresent } = target('DataPlane acme/default');

  it('shows the display name', () => {
    const annotations = { 'openchoreo.dev/display-name': 'Development' };
    const lists = {
      ...NONE,
      environments: [environment('dev', undefined, { annotations })],
    };
    const { items } = resolveDependents(subject, lists, isPresent);
    expect(items[0].title).toBe('Development');
  });

  it('leaves out what is malformed, being deleted, or elsewhere', () => {
    const environments = [
      undefined,
      'environment',
      [],
      {},
      { metadata: { name: 'no-namespace' } },
      environment('No Name!'),
      environment('gone', undefined, {
        deletionTimestamp: '2026-11-21T00:00:00Z',
      }),
      environment('other', undefined, { namespace: 'globex' }),
      { metadata: { name: 'no-spec', namespace: 'acme' } },
    ];
    const { items } = resolveDependents(
      subject,
      { ...NONE, environments },
      isPresent,
    );
    expect(items.map(({ name }) => name)).toEqual(['no-spec']);
  });

  it('lists 200 of each kind and counts all', () => {
    const many = <T>(make: (name: string) => T) =>
      Array.from({ length: 201 }, (_, i) => make(`n-${i}`));
    const builds = target('ClusterWorkflowPlane default');
    const lists = {
      environments: many(name => environment(name)),
      workflows: many(name => workflow(name, {})),
      clusterWorkflows: many(name => clusterWorkflow(name, {})),
    };
    const ofData = resolveDependents(subject, lists, isPresent);
    expect(ofData.items).toHaveLength(200);
    expect(ofData.counts).toEqual({ environments: 201, workflows: 0 });
    const ofWorkflows = resolveDependents(
      builds.subject,
      lists,
      builds.isPresent,
    );
    expect(ofWorkflows.items).toHaveLength(400);
    expect(ofWorkflows.counts).toEqual({ environments: 0, workflows: 402 });
  });

  it('never throws, and answers what an API answer can hold', () => {
    const anyObject = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map(ref => environment('dev', ref)),
      fc.jsonValue().map(metadata => ({ metadata })),
    );
    fc.assert(
      fc.property(fc.array(anyObject), objects => {
        const found = resolveDependents(
          subject,
          {
            environments: objects,
            workflows: objects,
            clusterWorkflows: objects,
          },
          () => true,
        );
        const answer = { ...found, problems: [], asOf: '2026-11-21T00:00:00Z' };
        expect(
          planeDependentsSchema.parse(JSON.parse(JSON.stringify(answer))),
        ).toEqual(answer);
      }),
    );
  });
});
