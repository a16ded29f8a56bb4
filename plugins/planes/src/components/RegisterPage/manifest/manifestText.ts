import {
  buildAgentCASecret,
  buildPlaneManifest,
  registrationFromValues,
  RegistrationValues,
  renderManifests,
  ServedPlaneKind,
  validateRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** The resources that the values stand for so far, in YAML; undefined before there is a kind and a name. */
export function manifestText(
  values: RegistrationValues,
  served: ServedPlaneKind | undefined,
): string | undefined {
  const reading = validateRegistration(registrationFromValues(values));
  const registration = reading.ok ? reading.registration : reading.valid;
  const { kind, name } = registration;
  if (!served || kind === undefined || name === undefined) {
    return undefined;
  }
  const secret = buildAgentCASecret(registration);
  const plane = buildPlaneManifest({ ...registration, kind, name }, served);
  return renderManifests(secret ? [secret, plane] : [plane]);
}
