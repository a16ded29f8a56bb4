import { writtenPem } from './manifestFields';
import { PlaneRegistration } from './PlaneRegistration';

const MAX_LABEL_LENGTH = 63;

/** A Secret with the agent CA of a plane, to be created. @public */
export interface AgentCASecretManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: { readonly [name: string]: string };
  };
  readonly type: 'Opaque';
  readonly stringData: { readonly [key: string]: string };
}

/** A text as the value of a label, which must begin and end with a letter or digit. */
function labelValue(text: string): string {
  return text.slice(0, MAX_LABEL_LENGTH).replace(/[^a-z0-9]+$/i, '');
}

/** The Secret for the agent CA, where the registration wants one. @public */
export function buildAgentCASecret(
  registration: Partial<PlaneRegistration>,
): AgentCASecretManifest | undefined {
  const { kind, name, agentCA } = registration;
  if (agentCA?.source !== 'inline' || !agentCA.storeIn) {
    return undefined;
  }
  const { storeIn, value } = agentCA;
  const namespace = storeIn.namespace ?? registration.namespace;
  if (namespace === undefined) {
    return undefined;
  }
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: storeIn.name,
      namespace,
      labels: {
        'app.kubernetes.io/managed-by': 'backstage-planes',
        'app.kubernetes.io/part-of': 'openchoreo',
        ...(kind && name
          ? { 'openchoreo.dev/plane': labelValue(`${kind}.${name}`) }
          : {}),
      },
    },
    type: 'Opaque',
    stringData: { [storeIn.key]: writtenPem(value) },
  };
}
