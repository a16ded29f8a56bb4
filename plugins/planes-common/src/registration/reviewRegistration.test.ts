import fc from 'fast-check';
import { agentCA, intermediateCA, leaf } from '../__fixtures__/certificates';
import { servedBy } from '../__testUtils__/openAPI';
import { plane } from '../__testUtils__/planes';
import {
  clean,
  inline,
  inSecret,
  namespaced,
  observability,
  review,
  ReviewContext,
  secretKeyRef,
} from '../__testUtils__/registrationReviews';
import { reviewRegistration } from './reviewRegistration';

const servedByV017 = servedBy('v0.17.0');

const codes = (...args: Parameters<typeof review>) =>
  review(...args).problems.map(p => `${p.severity} ${p.code} ${p.field}`);

describe('what is no mistake is not told as one:', () => {
  it.each<[string, object, Partial<ReviewContext>]>([
    ['a complete registration', {}, {}],
    ['one for v0.17', {}, { served: servedByV017 }],
    [
      'a build plane for v0.17 with its agent CA in a Secret',
      {
        kind: 'BuildPlane',
        namespace: 'acme',
        agentCA: inSecret,
        observabilityPlaneRef: {
          kind: 'ClusterObservabilityPlane',
          name: 'default',
        },
      },
      { served: servedByV017 },
    ],
    [
      'a namespaced kind without planeID, for which its name stands',
      { ...namespaced, planeID: undefined },
      {},
    ],
    [
      "the Secret of a namespaced kind, which is in the kind's namespace",
      { ...namespaced, agentCA: inSecret },
      {},
    ],
    ['an observability plane', observability, {}],
    [
      'the name of a plane of another kind or namespace',
      {},
      {
        planes: [
          plane({ metadata: { name: 'edge-02' }, spec: { planeID: 'a' } }),
          plane({
            kind: 'ClusterWorkflowPlane',
            metadata: { name: 'edge-02' },
            spec: { planeID: 'edge-02' },
          }),
        ],
      },
    ],
    ['several CAs', inline(agentCA + intermediateCA.trimEnd()), {}],
  ])('%s', (_name, given, context) => {
    const { problems, registration } = review(given, context);
    expect(problems).toEqual([]);
    expect(registration).toMatchObject({ name: 'edge-02' });
  });
});

describe('a review', () => {
  it('tells everything at once, errors first, and keeps what is right', () => {
    const given = {
      name: 'Edge',
      secretStore: undefined,
      observerURL: 'https://o.example',
      displayName: 'a\u0000b',
      ...inline(leaf),
    };
    expect(codes(given)).toEqual([
      'error name-invalid name',
      'error display-name-invalid displayName',
      'error field-not-served observerURL',
      'warning agent-ca-leaf agentCA.value',
    ]);
    const { registration, valid } = review(given);
    expect(registration).toBeUndefined();
    expect(valid).toEqual({
      controlPlane: 'default',
      kind: 'ClusterDataPlane',
      planeID: 'edge-02',
      observerURL: 'https://o.example',
      ...inline(leaf),
    });
  });

  it('keeps a registration that could be read, even if it is blocked', () => {
    const taken = plane({
      kind: 'ClusterDataPlane',
      metadata: { name: 'edge-02' },
      spec: { planeID: 'other' },
    });
    const { registration, valid } = review({}, { planes: [taken] });
    expect(codes({}, { planes: [taken] })).toEqual(['error name-taken name']);
    expect(registration).toEqual(clean);
    expect(valid).toEqual(clean);
    expect(codes({}, { planes: [taken], current: taken })).toEqual([
      'warning plane-id-changed planeID',
      'warning agent-ca-change-unnoticed agentCA.value',
    ]);
  });

  it.each<[string, object, string[]]>([
    [
      'that is wrong as missing, too',
      { planeID: 'Edge', agentCA: { source: 'vault' } },
      [
        'error plane-id-invalid planeID',
        'error agent-ca-source-invalid agentCA.source',
      ],
    ],
    [
      'with a wrong name as missing, too',
      {
        planeID: undefined,
        planeId: 'edge-02',
        agentCA: { source: 'secret', secretRef: secretKeyRef },
      },
      ['error unknown-field agentCA.secretRef', 'error unknown-field planeId'],
    ],
    [
      'that is missing by several checks',
      { planeID: undefined, agentCA: undefined },
      [
        'error agent-ca-absent agentCA.source',
        'error plane-id-missing planeID',
      ],
    ],
    [
      'that is wrong by several checks',
      { observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'o' } },
      ['error observability-plane-kind-invalid observabilityPlaneRef.kind'],
    ],
  ])('does not tell a value %s', (_name, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('reads what it can of a kind that is not served', () => {
    expect(
      codes({ kind: 'ClusterBuildPlane', planeID: 'A' }, { served: [] }),
    ).toEqual(['error plane-id-invalid planeID', 'error kind-not-served kind']);
  });

  it('has an answer to anything, and says nothing twice', () => {
    const known = fc.constantFrom<unknown>(
      ...Object.keys(clean),
      ...Object.values(clean),
      'agentCA.value',
      'DataPlane',
    );
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom(...Object.keys(clean), 'namespace'),
          fc.string(),
        ),
        fc.oneof(known, fc.anything()),
      ),
    );
    fc.assert(
      fc.property(anything, input => {
        const { registration, problems } = reviewRegistration(input, {
          served: servedByV017,
          planes: [],
          isKnown: () => false,
          now: new Date('2026-11-21T12:00:00Z'),
        });
        // Unknown fields may have names that look the same.
        const told = problems
          .filter(({ code }) => code !== 'unknown-field')
          .map(({ field, message }) => `${field} ${message}`);
        expect(new Set(told).size).toBe(told.length);
        const isReadable = registration !== undefined;
        expect(isReadable || problems[0].severity === 'error').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
