import { z } from 'zod';
import { PlaneKind } from '../model/kinds';
import { PlaneRegistration } from './PlaneRegistration';
import { REGISTRATION_RULES, RegistrationRuleName } from './registrationRules';

// As much as the certificates of a resource are read.
const MAX_AGENT_CA_LENGTH = 65_536;
const MAX_IMAGE_PULL_SECRETS = 50;

/** A value that follows a rule; its issue carries the rule's name, from which the problem's words are taken. */
function ruled<T>(rule: RegistrationRuleName) {
  return z.custom<T>(REGISTRATION_RULES[rule].isValid, { params: { rule } });
}

function text(rule: RegistrationRuleName) {
  return ruled<string>(rule);
}

const secretKeyRef = z.strictObject({
  namespace: text('secretNamespace').optional(),
  name: text('secretName'),
  key: text('secretKey'),
});

const agentCA = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('inline'),
    value: z.string().min(1).max(MAX_AGENT_CA_LENGTH),
    storeIn: secretKeyRef.optional(),
  }),
  z.strictObject({
    source: z.literal('secret'),
    secretKeyRef: secretKeyRef.prefault(() => ({ name: '', key: '' })),
  }),
]);

const listener = z.strictObject({
  port: ruled<number>('port'),
  host: text('host').optional(),
  listenerName: text('listenerName').optional(),
});

const endpoint = z.strictObject({
  name: text('gatewayName'),
  namespace: text('gatewayNamespace'),
  http: listener.optional(),
  https: listener.optional(),
  tls: listener.optional(),
});

const exposures = z.strictObject({
  external: endpoint.optional(),
  internal: endpoint.optional(),
});

/** The shape of a registration, and the rules for each value by itself. */
export const registrationShape = z.strictObject({
  controlPlane: text('controlPlane'),
  kind: ruled<PlaneKind>('kind'),
  namespace: text('namespace').optional(),
  name: text('name'),
  displayName: text('displayName').optional(),
  description: text('description').optional(),
  owner: text('owner').optional(),
  planeID: text('planeID').optional(),
  agentCA,
  secretStore: text('secretStore').optional(),
  observabilityPlaneRef: z
    .strictObject({
      kind: ruled<'ObservabilityPlane' | 'ClusterObservabilityPlane'>(
        'observabilityPlaneKind',
      ),
      name: text('observabilityPlaneName'),
    })
    .optional(),
  observerURL: text('observerURL').optional(),
  rcaAgentURL: text('rcaAgentURL').optional(),
  finOpsAgentURL: text('finOpsAgentURL').optional(),
  gateway: z
    .strictObject({
      ingress: exposures.optional(),
      egress: exposures.optional(),
    })
    .optional(),
  imagePullSecretRefs: z
    // The length comes first, so that no endless list is read.
    .array(z.unknown())
    .max(MAX_IMAGE_PULL_SECRETS)
    .pipe(z.array(text('imagePullSecret')))
    .optional(),
}) satisfies z.ZodType<PlaneRegistration>;
