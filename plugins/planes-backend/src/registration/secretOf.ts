import {
  buildAgentCASecret,
  type PlaneRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Where the Secret is that the registration wants for the agent CA; undefined where it wants none. */
export function secretOf(
  registration: Partial<PlaneRegistration>,
): { readonly namespace: string; readonly name: string } | undefined {
  const secret = buildAgentCASecret(registration);
  return (
    secret && {
      namespace: secret.metadata.namespace,
      name: secret.metadata.name,
    }
  );
}
