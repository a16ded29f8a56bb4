import { agentCA, intermediateCA, otherCA } from '../__fixtures__/certificates';
import { plane } from '../__testUtils__/planes';
import { formatPlaneRef } from '../model/names';
import { Plane } from '../model/plane';
import { createFleet } from './createFleet';

const names = (planes: readonly Plane[]) =>
  planes.map(p => formatPlaneRef(p.ref));

function observer(
  name: string,
  namespace?: string,
  controlPlane?: string,
): Plane {
  return namespace === undefined
    ? plane({
        controlPlane,
        kind: 'ClusterObservabilityPlane',
        metadata: { name },
      })
    : plane({
        controlPlane,
        kind: 'ObservabilityPlane',
        metadata: { name, namespace },
      });
}

const everyDefault = [
  observer('default'),
  observer('default', 'acme'),
  observer('default', 'globex'),
];
const named = [
  ...everyDefault,
  observer('o'),
  observer('o', 'acme'),
  observer('g', 'globex'),
  observer('c'),
];

describe('the observability plane', () => {
  it.each<[kind: string, ref: unknown, fleet: Plane[], expected: string]>([
    // No reference.
    [
      'DataPlane',
      undefined,
      everyDefault,
      'default ObservabilityPlane acme/default',
    ],
    [
      'DataPlane',
      undefined,
      [observer('default')],
      'default ClusterObservabilityPlane default',
    ],
    ['DataPlane', undefined, [observer('default', 'globex')], 'none'],
    ['DataPlane', undefined, [observer('o', 'acme')], 'none'],
    ['DataPlane', undefined, [observer('default', 'acme', 'other')], 'none'],
    [
      'WorkflowPlane',
      undefined,
      [observer('default')],
      'default ClusterObservabilityPlane default',
    ],
    [
      'ClusterDataPlane',
      undefined,
      everyDefault,
      'default ClusterObservabilityPlane default',
    ],
    ['ClusterDataPlane', undefined, [observer('default', 'acme')], 'none'],
    ['BuildPlane', undefined, [observer('default')], 'none'],
    [
      'BuildPlane',
      undefined,
      everyDefault,
      'default ObservabilityPlane acme/default',
    ],
    [
      'ClusterBuildPlane',
      undefined,
      everyDefault,
      'default ClusterObservabilityPlane default',
    ],
    // A reference in whole.
    [
      'DataPlane',
      { kind: 'ObservabilityPlane', name: 'o' },
      named,
      'explicit ObservabilityPlane acme/o',
    ],
    [
      'DataPlane',
      { kind: 'ClusterObservabilityPlane', name: 'o' },
      named,
      'explicit ClusterObservabilityPlane o',
    ],
    [
      'ClusterDataPlane',
      { kind: 'ClusterObservabilityPlane', name: 'o' },
      named,
      'explicit ClusterObservabilityPlane o',
    ],
    [
      'DataPlane',
      { kind: 'ObservabilityPlane', name: 'g' },
      named,
      'dangling: DataPlane acme/eu-west refers to ObservabilityPlane acme/g, which does not exist.',
    ],
    [
      'DataPlane',
      { kind: 'ObservabilityPlane', name: 'c' },
      named,
      'dangling: DataPlane acme/eu-west refers to ObservabilityPlane acme/c, which does not exist.',
    ],
    [
      'DataPlane',
      { kind: 'ClusterObservabilityPlane', name: 'g' },
      named,
      'dangling: DataPlane acme/eu-west refers to ClusterObservabilityPlane g, which does not exist.',
    ],
    [
      'ClusterDataPlane',
      { kind: 'ObservabilityPlane', name: 'o' },
      named,
      "dangling: ClusterDataPlane eu-west refers to ObservabilityPlane 'o', but a ClusterDataPlane can only refer to a ClusterObservabilityPlane.",
    ],
    [
      'DataPlane',
      { kind: 'Observer', name: 'o' },
      named,
      "dangling: DataPlane acme/eu-west refers to 'o' of kind 'Observer', which is no kind of observability plane.",
    ],
    // A name alone, as a string or in an object.
    ['DataPlane', 'o', named, 'explicit ObservabilityPlane acme/o'],
    ['BuildPlane', 'o', named, 'explicit ObservabilityPlane acme/o'],
    [
      'DataPlane',
      'c',
      named,
      'dangling: DataPlane acme/eu-west refers to ObservabilityPlane acme/c, which does not exist.',
    ],
    ['ClusterBuildPlane', 'o', named, 'explicit ClusterObservabilityPlane o'],
    ['DataPlane', { name: 'o' }, named, 'explicit ObservabilityPlane acme/o'],
    [
      'ClusterWorkflowPlane',
      { name: 'c' },
      named,
      'explicit ClusterObservabilityPlane c',
    ],
    ['DataPlane', '', everyDefault, 'default ObservabilityPlane acme/default'],
    [
      'DataPlane',
      'No Name!',
      named,
      'dangling: DataPlane acme/eu-west refers to ObservabilityPlane acme/No Name!, which does not exist.',
    ],
    // An observability plane itself.
    ['ObservabilityPlane', undefined, everyDefault, 'not-applicable'],
  ])(
    'of a %s with reference %j',
    (kind, observabilityPlaneRef, others, expected) => {
      const subject = plane({ kind, spec: { observabilityPlaneRef } });
      const fleet = createFleet([subject, ...others]);
      const resolution = fleet.observabilityPlane(subject);
      const actual: string[] = [resolution.status];
      if ('ref' in resolution) {
        actual.push(formatPlaneRef(resolution.ref));
      }
      expect(
        'message' in resolution
          ? `dangling: ${resolution.message}`
          : actual.join(' '),
      ).toBe(expected);
      for (const other of others) {
        const resolved =
          'ref' in resolution &&
          formatPlaneRef(resolution.ref) === formatPlaneRef(other.ref);
        expect(fleet.observes(other)).toEqual(resolved ? [subject] : []);
      }
    },
  );

  it('is not missed where such planes could not be listed', () => {
    const subject = plane({ spec: { observabilityPlaneRef: 'o' } });
    const fleet = createFleet([subject], {
      isKnown: (controlPlane, kind) =>
        controlPlane !== 'default' || kind !== 'ObservabilityPlane',
    });
    expect(fleet.observabilityPlane(subject).status).toBe('explicit');
  });
});

