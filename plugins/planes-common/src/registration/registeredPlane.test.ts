import fc from 'fast-check';
import { agentCA } from '../__fixtures__/certificates';
import { manifests } from '../__testUtils__/manifests';
import { kindServedBy } from '../__testUtils__/openAPI';
import { resource } from '../__testUtils__/planes';
import { registrations } from '../__testUtils__/registrations';
import { buildPlaneManifest } from './planeManifest';
import { registrationOfResource } from './registeredPlane';

const context = { controlPlane: 'default' };

function read(options: Parameters<typeof resource>[0]) {
  return registrationOfResource(resource(options), context);
}

describe('registrationOfResource', () => {
  it('reads what a registration has, and nothing else', () => {
    const secretKeyRef = { name: 'agent-ca', key: 'ca.crt', namespace: 'acme' };
    expect(
      read({
        metadata: {
          name: 'eu-west',
          labels: { team: 'planted' },
          annotations: {
            'openchoreo.dev/display-name': 'Europe West',
            'openchoreo.dev/description': 'Runs the shop.',
            'backstage.io/owner': 'group:default/platform',
            'kubectl.kubernetes.io/last-applied-configuration': 'planted',
          },
        },
        spec: {
          planeID: 'eu-west',
          clusterAgent: { clientCA: { secretKeyRef }, planted: true },
          secretStoreRef: { name: 'default', planted: true },
          observabilityPlaneRef: { name: 'obs' },
          imagePullSecretRefs: ['pull', 7],
          kubernetesCluster: { auth: { bearerToken: { value: 'planted' } } },
        },
      }),
    ).toEqual({
      controlPlane: 'default',
      kind: 'DataPlane',
      namespace: 'acme',
      name: 'eu-west',
      displayName: 'Europe West',
      description: 'Runs the shop.',
      owner: 'group:default/platform',
      planeID: 'eu-west',
      agentCA: { source: 'secret', secretKeyRef },
      secretStore: 'default',
      observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'obs' },
      imagePullSecretRefs: ['pull'],
    });
  });

  it.each([
    [
      'of v0.9',
      'v0.9 BuildPlane',
      {
        agentCA: {
          source: 'secret',
          secretKeyRef: { name: 'agent-ca', key: 'ca.crt' },
        },
        observabilityPlaneRef: {
          kind: 'ObservabilityPlane',
          name: 'observability',
        },
      },
    ],
    [
      'of v0.10',
      'v0.10 DataPlane',
      {
        gateway: {
          ingress: {
            external: {
              name: 'gateway-default',
              namespace: 'openchoreo-data-plane',
              http: { port: 19_080, host: 'public.example' },
              https: { port: 19_443, host: 'public.example' },
            },
            internal: { http: { port: 19_081, host: 'org.example' } },
          },
        },
      },
    ],
    [
      'of v0.14',
      'v0.14 ClusterBuildPlane',
      {
        observabilityPlaneRef: {
          kind: 'ClusterObservabilityPlane',
          name: 'default',
        },
      },
    ],
    [
      'of v1',
      'v1 DataPlane',
      {
        gateway: { egress: { internal: { tls: { port: 8443 } } } },
      },
    ],
    [
      'of v1',
      'v1 ObservabilityPlane',
      {
        rcaAgentURL: 'https://rca.acme.example/api/',
      },
    ],
  ])('reads one %s: %s', (_, name, expected) => {
    expect(registrationOfResource(manifests.get(name), context)).toMatchObject(
      expected,
    );
  });

  it('reads the flat hosts of v0.9 with what later releases set for the rest', () => {
    const gateway = { publicVirtualHost: 'a.example' };
    expect(read({ spec: { clusterAgent: {}, gateway } })?.gateway).toEqual({
      ingress: {
        external: {
          name: 'gateway-default',
          namespace: 'openchoreo-data-plane',
          https: { port: 19_443, host: 'a.example' },
        },
      },
    });
  });

  it('keeps values that a registration may not have, so that they can be corrected', () => {
    expect(
      read({
        spec: {
          planeID: 'Not Right',
          clusterAgent: { clientCA: { value: 'no certificate' } },
          observabilityPlaneRef: { kind: 'DataPlane', name: 'other' },
          gateway: { ingress: { external: { http: { port: 'x' } } } },
        },
      }),
    ).toMatchObject({
      planeID: 'Not Right',
      agentCA: { source: 'inline', value: 'no certificate' },
      gateway: {
        ingress: {
          external: { name: '', namespace: '', http: { port: 0 } },
        },
      },
    });
  });

  it('keeps keys and credentials to itself', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nplanted\n';
    for (const value of [key, btoa(key), `${agentCA}${key}`]) {
      const read1 = read({
        kind: 'ObservabilityPlane',
        metadata: { annotations: { 'openchoreo.dev/description': key } },
        spec: {
          clusterAgent: { clientCA: { value } },
          observerURL: 'https://me:planted@observer.example/?a=b',
        },
      });
      expect(read1).toEqual({
        controlPlane: 'default',
        kind: 'ObservabilityPlane',
        namespace: 'acme',
        name: 'eu-west',
        description: '[removed]',
        observerURL: 'https://observer.example/?a=b',
      });
    }
  });

  it('takes the inline certificate where there are two sources', () => {
    const clientCA = { value: agentCA, secretKeyRef: { name: 'a', key: 'b' } };
    expect(read({ spec: { clusterAgent: { clientCA } } })?.agentCA).toEqual({
      source: 'inline',
      value: agentCA,
    });
  });

  it.each([
    ['a plane with credentials', manifests.get('v0.3 DataPlane')],
    [
      'a plane with an agent of v0.6',
      manifests.get('v0.6 DataPlane with an agent'),
    ],
    ['a plane without spec', resource({ spec: undefined })],
    [
      'another kind',
      resource({ kind: 'Environment', spec: { clusterAgent: {} } }),
    ],
    [
      'another group',
      { ...resource({ spec: { clusterAgent: {} } }), apiVersion: 'v1' },
    ],
    ['nothing', undefined],
  ])('does not read %s', (_, object) => {
    expect(registrationOfResource(object, context)).toBeUndefined();
  });

  it('never tells a credential of any fixture', () => {
    for (const manifest of manifests.values()) {
      expect(
        JSON.stringify(registrationOfResource(manifest, context) ?? {}),
      ).not.toMatch(/planted|cGxhbnRlZ/);
    }
  });

  it('reads the registration of which the resource was made', () => {
    fc.assert(
      fc.property(registrations, values => {
        const served = kindServedBy('v1.2.0', values.kind);
        const { agentCA: ca } = values;
        expect(
          registrationOfResource(buildPlaneManifest(values, served), context),
        ).toEqual({
          ...values,
          agentCA:
            ca.source === 'inline' && ca.storeIn
              ? { source: 'secret', secretKeyRef: ca.storeIn }
              : ca,
        });
      }),
    );
  });

  it('never throws, whatever the object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), values => {
        const read1 = read({ spec: { clusterAgent: values, ...values } });
        const read2 = read({ spec: { clusterAgent: {}, gateway: values } });
        expect([read1, read2].every(one => one === undefined || one.kind)).toBe(
          true,
        );
      }),
    );
  });
});
