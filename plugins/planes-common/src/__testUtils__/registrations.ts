import fc from 'fast-check';
import { agentCA, otherCA } from '../__fixtures__/certificates';
import { PLANE_KINDS, PlaneKind, planeKindInfo } from '../model/kinds';
import {
  PlaneRegistration,
  RegistrationAgentCA,
  RegistrationEndpoint,
  RegistrationGateway,
  RegistrationListener,
} from '../registration/PlaneRegistration';

/** A registration that is right; of a data plane in namespace `acme` unless told otherwise. */
export function registration(
  values: Partial<PlaneRegistration> = {},
): PlaneRegistration {
  const { kind = 'DataPlane' } = values;
  const info = planeKindInfo(kind);
  return {
    controlPlane: 'default',
    kind,
    ...(info.scope === 'Namespaced' ? { namespace: 'acme' } : {}),
    name: 'eu-west',
    planeID: 'eu-west',
    agentCA: { source: 'inline', value: agentCA },
    ...(info.planeType === 'observability'
      ? { observerURL: 'https://observer.example' }
      : {}),
    ...values,
  };
}

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,10}[a-z0-9])?$/);
const name = fc.stringMatching(
  /^[a-z0-9]([-a-z0-9]{0,8}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,8}[a-z0-9])?)?$/,
);
const url = label.map(host => `https://${host}.example/path`);
const secret = fc.record({
  name,
  key: fc.constantFrom('ca.crt', 'tls.crt'),
  namespace: label,
});
const pem = fc.constantFrom(agentCA, otherCA, `${agentCA}${otherCA}`);

const agentCAs: fc.Arbitrary<RegistrationAgentCA> = fc.oneof(
  fc.record({ source: fc.constant('inline' as const), value: pem }),
  fc.record({
    source: fc.constant('inline' as const),
    value: pem,
    storeIn: secret,
  }),
  fc.record({ source: fc.constant('secret' as const), secretKeyRef: secret }),
);

const listener: fc.Arbitrary<RegistrationListener> = fc.record(
  {
    port: fc.integer({ min: 1, max: 65_535 }),
    host: name,
    listenerName: name,
  },
  { requiredKeys: ['port', 'host'] },
);

const endpoint: fc.Arbitrary<RegistrationEndpoint> = fc.record(
  { name, namespace: label, http: listener, https: listener, tls: listener },
  { requiredKeys: ['name', 'namespace'] },
);

const exposures = fc.oneof(
  fc.record({ external: endpoint }),
  fc.record({ internal: endpoint }),
  fc.record({ external: endpoint, internal: endpoint }),
);

const gateways: fc.Arbitrary<RegistrationGateway> = fc.oneof(
  fc.record({ ingress: exposures }),
  fc.record({ egress: exposures }),
  fc.record({ ingress: exposures, egress: exposures }),
);

/** A text for people, often one that YAML could take for something else. */
export const plainText = fc.oneof(
  fc.constantFrom(
    'yes',
    'No',
    '~',
    'null',
    '1e3',
    '12:30:45',
    '2026-01-01',
    '- a\n- b',
    'a: b # c',
    '{{ .Values }}',
    '"quoted" \'twice\'',
    '--- \n...',
    '&anchor *alias',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter(
      text => /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text) && /\p{L}/u.test(text),
    )
    .map(text => text.trim()),
);

function registrationsOf(kind: PlaneKind): fc.Arbitrary<PlaneRegistration> {
  const { scope, planeType } = planeKindInfo(kind);
  const common = {
    controlPlane: fc.constant('default'),
    kind: fc.constant(kind),
    ...(scope === 'Namespaced' ? { namespace: label } : {}),
    name: label,
    planeID: label,
    agentCA: agentCAs,
  };
  const optional = {
    displayName: plainText.filter(text => !text.includes('\n')),
    description: plainText,
    owner: label.map(group => `group:default/${group}`),
  };
  const observabilityPlaneRef = fc.record({
    kind:
      scope === 'Cluster'
        ? fc.constant('ClusterObservabilityPlane' as const)
        : fc.constantFrom(
            'ObservabilityPlane' as const,
            'ClusterObservabilityPlane' as const,
          ),
    name: label,
  });
  const required = {
    requiredKeys: [
      'controlPlane',
      'kind',
      'name',
      'planeID',
      'agentCA',
      ...(scope === 'Namespaced' ? ['namespace' as const] : []),
    ] satisfies (keyof PlaneRegistration)[],
  } as const;
  switch (planeType) {
    case 'observability':
      return fc
        .tuple(
          fc.record(
            { ...common, ...optional, rcaAgentURL: url, finOpsAgentURL: url },
            required,
          ),
          url,
        )
        .map(([values, observerURL]) => ({ ...values, observerURL }));
    case 'data':
      return fc.record(
        {
          ...common,
          ...optional,
          secretStore: name,
          observabilityPlaneRef,
          gateway: gateways,
        },
        required,
      );
    default:
      return fc.record(
        { ...common, ...optional, secretStore: name, observabilityPlaneRef },
        required,
      );
  }
}

/** Registrations that are right for OpenChoreo since v1.1, of every kind that it serves. */
export const registrations: fc.Arbitrary<PlaneRegistration> = fc.oneof(
  ...PLANE_KINDS.filter(
    ({ gatewayPlaneType }) => gatewayPlaneType !== 'buildplane',
  ).map(({ kind }) => registrationsOf(kind)),
);