describe('planes that share agents', () => {
  const planes = [
    plane({ metadata: { name: 'a' }, spec: { planeID: 'x' } }),
    plane({ metadata: { name: 'x', namespace: 'globex' } }),
    plane({
      kind: 'ClusterDataPlane',
      metadata: { name: 'c' },
      spec: { planeID: 'x' },
    }),
    plane({
      kind: 'WorkflowPlane',
      metadata: { name: 'w' },
      spec: { planeID: 'x' },
    }),
    plane({
      kind: 'BuildPlane',
      metadata: { name: 'b' },
      spec: { planeID: 'x' },
    }),
    plane({
      controlPlane: 'other',
      metadata: { name: 'a' },
      spec: { planeID: 'x' },
    }),
    plane({ metadata: { name: 'y' } }),
  ];
  const fleet = createFleet(planes);

  it('have control plane, gateway plane type and planeID in common', () => {
    expect(names(fleet.sharing(planes[0]))).toEqual([
      'DataPlane globex/x',
      'ClusterDataPlane c',
    ]);
    expect(fleet.sharingCount(planes[0])).toBe(2);
    for (const alone of planes.slice(3)) {
      expect(fleet.sharing(alone)).toEqual([]);
      expect(fleet.sharingCount(alone)).toBe(0);
    }
  });

  it('are none where credentials in the resource take the place of agents', () => {
    const credentials = ['acme', 'globex'].map(namespace =>
      plane({
        kind: 'BuildPlane',
        metadata: { name: 'default', namespace },
        spec: { kubernetesCluster: { name: 'c', credentials: {} } },
      }),
    );
    const mixed = createFleet(credentials);
    expect(credentials.map(({ access }) => access)).toEqual([
      'credentials',
      'credentials',
    ]);
    expect(mixed.sharing(credentials[0])).toEqual([]);
    expect(mixed.sharingCount(credentials[0])).toBe(0);
  });

  it('are as many as asked for', () => {
    expect(fleet.sharing(planes[0], 1)).toHaveLength(1);
  });

  it('are found for another observation of an indexed plane', () => {
    const again = plane({
      metadata: { name: 'a', resourceVersion: '2' },
      spec: { planeID: 'x' },
    });
    expect(fleet.sharingCount(again)).toBe(2);
  });
});

describe('planes that share an agent CA', () => {
  const withCA = (
    name: string,
    planeID: string,
    value: string,
    controlPlane?: string,
  ) =>
    plane({
      controlPlane,
      metadata: { name },
      spec: { planeID, clusterAgent: { clientCA: { value } } },
    });
  const planes = [
    withCA('a', 'x', agentCA),
    withCA('b', 'x', agentCA),
    withCA('c', 'y', `${otherCA}${agentCA}`),
    withCA('d', 'z', otherCA),
    withCA('e', 'w', intermediateCA),
    withCA('f', 'w', agentCA, 'other'),
  ];
  const fleet = createFleet(planes);

  it.each([
    ['a', ['c']],
    ['b', ['c']],
    ['c', ['d', 'a', 'b']],
    ['d', ['c']],
    ['e', []],
    ['f', []],
  ])('with %s under another planeID are %j', (name, expected) => {
    const subject = planes.find(p => p.ref.name === name);
    const shared = subject ? fleet.agentCASharedWith(subject) : [];
    expect(shared.map(p => p.ref.name)).toEqual(expected);
    expect(subject && fleet.agentCASharedCount(subject)).toBe(expected.length);
  });
});

describe('a fleet', () => {
  it('takes the later of two planes with one reference', () => {
    const old = plane({ spec: { planeID: 'old' } });
    const recent = plane({ spec: { planeID: 'recent' } });
    const other = plane({
      metadata: { name: 'other' },
      spec: { planeID: 'old' },
    });
    expect(createFleet([old, recent, other]).sharing(other)).toEqual([]);
  });
});
