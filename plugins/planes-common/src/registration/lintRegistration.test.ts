import fc from 'fast-check';
import {
  agentCA,
  intermediateCA,
  leaf,
  otherCA,
} from '../__fixtures__/certificates';
import { kindServedBy, servedBy } from '../__testUtils__/openAPI';
import { plane } from '../__testUtils__/planes';
import { PlaneKind } from '../model/kinds';
import { Plane } from '../model/plane';
import { lintRegistration, LintRegistrationContext } from './lintRegistration';
import { planeOfRegistration } from './planeOfRegistration';
import { PlaneRegistration } from './PlaneRegistration';
import { isRegistrationField } from './registrationFields';

const complete: PlaneRegistration = {
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'eu-west',
  planeID: 'eu',
  agentCA: { source: 'inline', value: agentCA },
  secretStore: 'vault',
  observabilityPlaneRef: { kind: 'ClusterObservabilityPlane', name: 'o' },
};

const observer = plane({
  kind: 'ClusterObservabilityPlane',
  metadata: { name: 'o' },
});

function cluster(
  kind: PlaneKind,
  more: Partial<PlaneRegistration> = {},
): Partial<PlaneRegistration> {
  return { ...complete, kind, namespace: undefined, ...more };
}

function lint(
  registration: Partial<PlaneRegistration>,
  context: Partial<LintRegistrationContext> = {},
) {
  return lintRegistration(registration, {
    served: kindServedBy('v1.2.0', registration.kind ?? 'DataPlane'),
    planes: [observer],
    isKnown: () => true,
    now: new Date('2026-11-21T00:00:00Z'),
    ...context,
  });
}

const codes = (...args: Parameters<typeof lint>) =>
  lint(...args).map(p => `${p.severity} ${p.code} ${p.field}`);

function withCA(value: string, spec: object = {}, name = 'other'): Plane {
  return plane({
    metadata: { name },
    spec: { clusterAgent: { clientCA: { value } }, planeID: 'eu', ...spec },
  });
}

describe('the plane of a registration', () => {
  const served = kindServedBy('v1.2.0', 'DataPlane');

  it('is as the control plane would serve it', () => {
    expect(planeOfRegistration(complete, served)).toMatchObject({
      ref: {
        controlPlane: 'default',
        kind: 'DataPlane',
        namespace: 'acme',
        name: 'eu-west',
      },
      planeID: 'eu',
      agentCA: { source: 'inline', certificates: [{ isCA: true }] },
      secretStore: 'vault',
      observabilityPlaneRef: { kind: 'ClusterObservabilityPlane', name: 'o' },
      findings: [],
    });
  });

  it('has its agent CA where it would be stored', () => {
    const secretKeyRef = { namespace: 'acme', name: 's', key: 'ca.crt' };
    for (const [from, kind] of [
      ['v1.2.0', 'WorkflowPlane'],
      ['v0.17.0', 'BuildPlane'],
    ] as const) {
      for (const given of [
        { source: 'secret' as const, secretKeyRef },
        { source: 'inline' as const, value: agentCA, storeIn: secretKeyRef },
      ]) {
        expect(
          planeOfRegistration(
            { ...complete, kind, agentCA: given },
            kindServedBy(from, kind),
          )?.agentCA,
        ).toEqual({ source: 'secret', secretKeyRef });
      }
    }
  });

  it.each<Partial<PlaneRegistration>>([
    { name: undefined },
    { name: '' },
    { name: 'EU' },
    { name: '../x' },
    { namespace: undefined },
    { namespace: 'a/b' },
    { kind: undefined },
    { controlPlane: undefined },
  ])('is none with %j', missing => {
    expect(planeOfRegistration({ ...complete, ...missing }, served)).toBe(
      undefined,
    );
  });
});

