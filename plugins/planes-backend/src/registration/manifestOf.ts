import {
  buildAgentCASecret,
  buildPlaneManifest,
  manifestFileName,
  planeKindInfo,
  type PlaneRegistration,
  type RegistrationReview,
  renderManifests,
  type ServedPlaneKind,
  shellWord,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** The resources of a registration in YAML, and how to apply them by hand; nothing while too little is known. */
export function manifestOf(
  registration: Partial<PlaneRegistration>,
  served: ServedPlaneKind | undefined,
): Pick<RegistrationReview, 'manifest' | 'commands'> {
  const { kind, name, namespace } = registration;
  if (!served || kind === undefined || name === undefined) {
    return { commands: [] };
  }
  if (planeKindInfo(kind).scope === 'Namespaced' && namespace === undefined) {
    return { commands: [] };
  }
  const secret = buildAgentCASecret(registration);
  const plane = buildPlaneManifest({ ...registration, kind, name }, served);
  const file = manifestFileName({ kind, name });
  const order = secret
    ? '; the Secret comes first in it, as the plane refers to it'
    : '';
  return {
    manifest: renderManifests([...(secret ? [secret] : []), plane]),
    commands: [
      {
        purpose: `Apply the manifest, saved as ${file}, in the control plane's cluster${order}`,
        command: `kubectl apply -f ${shellWord(file)}`,
      },
    ],
  };
}
