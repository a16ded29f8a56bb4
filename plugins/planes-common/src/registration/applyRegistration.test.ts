import fc from 'fast-check';
import { agentCA, otherCA } from '../__fixtures__/certificates';
import { kindServedBy, Release } from '../__testUtils__/openAPI';
import { registration, registrations } from '../__testUtils__/registrations';
import { applyRegistration } from './applyRegistration';
import { buildPlaneManifest } from './planeManifest';
import { PlaneRegistration } from './PlaneRegistration';
import { registrationOfResource } from './registeredPlane';

const context = { controlPlane: 'default' };
const endpoint = { name: 'gateway', namespace: 'data-plane' };
const secretKeyRef = { name: 'agent-ca', key: 'ca.crt' };

/** The resource as the API server has it: with much that registrations know nothing of. */
const present = {
  apiVersion: 'openchoreo.dev/v1alpha1',
  kind: 'DataPlane',
  metadata: {
    name: 'eu-west',
    namespace: 'acme',
    uid: 'uid',
    resourceVersion: '42',
    labels: { team: 'shop' },
    annotations: {
      'openchoreo.dev/display-name': 'Europe West',
      'openchoreo.dev/description': 'Runs the shop.',
      'example.com/kept': 'yes',
    },
    finalizers: ['openchoreo.dev/dataplane-cleanup'],
  },
  spec: {
    planeID: 'eu-west',
    clusterAgent: {
      clientCA: { value: `${agentCA}\n`, future: 1 },
      future: { kept: true },
    },
    secretStoreRef: { name: 'default' },
    observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'obs' },
    gateway: {
      future: 'kept',
      ingress: {
        external: { ...endpoint, http: { port: 80, host: 'a.example' } },
      },
    },
    future: ['kept'],
  },
  status: { observedGeneration: 3 },
};

function registered(): PlaneRegistration {
  return registration(registrationOfResource(present, context));
}

function apply(values: PlaneRegistration, release: Release = 'v1.2.0') {
  return applyRegistration(present, values, kindServedBy(release, 'DataPlane'));
}

describe('applyRegistration', () => {
  it('changes nothing where nothing is changed', () => {
    const before = structuredClone(present);
    expect(apply(registered())).toEqual(before);
    expect(present).toEqual(before);
  });

  it('changes what is changed, and keeps what it does not know', () => {
    const changed = apply({
      ...registered(),
      planeID: 'eu-1',
      displayName: 'Europe',
      owner: 'group:default/platform',
      agentCA: { source: 'inline', value: otherCA },
      gateway: {
        ingress: { internal: { ...endpoint, tls: { port: 443, host: 'b' } } },
      },
    });
    expect(changed).toEqual({
      ...present,
      metadata: {
        ...present.metadata,
        annotations: {
          ...present.metadata.annotations,
          'openchoreo.dev/display-name': 'Europe',
          'backstage.io/owner': 'group:default/platform',
        },
      },
      spec: {
        ...present.spec,
        planeID: 'eu-1',
        clusterAgent: {
          clientCA: { value: otherCA, future: 1 },
          future: { kept: true },
        },
        gateway: {
          future: 'kept',
          ingress: {
            internal: { ...endpoint, tls: { port: 443, host: 'b' } },
          },
        },
      },
    });
  });

  it('removes what is taken away', () => {
    const { controlPlane, kind, namespace, name, agentCA: ca } = registered();
    const changed = apply({
      controlPlane,
      kind,
      namespace,
      name,
      agentCA: ca,
    });
    expect(changed).toEqual({
      ...present,
      metadata: {
        ...present.metadata,
        annotations: { 'example.com/kept': 'yes' },
      },
      spec: {
        clusterAgent: present.spec.clusterAgent,
        gateway: { future: 'kept' },
        future: ['kept'],
      },
    });
  });

  it.each([
    ['v0.17.0', 'secretRef'],
    ['v1.2.0', 'secretKeyRef'],
  ] as const)(
    'never keeps both sources of the agent CA, of %s',
    (release, field) => {
      const bySecret = apply(
        { ...registered(), agentCA: { source: 'secret', secretKeyRef } },
        release,
      );
      const clientCA = 'spec.clusterAgent.clientCA';
      expect(bySecret).toHaveProperty(clientCA, {
        [field]: secretKeyRef,
        future: 1,
      });
      const stored = apply(
        {
          ...registered(),
          agentCA: { source: 'inline', value: agentCA, storeIn: secretKeyRef },
        },
        release,
      );
      expect(stored).toEqual(bySecret);
      const inline = applyRegistration(
        bySecret,
        registered(),
        kindServedBy(release, 'DataPlane'),
      );
      expect(inline).toHaveProperty(clientCA, { value: agentCA, future: 1 });
    },
  );

  it('leaves name, namespace and kind as they are', () => {
    const changed = apply({ ...registered(), name: 'other', namespace: 'x' });
    expect(changed).toEqual(present);
  });

  it('changes a flat gateway in its own form', () => {
    const flat = {
      ...present,
      spec: {
        ...present.spec,
        observabilityPlaneRef: 'obs',
        gateway: {
          publicVirtualHost: 'a.example',
          organizationVirtualHost: 'b.example',
          publicHTTPPort: 19_080,
          publicHTTPSPort: 19_443,
          organizationHTTPPort: 19_081,
          organizationHTTPSPort: 19_444,
        },
      },
    };
    const served = kindServedBy('v0.14.0', 'DataPlane');
    const values = registration(registrationOfResource(flat, context));
    expect(applyRegistration(flat, values, served)).toMatchObject({
      spec: {
        observabilityPlaneRef: 'obs',
        gateway: flat.spec.gateway,
      },
    });
    const ingress = values.gateway?.ingress ?? {};
    const https = { port: 443, host: 'c.example' };
    const changed = applyRegistration(
      flat,
      {
        ...values,
        gateway: { ingress: { ...ingress, external: { ...endpoint, https } } },
      },
      served,
    );
    expect(changed).toHaveProperty('spec.gateway', {
      publicVirtualHost: 'c.example',
      publicHTTPSPort: 443,
      organizationVirtualHost: 'b.example',
      organizationHTTPPort: 19_081,
      organizationHTTPSPort: 19_444,
    });
  });

  it('is what a registration of the changed plane would give', () => {
    fc.assert(
      fc.property(registrations, registrations, (before, after) => {
        fc.pre(before.kind === after.kind);
        const served = kindServedBy('v1.2.0', before.kind);
        const old = buildPlaneManifest(before, served);
        const wanted = buildPlaneManifest(after, served);
        expect(applyRegistration(old, after, served)).toEqual({
          ...wanted,
          metadata: {
            ...wanted.metadata,
            name: old.metadata.name,
            ...(old.metadata.namespace
              ? { namespace: old.metadata.namespace }
              : {}),
          },
        });
      }),
    );
  });
});