describe('lintRegistration', () => {
  it('has nothing to say of a complete registration', () => {
    expect(lint(complete)).toEqual([]);
    expect(lint(cluster('ClusterWorkflowPlane'))).toEqual([]);
    expect(
      lint(
        cluster('ClusterObservabilityPlane', {
          secretStore: undefined,
          observabilityPlaneRef: undefined,
          observerURL: 'https://observer.example',
        }),
      ),
    ).toEqual([]);
  });

  it.each<[string, Partial<PlaneRegistration>, string[]]>([
    ['nothing', {}, ['error agent-ca-absent agentCA.value']],
    [
      'only a kind and a leaf',
      {
        kind: 'ClusterDataPlane',
        agentCA: { source: 'inline', value: leaf },
      },
      [
        'warning agent-ca-leaf agentCA.value',
        'warning plane-id-missing planeID',
      ],
    ],
    [
      'no agent CA',
      { ...complete, agentCA: undefined },
      ['error agent-ca-absent agentCA.value'],
    ],
    [
      'no planeID of a Cluster kind',
      cluster('ClusterDataPlane', { planeID: undefined }),
      ['warning plane-id-missing planeID'],
    ],
    [
      'no links',
      {
        ...complete,
        secretStore: undefined,
        observabilityPlaneRef: undefined,
      },
      [
        'warning secret-store-absent secretStore',
        'info observability-plane-none observabilityPlaneRef.name',
      ],
    ],
    [
      'no name, so nothing to compare',
      { ...complete, name: undefined, secretStore: undefined },
      [],
    ],
  ])('tells of %s what is missing', (_name, registration, expected) => {
    expect(codes(registration)).toEqual(expected);
  });

  it('looks at certificates that are to be stored in a Secret', () => {
    const storeIn = { name: 's', key: 'ca.crt' };
    expect(
      codes(
        cluster('ClusterObservabilityPlane', {
          observerURL: 'https://observer.example',
          agentCA: { source: 'inline', value: leaf, storeIn },
        }),
      ),
    ).toEqual([
      'warning agent-ca-leaf agentCA.value',
      'warning agent-ca-secret-without-namespace agentCA.storeIn.namespace',
      'warning agent-ca-not-inline agentCA.storeIn.name',
    ]);
  });

  it('does not tell an observability plane missing where such planes are not known', () => {
    const registration = { ...complete, observabilityPlaneRef: undefined };
    expect(
      codes(registration, {
        isKnown: (_, kind) => kind !== 'ClusterObservabilityPlane',
      }),
    ).toEqual([]);
    expect(
      codes(registration, {
        planes: [
          plane({
            kind: 'ObservabilityPlane',
            metadata: { name: 'default' },
          }),
        ],
      }),
    ).toEqual([]);
  });

  describe('of planes with the same planeID', () => {
    it.each<[string, Plane, string[]]>([
      [
        'and the same agent CA',
        withCA(agentCA),
        ['info plane-id-shared planeID'],
      ],
      [
        'and one agent CA in common',
        withCA(otherCA + agentCA),
        ['info plane-id-shared planeID'],
      ],
      [
        'and an agent CA that is not known',
        withCA('', {
          clusterAgent: {
            clientCA: { secretKeyRef: { name: 's', key: 'k' } },
          },
        }),
        ['info plane-id-shared planeID'],
      ],
      [
        'and another agent CA',
        withCA(otherCA),
        [
          'warning plane-id-other-agent-ca planeID',
          'info plane-id-shared planeID',
        ],
      ],
      [
        'but another type',
        plane({ kind: 'WorkflowPlane', spec: { planeID: 'eu' } }),
        [],
      ],
      [
        'in another control plane',
        plane({ controlPlane: 'other', spec: { planeID: 'eu' } }),
        [],
      ],
    ])('%s', (_name, other, expected) => {
      expect(codes(complete, { planes: [observer, other] })).toEqual(expected);
    });
  });

  it('is not surprised by the plane that is changed', () => {
    const current = withCA(agentCA, {}, 'eu-west');
    const planes = [observer, current];
    expect(codes(complete, { planes })).toEqual(['error name-taken name']);
    expect(codes(complete, { planes, current })).toEqual([]);
    expect(codes({ ...complete, planeID: 'new' }, { planes, current })).toEqual(
      ['warning plane-id-changed planeID'],
    );
  });

  it('says what a change brings with it', () => {
    const current = plane({
      kind: 'ClusterDataPlane',
      spec: {
        planeID: 'eu',
        clusterAgent: { clientCA: { value: agentCA + otherCA } },
      },
    });
    const change = (more: Partial<PlaneRegistration>) =>
      lint(cluster('ClusterDataPlane', more), {
        current,
        planes: [observer, current],
      });
    const value = (text: string) =>
      ({ source: 'inline', value: text } as const);

    const [changedID] = change({
      planeID: 'west',
      agentCA: value(agentCA + otherCA),
    });
    expect(changedID.message).toMatch(/from "eu" to "west".*with "eu"/);
    expect(changedID.remedy).toMatch(/clusterAgent\.planeID=west/);

    expect(change({ agentCA: value(otherCA + agentCA) })).toEqual([]);
    for (const [field, ca] of [
      ['agentCA.value', value(intermediateCA)],
      ['agentCA.value', value(agentCA)],
      [
        'agentCA.secretKeyRef.name',
        {
          source: 'secret',
          secretKeyRef: { namespace: 'acme', name: 's', key: 'k' },
        },
      ],
    ] as const) {
      expect(change({ agentCA: ca })).toEqual([
        {
          code: 'agent-ca-change-unnoticed',
          severity: 'warning',
          field,
          message: expect.stringMatching(/of a ClusterDataPlane changes/),
          remedy: 'Reconnect the agents after the change.',
        },
      ]);
    }
    expect(
      codes(
        { ...complete, agentCA: value(otherCA) },
        { current: withCA(agentCA, {}, 'eu-west') },
      ),
    ).toEqual([]);
  });

  it('speaks of fields of a registration, errors first, whatever it is given', () => {
    const optional = <T>(...values: T[]) =>
      fc.constantFrom(undefined, ...values);
    const secretKeyRef = { name: 's', key: 'k' };
    const registrations = fc.record({
      controlPlane: optional('default', 'x'),
      kind: fc.constantFrom(...servedBy('v1.2.0').map(({ kind }) => kind)),
      namespace: optional('acme', '', 'a/b'),
      name: optional('eu-west', 'EU', ''),
      planeID: optional('eu', 'a b', ''),
      agentCA: optional<PlaneRegistration['agentCA']>(
        ...[agentCA, leaf, btoa(agentCA), 'x', ''].flatMap(value => [
          { source: 'inline' as const, value },
          { source: 'inline' as const, value, storeIn: secretKeyRef },
        ]),
        { source: 'secret', secretKeyRef },
      ),
      secretStore: optional('vault', 'V!'),
      observabilityPlaneRef: optional<
        PlaneRegistration['observabilityPlaneRef']
      >(
        { kind: 'ObservabilityPlane', name: 'o' },
        { kind: 'ClusterObservabilityPlane', name: 'gone' },
      ),
      observerURL: optional('https://o.example', 'x'),
    });
    const others = [observer, withCA(otherCA), withCA(leaf, { planeID: 'y' })];
    fc.assert(
      fc.property(
        registrations,
        fc.constantFrom(undefined, ...others),
        (registration, current) => {
          const problems = lint(registration, { planes: others, current });
          const severities = problems.map(({ severity }) => severity);
          expect(severities).toEqual(
            [...severities].sort(
              (a, b) =>
                ['error', 'warning', 'info'].indexOf(a) -
                ['error', 'warning', 'info'].indexOf(b),
            ),
          );
          for (const { field = '', message, remedy } of problems) {
            expect([field, isRegistrationField(field)]).toEqual([field, true]);
            expect(message).toMatch(/^[A-Z].*\.$/);
            expect(remedy).toMatch(/^[A-Z].*\.$/);
            expect(message + remedy).not.toMatch(/undefined|unnamed|\bspec\./);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
