import { isRegistrationField } from '@openchoreo-planes/backstage-plugin-planes-common';
import { fixedField, withFixedField } from './fixedField';

const INLINE = { agentCA: { source: 'inline', certificates: [] } } as const;

describe('fixedField', () => {
  it.each([
    ['spec.planeID', 'planeID'],
    ['spec.clusterAgent.clientCA', 'agentCA.value'],
    ['spec.clusterAgent.clientCA.value', 'agentCA.value'],
    [
      'spec.clusterAgent.clientCA.secretKeyRef',
      'agentCA.secretKeyRef.namespace',
    ],
    [
      'spec.clusterAgent.clientCA.secretKeyRef.namespace',
      'agentCA.secretKeyRef.namespace',
    ],
    ['spec.clusterAgent.clientCA.secretKeyRef.key', 'agentCA.secretKeyRef.key'],
    [
      'spec.clusterAgent.clientCA.secretRef.namespace',
      'agentCA.secretKeyRef.namespace',
    ],
    ['spec.clusterAgent.clientCA.secretRef.name', 'agentCA.secretKeyRef.name'],
    ['spec.observabilityPlaneRef', 'observabilityPlaneRef.name'],
    ['spec.observabilityPlaneRef.kind', 'observabilityPlaneRef.name'],
    ['spec.observerURL', 'observerURL'],
    ['spec.rcaAgentURL', 'rcaAgentURL'],
    ['spec.finOpsAgentURL', 'finOpsAgentURL'],
  ])('finds %s in the form', (field, expected) => {
    expect(fixedField({ field }, INLINE)).toBe(expected);
    expect(isRegistrationField(expected)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'spec',
    'metadata.name',
    'status.conditions',
    // What planes had before agents, or before v0.9, the form does not write.
    'spec.kubernetesCluster',
    'spec.kubernetesCluster.credentials',
    'spec.agent.clientCA.value',
  ])('knows no place in the form for %s', field => {
    expect(fixedField({ field }, INLINE)).toBeUndefined();
    expect(withFixedField('/planes/edit/1', { field }, INLINE)).toBeUndefined();
  });

  it('asks for the Secret where the agent CA is in one', () => {
    const secretKeyRef = { name: 'ca', key: 'ca.crt' };
    expect(
      fixedField(
        { field: 'spec.clusterAgent.clientCA' },
        { agentCA: { source: 'secret', secretKeyRef } },
      ),
    ).toBe('agentCA.secretKeyRef.name');
  });

  it('leads to the step that asks for the value', () => {
    expect(
      [
        'spec.planeID',
        'spec.clusterAgent.clientCA.secretRef.namespace',
        'spec.observerURL',
      ].map(field => withFixedField('/planes/edit/1', { field }, INLINE)),
    ).toEqual([
      '/planes/edit/1?step=identity&field=planeID',
      '/planes/edit/1?step=agent&field=agentCA.secretKeyRef.namespace',
      '/planes/edit/1?step=links&field=observerURL',
    ]);
  });
});
