import {
  planeKindInfo,
  PlaneKind,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** The namespace in which OpenChoreo's control plane keeps its own Secrets. */
export const CONTROL_PLANE_NAMESPACE = 'openchoreo-control-plane';

/** The key under which a CA certificate stands in a Secret, by convention. */
export const CA_KEY = 'ca.crt';

/** Whether planes of the kind have no namespace of their own, in which a Secret could be. */
export function needsSecretNamespace(kind: PlaneKind): boolean {
  return planeKindInfo(kind).scope === 'Cluster';
}

/** Where the agent CA is proposed to be stored. */
export function proposedSecret(
  kind: PlaneKind,
  values: RegistrationValues,
): RegistrationValues {
  return {
    'agentCA.storeIn.name': values.name
      ? `${values.name}-agent-ca`
      : 'agent-ca',
    'agentCA.storeIn.key': CA_KEY,
    'agentCA.storeIn.namespace': needsSecretNamespace(kind)
      ? CONTROL_PLANE_NAMESPACE
      : '',
  };
}
