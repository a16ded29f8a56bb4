import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  argoRecordings,
  decompress,
  readArgoRecording,
} from '../__testUtils__/argoRecordings';
import { timelineResponseSchema } from '../api/timelineSchema';
import { fieldsAt } from '../parse/readers';
import { fnv32a } from './podNames';
import { readArgoWorkflow } from './readArgoWorkflow';

const options = { decompress };

function workflow(status: unknown, spec: unknown = {}) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: {
      name: 'wf',
      namespace: 'workflows-acme',
      uid: 'u-1',
      resourceVersion: '7',
    },
    spec,
    status,
  };
}

function read(status: unknown, spec?: unknown) {
  return readArgoWorkflow(workflow(status, spec), options);
}

function nodeOf(node: Record<string, unknown>) {
  return read({ nodes: { 'wf-1': { id: 'wf-1', name: 'wf.a', ...node } } })
    .nodes[0];
}

const compressed = (value: unknown) =>
  gzipSync(typeof value === 'string' ? value : JSON.stringify(value)).toString(
    'base64',
  );

describe('readArgoWorkflow', () => {
  it.each(argoRecordings)('reads the recorded %s', name => {
    const recorded = readArgoRecording(name);
    const { workflow: facts, nodes, gap } = readArgoWorkflow(recorded, options);
    const response: unknown = JSON.parse(
      JSON.stringify({
        source: 'argo',
        readAt: '2026-11-21T00:00:00Z',
        workflow: facts,
        nodes,
        gap,
      }),
    );
    expect(timelineResponseSchema.parse(response)).toMatchObject({
      workflow: { name: fieldsAt(recorded, 'metadata').name },
    });
    // Nothing is lost: each node has the id that Argo makes of its name.
    const root = String(facts?.name);
    expect(nodes.map(({ id }) => id)).toEqual(
      nodes.map(node =>
        node.name === root ? root : `${root}-${fnv32a(node.name)}`,
      ),
    );
    const status = fieldsAt(recorded, 'status');
    const plain = Object.keys(fieldsAt(status, 'nodes'));
    expect(nodes.length === 0).toBe(gap !== undefined);
    expect(nodes).toHaveLength(
      status.compressedNodes === undefined ? plain.length : 38,
    );
  });

  it('tells of a workflow that Argo refused', () => {
    const recorded = readArgoRecording('argo-v4.1.2/bad-template.final');
    expect(readArgoWorkflow(recorded, options).gap).toEqual({
      reason: 'no-nodes',
      message:
        'Argo refused the workflow before any step began: invalid spec: templates.main.steps failed to resolve {{steps.zzz.outputs.result}}.',
    });
  });

  it('reads the same nodes whatever they were compressed with', () => {
    const names = ['gzip', 'zstd', 'brotli'].map(algorithm =>
      readArgoWorkflow(
        readArgoRecording(`argo-v4.1.2/compressed-${algorithm}`),
        options,
      )
        .nodes.map(({ displayName }) => displayName.replace(algorithm, ''))
        .sort(),
    );
    expect(names).toEqual([names[0], names[0], names[0]]);
  });

  it('keeps of a node what a timeline needs', () => {
    expect(
      nodeOf({
        displayName: 'a',
        type: 'Pod',
        phase: 'Failed',
        templateRef: { name: 'shared', template: 'build', clusterScope: true },
        templateName: 'ignored',
        boundaryID: 'wf',
        message: 'clone https://me:PLANTED@git.example/x failed',
        startedAt: '2026-11-21T01:00:00Z',
        finishedAt: null,
        children: ['wf-2', 5],
        progress: '1/2',
        outputs: { exitCode: '137', result: 'dropped' },
        nodeFlag: { hooked: true, retried: true },
        daemoned: true,
        memoizationStatus: { hit: true },
        synchronizationStatus: { waiting: 'acme/Mutex/deploy' },
        taskResultSynced: false,
        podIP: '10.0.0.1',
      }),
    ).toEqual({
      id: 'wf-1',
      name: 'wf.a',
      displayName: 'a',
      type: 'Pod',
      phase: 'Failed',
      templateName: 'build',
      boundaryID: 'wf',
      message: 'clone https://••••••@git.example/x failed',
      startedAt: '2026-11-21T01:00:00Z',
      children: ['wf-2'],
      progress: '1/2',
      exitCode: 137,
      hooked: true,
      retried: true,
      daemoned: true,
      memoized: true,
      waitingFor: 'acme/Mutex/deploy',
      unsynced: true,
    });
  });

  it.each([
    [{ phase: '' }, { phase: 'Pending' }],
    [{ phase: 'Thinking' }, { phase: 'Pending' }],
    [{ type: 'Quantum' }, { type: 'Pod' }],
    [{ type: 'Quantum', children: ['x'] }, { type: 'DAG' }],
    [{ startedAt: '0001-01-01T00:00:00Z' }, { startedAt: undefined }],
    [{ startedAt: 'yesterday' }, { startedAt: undefined }],
    [
      { startedAt: '2026-11-21T02:00:00+01:00' },
      { startedAt: '2026-11-21T01:00:00Z' },
    ],
    [{ outputs: { exitCode: 'x' } }, { exitCode: undefined }],
    [{ boundaryID: '' }, { boundaryID: undefined }],
    [{ displayName: '' }, { displayName: 'wf.a' }],
    [{ name: undefined }, { name: 'wf-1', displayName: 'wf-1' }],
    [{ memoizationStatus: { hit: false } }, { memoized: undefined }],
    [{ phase: 'Running', taskResultSynced: false }, { unsynced: undefined }],
    [{ phase: 'Succeeded', taskResultSynced: false }, { unsynced: true }],
    [{ nodeFlag: {} }, { hooked: undefined, retried: undefined }],
    [{ progress: 'half' }, { progress: undefined }],
  ])('takes %j as %j', (given, expected) => {
    expect(nodeOf(given)).toMatchObject(expected);
  });

  it('reads the facts of the workflow', () => {
    expect(
      read(
        {
          phase: 'Running',
          startedAt: '2026-11-21T01:00:00Z',
          finishedAt: null,
          progress: '0/1',
        },
        { suspend: true, shutdown: 'Terminate' },
      ).workflow,
    ).toEqual({
      name: 'wf',
      namespace: 'workflows-acme',
      uid: 'u-1',
      resourceVersion: '7',
      phase: 'Running',
      startedAt: '2026-11-21T01:00:00Z',
      progress: '0/1',
      suspended: true,
      shutdown: 'Terminate',
    });
    expect(
      read({ phase: 'Odd' }, { shutdown: 'Later' }).workflow,
    ).toMatchObject({
      phase: undefined,
      shutdown: undefined,
      suspended: false,
    });
  });

  it('takes nodes from the first place that has some', () => {
    const nodes = { wf: { name: 'wf' } };
    const names = (status: unknown) => read(status).nodes.map(({ id }) => id);
    const other = compressed({ other: {} });
    expect(
      names({
        nodes,
        compressedNodes: other,
        offloadNodeStatusVersion: 'fnv:1',
      }),
    ).toEqual(['wf']);
    expect(
      names({
        nodes: {},
        compressedNodes: other,
        offloadNodeStatusVersion: 'f',
      }),
    ).toEqual(['other']);
  });

  it.each([
    [
      { offloadNodeStatusVersion: 'fnv:1', phase: 'Failed' },
      'offloaded',
      'database',
    ],
    [
      { phase: 'Failed', message: 'invalid spec' },
      'no-nodes',
      'refused the workflow before any step began: invalid spec.',
    ],
    [{ phase: 'Pending' }, 'no-nodes', 'has not begun'],
    [undefined, 'no-nodes', 'has not begun'],
    [{ compressedNodes: 'a b' }, 'undecodable', 'not base64'],
    [{ compressedNodes: 'abc' }, 'undecodable', 'not base64'],
    [{ compressedNodes: 'H4sIAAAA' }, 'undecodable', 'not valid gzip'],
    [{ compressedNodes: 'KLUv/QAA' }, 'undecodable', 'not valid zstd'],
    [{ compressedNodes: 'AAAAAAAA' }, 'undecodable', 'brotli'],
    [{ compressedNodes: compressed('{') }, 'undecodable', 'no JSON'],
    [{ compressedNodes: compressed('[]') }, 'undecodable', 'something else'],
    [{ compressedNodes: compressed('{"a":"\xff') }, 'undecodable', 'no JSON'],
    [
      { compressedNodes: compressed(' '.repeat(2 * 1024 * 1024)) },
      'too-large',
      'larger than the portal accepts',
    ],
    [
      {
        nodes: Object.fromEntries(
          Array.from({ length: 50_001 }, (_, i) => [`n${i}`, {}]),
        ),
      },
      'too-large',
      'more nodes than the portal accepts',
    ],
  ])('tells why there are no nodes %#', (status, reason, text) => {
    const { nodes, gap } = read(status);
    expect(nodes).toEqual([]);
    expect(gap).toEqual({ reason, message: expect.stringContaining(text) });
  });

  it('takes anything and never throws', () => {
    for (const object of [
      undefined,
      [],
      { kind: 'Workflow', apiVersion: 'openchoreo.dev/v1alpha1' },
      { kind: 'Workflow', apiVersion: 'argoproj.io/v1alpha1' },
    ]) {
      expect(readArgoWorkflow(object, options)).toMatchObject({
        nodes: [],
        gap: { reason: 'undecodable' },
      });
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ nodes: fc.dictionary(fc.string(), fc.jsonValue()) }),
          fc.record({
            nodes: fc.record({
              wf: fc.dictionary(
                fc.constantFrom(
                  'name',
                  'type',
                  'phase',
                  'children',
                  'startedAt',
                ),
                fc.jsonValue(),
              ),
            }),
          }),
        ),
        fc.jsonValue(),
        (status, spec) => {
          const { workflow: facts, nodes } = read(status, spec);
          expect(facts?.name).toBe('wf');
          const response = { source: 'argo', readAt: '', nodes };
          expect(timelineResponseSchema.safeParse(response).success).toBe(true);
        },
      ),
    );
  });
});
