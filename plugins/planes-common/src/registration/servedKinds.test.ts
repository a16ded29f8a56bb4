import fc from 'fast-check';
import { openAPIOf, servedBy } from '../__testUtils__/openAPI';
import { PLANE_KINDS } from '../model/kinds';
import { hasAgents, hasField, requiresField } from './ServedPlaneKind';
import { servedPlaneKinds } from './servedKinds';

function kind(release: Parameters<typeof servedBy>[0], name: string) {
  return servedBy(release).find(served => served.kind === name);
}

/** A document with one kind, whose spec has these properties. */
function documentOf(spec: object, more: Record<string, unknown> = {}) {
  return {
    components: {
      schemas: {
        DataPlane: {
          properties: { spec },
          'x-kubernetes-group-version-kind': [
            { group: 'openchoreo.dev', version: 'v1alpha1', kind: 'DataPlane' },
          ],
        },
        ...more,
      },
    },
  };
}

describe('servedPlaneKinds', () => {
  it.each([
    ['v0.9.0', ['DataPlane', 'BuildPlane', 'ObservabilityPlane']],
    [
      'v0.14.0',
      [
        'DataPlane',
        'ClusterDataPlane',
        'BuildPlane',
        'ClusterBuildPlane',
        'ObservabilityPlane',
        'ClusterObservabilityPlane',
      ],
    ],
    [
      'v1.2.0',
      [
        'DataPlane',
        'ClusterDataPlane',
        'WorkflowPlane',
        'ClusterWorkflowPlane',
        'ObservabilityPlane',
        'ClusterObservabilityPlane',
      ],
    ],
  ] as const)('finds the kinds of %s, and no lists', (release, kinds) => {
    expect(servedBy(release).map(served => served.kind)).toEqual(kinds);
    expect(servedBy(release).every(hasAgents)).toBe(true);
  });

  it('leaves out what discovery does not tell of, and kinds without a schema', () => {
    const infos = PLANE_KINDS.filter(({ planeType }) => planeType === 'data');
    expect(
      servedPlaneKinds(openAPIOf('v1.2.0'), [...infos, ...infos]).map(
        served => served.kind,
      ),
    ).toEqual(['DataPlane', 'ClusterDataPlane']);
    expect(servedPlaneKinds(documentOf({}), PLANE_KINDS)).toMatchObject([
      { kind: 'DataPlane', fields: [] },
    ]);
  });

  it.each([
    ['v0.9.0', 'DataPlane', 'secretRef', 'string'],
    ['v0.14.0', 'ClusterDataPlane', 'secretRef', 'string'],
    ['v0.17.0', 'BuildPlane', 'secretRef', 'object'],
    ['v1.2.0', 'WorkflowPlane', 'secretKeyRef', 'object'],
  ] as const)('tells the generation of %s %s', (release, name, ref, type) => {
    const served = kind(release, name);
    const { fields = [], observabilityPlaneRefIsString } = served ?? {};
    expect(fields.filter(field => /\.secret(Key)?Ref$/.test(field))).toEqual([
      `clusterAgent.clientCA.${ref}`,
    ]);
    expect(fields).toContain(`clusterAgent.clientCA.${ref}.namespace`);
    expect(observabilityPlaneRefIsString).toBe(type === 'string');
    expect(fields.includes('observabilityPlaneRef.kind')).toBe(
      type === 'object',
    );
  });

  it('tells what is required', () => {
    const required = servedBy('v1.2.0')
      .filter(served => requiresField(served, 'planeID'))
      .map(served => served.kind);
    expect(required).toEqual([
      'ClusterDataPlane',
      'ClusterWorkflowPlane',
      'ClusterObservabilityPlane',
    ]);
    expect(kind('v0.9.0', 'DataPlane')?.requiredFields).toEqual([
      'clusterAgent',
      'clusterAgent.clientCA',
      'clusterAgent.clientCA.secretRef.key',
      'clusterAgent.clientCA.secretRef.name',
      'gateway',
      'gateway.organizationVirtualHost',
      'gateway.publicVirtualHost',
      'secretStoreRef.name',
    ]);
  });

  it('goes as deep as the listeners of a gateway, and no deeper', () => {
    const { fields = [] } = kind('v1.2.0', 'DataPlane') ?? {};
    expect(fields).toContain('gateway.egress.internal.tls');
    expect(Math.max(...fields.map(path => path.split('.').length))).toBe(4);
  });

  it('names the successor of build planes where both are served', () => {
    const both = {
      components: {
        schemas: {
          ...openAPIOf('v0.17.0').components.schemas,
          ...openAPIOf('v1.2.0').components.schemas,
        },
      },
    };
    const successors = servedPlaneKinds(both, PLANE_KINDS).flatMap(served =>
      served.supersededBy ? [[served.kind, served.supersededBy]] : [],
    );
    expect(successors).toEqual([
      ['BuildPlane', 'WorkflowPlane'],
      ['ClusterBuildPlane', 'ClusterWorkflowPlane'],
    ]);
    expect(
      servedBy('v0.17.0').some(served => served.supersededBy !== undefined),
    ).toBe(false);
  });

  it('follows references and allOf within bounds', () => {
    const $ref = '#/components/schemas/Spec';
    const [served] = servedPlaneKinds(
      documentOf(
        { allOf: [{ $ref }], required: ['planeID'] },
        {
          Spec: {
            allOf: [{ $ref }, { $ref }],
            properties: { planeID: { type: 'string' }, clusterAgent: { $ref } },
          },
        },
      ),
      PLANE_KINDS,
    );
    expect(hasField(served, 'clusterAgent.clusterAgent.planeID')).toBe(true);
    expect(served.requiredFields).toEqual(['planeID']);
  });

  it('takes what is odd for absent', () => {
    const [served] = servedPlaneKinds(
      documentOf({
        properties: { planeID: 7, gateway: { properties: 'none', type: [] } },
        required: { planeID: true },
        allOf: 'nothing',
      }),
      PLANE_KINDS,
    );
    expect(served).toMatchObject({
      fields: ['planeID', 'gateway'],
      requiredFields: [],
    });
  });

  it('never throws, whatever the document', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(servedPlaneKinds(value, PLANE_KINDS)).toEqual([]);
        servedPlaneKinds(documentOf({ properties: value }), PLANE_KINDS);
      }),
    );
  });
});
