import fc from 'fast-check';
import { agentCA } from '../__fixtures__/certificates';
import { kindServedBy, Release } from '../__testUtils__/openAPI';
import { registration, registrations } from '../__testUtils__/registrations';
import { readCertificates } from '../certificates/readCertificates';
import { PlaneKind } from '../model/kinds';
import { Plane } from '../model/plane';
import { parsePlane } from '../parse/parsePlane';
import { buildAgentCASecret } from './agentCASecret';
import { endpointsOf } from './gatewayForms';
import { buildPlaneManifest } from './planeManifest';
import { PlaneRegistration, RegistrationGateway } from './PlaneRegistration';
import { ServedPlaneKind } from './ServedPlaneKind';

const secretKeyRef = { name: 'agent-ca', key: 'ca.crt', namespace: 'acme' };
const observabilityPlaneRef = {
  kind: 'ClusterObservabilityPlane',
  name: 'default',
} as const;
const gateway: RegistrationGateway = {
  ingress: {
    external: {
      name: 'gateway-default',
      namespace: 'data-plane',
      http: { port: 19_080, host: 'apps.example' },
      https: { port: 19_443, host: 'apps.example', listenerName: 'web' },
    },
    internal: {
      name: 'gateway-internal',
      namespace: 'data-plane',
      http: { port: 19_081, host: 'org.example' },
    },
  },
  egress: {
    external: {
      name: 'egress',
      namespace: 'data-plane',
      tls: { port: 443, host: '*.example' },
    },
  },
};

function build(
  release: Release,
  kind: PlaneKind,
  values: Partial<PlaneRegistration>,
) {
  return buildPlaneManifest(
    registration({ kind, ...values }),
    kindServedBy(release, kind),
  );
}

function planeOf(manifest: ReturnType<typeof buildPlaneManifest>): Plane {
  const result = parsePlane(
    { ...manifest, metadata: { ...manifest.metadata, uid: 'uid' } },
    { controlPlane: 'default' },
  );
  if (!result.ok) {
    throw new Error(result.error.reason);
  }
  return result.plane;
}

function withFields(
  served: ServedPlaneKind,
  ...fields: string[]
): ServedPlaneKind {
  return { ...served, fields: [...served.fields, ...fields] };
}

