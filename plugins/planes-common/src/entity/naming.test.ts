import {
  KubernetesValidatorFunctions,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import fc from 'fast-check';
import { PLANE_KINDS, planeKindInfo } from '../model/kinds';
import { PlaneRef } from '../model/plane';
import { planeKey } from '../model/planeKey';
import {
  planeClusterEntityName,
  planeEntityName,
  planeEntityNamespace,
  planeEntityRef,
} from './naming';

const long = `${'a'.repeat(120)}.${'b'.repeat(120)}`;

function clusterRef(name: string, controlPlane = 'default'): PlaneRef {
  return { controlPlane, kind: 'ClusterWorkflowPlane', name };
}

// Few letters, so that names come close to each other; pieces of other entity names among them.
const letter = fc.constantFrom(
  'a',
  'b',
  '-',
  '.',
  '-data-plane-',
  'cluster-',
  'default',
);
const kubernetesName = fc
  .oneof(
    fc.array(letter, { maxLength: 6 }),
    fc.array(letter, { minLength: 20, maxLength: 60 }),
  )
  .map(letters => `x${letters.join('')}`.slice(0, 252).concat('z'));
const namespace = fc.constantFrom('default', 'a', 'b', 'n'.repeat(63));
const controlPlane = fc.oneof(
  fc.constantFrom(
    'default',
    'eu',
    'EU',
    'eu_data-plane-x',
    'Default',
    'a.b',
    '',
  ),
  fc.string({ maxLength: 80 }),
);
const planeRef: fc.Arbitrary<PlaneRef> = fc
  .record({
    controlPlane,
    kind: fc.constantFrom(...PLANE_KINDS.map(({ kind }) => kind)),
    namespace,
    name: kubernetesName,
  })
  .map(ref =>
    planeKindInfo(ref.kind).scope === 'Cluster'
      ? { ...ref, namespace: undefined }
      : ref,
  );

describe('planeEntityName', () => {
  it.each<[PlaneRef, string]>([
    [clusterRef('default'), 'cluster-workflow-plane-default'],
    [
      {
        controlPlane: 'default',
        kind: 'DataPlane',
        namespace: 'acme',
        name: 'eu-west',
      },
      'data-plane-eu-west',
    ],
    [
      {
        controlPlane: 'default',
        kind: 'BuildPlane',
        namespace: 'acme',
        name: 'a.b',
      },
      'build-plane-a.b',
    ],
    [clusterRef('default', 'eu'), 'eu_cluster-workflow-plane-default'],
    [clusterRef('x'.repeat(40)), `cluster-workflow-plane-${'x'.repeat(40)}`],
  ])('names %j %s', (ref, name) => {
    expect(planeEntityName(ref)).toBe(name);
  });

  it('shortens what is too long, stably', () => {
    const name = planeEntityName(clusterRef(long));
    expect(name).toBe(`cluster-workflow-plane-${'a'.repeat(29)}_czxu46gvok`);
    expect(planeEntityName(clusterRef(`${long}c`))).not.toBe(name);
  });

  it('is always a valid name in a valid namespace', () => {
    fc.assert(
      fc.property(planeRef, ref => {
        expect(
          KubernetesValidatorFunctions.isValidObjectName(planeEntityName(ref)),
        ).toBe(true);
        expect(
          KubernetesValidatorFunctions.isValidNamespace(
            planeEntityNamespace(ref),
          ),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives distinct planes distinct entities, regardless of case', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(planeRef, {
          selector: planeKey,
          minLength: 2,
          maxLength: 100,
        }),
        refs => {
          const entityRefs = refs.map(ref =>
            planeEntityRef(ref).toLocaleLowerCase('en-US'),
          );
          expect(new Set(entityRefs).size).toBe(refs.length);
        },
      ),
    );
  });

  it('keeps apart planes of one name in two namespaces and as a Cluster kind', () => {
    const common = { controlPlane: 'default', name: 'default' };
    expect([
      planeEntityRef({ ...common, kind: 'DataPlane', namespace: 'default' }),
      planeEntityRef({ ...common, kind: 'DataPlane', namespace: 'acme' }),
      planeEntityRef({ ...common, kind: 'ClusterDataPlane' }),
    ]).toEqual([
      'resource:default/data-plane-default',
      'resource:acme/data-plane-default',
      'resource:default/cluster-data-plane-default',
    ]);
  });
});

describe('planeEntityRef', () => {
  it('is what the catalog model makes of the entity', () => {
    fc.assert(
      fc.property(planeRef, ref => {
        expect(planeEntityRef(ref, 'Planes')).toBe(
          stringifyEntityRef({
            kind: 'Resource',
            namespace: planeEntityNamespace(ref, 'Planes'),
            name: planeEntityName(ref),
          }),
        );
      }),
    );
  });

  it('puts Cluster kinds where it is told', () => {
    expect(planeEntityRef(clusterRef('default'), 'platform')).toBe(
      'resource:platform/cluster-workflow-plane-default',
    );
  });
});

describe('planeClusterEntityName', () => {
  it.each([
    ['default', 'default', 'plane-cluster-dataplane-default'],
    ['eu', 'default', 'eu_plane-cluster-dataplane-default'],
    ['default', '../x', 'plane-cluster-dataplane-..-x_uuk2kgghxu'],
  ])(
    'names the pool of control plane %s and planeID %s',
    (name, planeID, expected) => {
      expect(
        planeClusterEntityName({
          controlPlane: name,
          gatewayPlaneType: 'dataplane',
          planeID,
        }),
      ).toBe(expected);
    },
  );

  it('is valid, and no name of a plane', () => {
    fc.assert(
      fc.property(planeRef, controlPlane, fc.string(), (ref, name, planeID) => {
        const entityName = planeClusterEntityName({
          controlPlane: name,
          gatewayPlaneType: planeKindInfo(ref.kind).gatewayPlaneType,
          planeID,
        });
        expect(KubernetesValidatorFunctions.isValidObjectName(entityName)).toBe(
          true,
        );
        expect(entityName).not.toBe(planeEntityName(ref));
      }),
    );
  });
});