describe('buildPlaneManifest', () => {
  it('writes everything that a data plane has', () => {
    expect(
      build('v1.2.0', 'DataPlane', {
        displayName: 'Europe West',
        description: 'Runs the shop.',
        owner: 'group:default/platform',
        secretStore: 'default',
        observabilityPlaneRef,
        gateway,
        imagePullSecretRefs: ['pull'],
        finOpsAgentURL: 'https://finops.example',
      }),
    ).toEqual({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'DataPlane',
      metadata: {
        name: 'eu-west',
        namespace: 'acme',
        annotations: {
          'openchoreo.dev/display-name': 'Europe West',
          'openchoreo.dev/description': 'Runs the shop.',
          'backstage.io/owner': 'group:default/platform',
        },
      },
      spec: {
        planeID: 'eu-west',
        clusterAgent: { clientCA: { value: agentCA } },
        secretStoreRef: { name: 'default' },
        observabilityPlaneRef,
        gateway,
      },
    });
  });

  it('leaves out what is empty', () => {
    const { metadata, spec } = build('v1.2.0', 'ClusterWorkflowPlane', {
      displayName: '',
      secretStore: '',
      planeID: undefined,
      agentCA: { source: 'inline', value: ' ' },
      gateway: {},
    });
    expect(metadata).toEqual({ name: 'eu-west' });
    expect(spec).toEqual({ clusterAgent: { clientCA: {} } });
  });

  it('writes a certificate with plain line breaks, and one at its end', () => {
    const value = `\r\n${agentCA.trim().replaceAll('\n', '\r\n')}`;
    const { spec } = build('v1.2.0', 'DataPlane', {
      agentCA: { source: 'inline', value },
    });
    expect(spec.clusterAgent).toEqual({ clientCA: { value: agentCA } });
  });

  it.each([
    ['v0.9.0', 'DataPlane', 'secretRef'],
    ['v0.14.0', 'ClusterDataPlane', 'secretRef'],
    ['v0.17.0', 'ClusterBuildPlane', 'secretRef'],
    ['v1.2.0', 'ClusterWorkflowPlane', 'secretKeyRef'],
    ['v1.2.0', 'ObservabilityPlane', 'secretKeyRef'],
  ] as const)('names a Secret as %s %s does', (release, kind, field) => {
    const { spec } = build(release, kind, {
      agentCA: { source: 'secret', secretKeyRef },
    });
    expect(spec.clusterAgent).toEqual({ clientCA: { [field]: secretKeyRef } });
    const stored = build(release, kind, {
      agentCA: { source: 'inline', value: agentCA, storeIn: secretKeyRef },
    });
    expect(stored.spec).toEqual(spec);
  });

  it.each([
    ['v0.9.0', 'DataPlane', 'default'],
    ['v0.14.0', 'ClusterBuildPlane', 'default'],
    ['v0.17.0', 'BuildPlane', observabilityPlaneRef],
    ['v1.2.0', 'ClusterDataPlane', observabilityPlaneRef],
    ['v1.2.0', 'ObservabilityPlane', undefined],
  ] as const)('refers as %s %s does', (release, kind, expected) => {
    const { spec } = build(release, kind, { observabilityPlaneRef });
    expect(spec.observabilityPlaneRef).toEqual(expected);
  });

  it.each([
    ['v0.9.0', {}],
    [
      'v0.14.0',
      {
        publicHTTPPort: 19_080,
        publicHTTPSPort: 19_443,
        organizationHTTPPort: 19_081,
      },
    ],
  ] as const)('writes the flat gateway of %s', (release, more) => {
    const { spec } = build(release, 'DataPlane', { gateway });
    expect(spec.gateway).toEqual({
      publicVirtualHost: 'apps.example',
      organizationVirtualHost: 'org.example',
      ...more,
    });
  });

  it('names the Gateways in a flat gateway where it has fields for them', () => {
    const served = withFields(
      kindServedBy('v0.14.0', 'DataPlane'),
      'gateway.publicGatewayName',
      'gateway.publicGatewayNamespace',
      'gateway.organizationGatewayName',
      'gateway.organizationGatewayNamespace',
    );
    const manifest = buildPlaneManifest(registration({ gateway }), served);
    expect(manifest.spec.gateway).toMatchObject({
      publicGatewayName: 'gateway-default',
      organizationGatewayNamespace: 'data-plane',
    });
    expect(planeOf(manifest).gatewayListeners).toEqual([
      {
        direction: 'ingress',
        exposure: 'external',
        protocol: 'http',
        host: 'apps.example',
        port: 19_080,
        gateway: { name: 'gateway-default', namespace: 'data-plane' },
      },
      expect.objectContaining({ protocol: 'https', port: 19_443 }),
      expect.objectContaining({ exposure: 'internal', protocol: 'http' }),
    ]);
  });

  it('writes image pull secrets where the kind has them', () => {
    const { spec } = build('v0.17.0', 'DataPlane', {
      imagePullSecretRefs: ['pull'],
    });
    expect(spec.imagePullSecretRefs).toEqual(['pull']);
  });

  it('makes the plane that was registered', () => {
    fc.assert(
      fc.property(registrations, values => {
        const served = kindServedBy('v1.2.0', values.kind);
        const plane = planeOf(buildPlaneManifest(values, served));
        const { controlPlane, kind, namespace, name } = values;
        expect(plane).toMatchObject({
          ref: { controlPlane, kind, namespace, name },
          displayName: values.displayName,
          description: values.description,
          owner: values.owner,
          planeID: values.planeID,
          secretStore: values.secretStore,
          observabilityPlaneRef: values.observabilityPlaneRef,
          observerURL: values.observerURL,
          rcaAgentURL: values.rcaAgentURL,
          finOpsAgentURL: values.finOpsAgentURL,
        });
        const { agentCA: ca } = values;
        expect(plane.agentCA).toEqual(
          ca.source === 'inline' && !ca.storeIn
            ? {
                source: 'inline',
                certificates: readCertificates(ca.value).certificates,
              }
            : {
                source: 'secret',
                secretKeyRef:
                  ca.source === 'secret' ? ca.secretKeyRef : ca.storeIn,
              },
        );
        const listeners = endpointsOf(values.gateway ?? {}).flatMap(
          ({ endpoint: { http, https, tls } }) =>
            [http, https, tls].flatMap(listener => listener ?? []),
        );
        expect(
          plane.gatewayListeners.map(({ port, host }) => [port, host]).sort(),
        ).toEqual(listeners.map(({ port, host }) => [port, host]).sort());
      }),
    );
  });
});

describe('buildAgentCASecret', () => {
  const storeIn = { name: 'agent-ca', key: 'ca.crt' };

  it('holds the certificate, and says whose it is', () => {
    const value = agentCA.trim();
    expect(
      buildAgentCASecret(
        registration({ agentCA: { source: 'inline', value, storeIn } }),
      ),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'agent-ca',
        namespace: 'acme',
        labels: {
          'app.kubernetes.io/managed-by': 'backstage-planes',
          'app.kubernetes.io/part-of': 'openchoreo',
          'openchoreo.dev/plane': 'DataPlane.eu-west',
        },
      },
      type: 'Opaque',
      stringData: { 'ca.crt': agentCA },
    });
  });

  it('has labels that Kubernetes takes, however long the name', () => {
    const name = `${'a'.repeat(52)}.-${'b'.repeat(100)}`;
    const secret = buildAgentCASecret(
      registration({
        kind: 'ClusterDataPlane',
        name,
        agentCA: {
          source: 'inline',
          value: agentCA,
          storeIn: { ...storeIn, namespace: 'openchoreo' },
        },
      }),
    );
    expect(secret?.metadata.namespace).toBe('openchoreo');
    const label = secret?.metadata.labels['openchoreo.dev/plane'];
    expect(label).toMatch(/^[A-Za-z0-9][-A-Za-z0-9_.]{0,61}[A-Za-z0-9]$/);
  });

  it('is not made where none is wanted', () => {
    expect(buildAgentCASecret(registration())).toBeUndefined();
    expect(
      buildAgentCASecret(
        registration({ agentCA: { source: 'secret', secretKeyRef } }),
      ),
    ).toBeUndefined();
    expect(buildAgentCASecret({})).toBeUndefined();
  });
});
