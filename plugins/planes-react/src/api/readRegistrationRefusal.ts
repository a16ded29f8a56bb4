import {
  RegistrationRefusal,
  registrationRefusalSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const NOTHING_SAID: RegistrationRefusal = { problems: [] };

/**
 * What the error of {@link PlanesApi.registerPlane} or {@link PlanesApi.updatePlane} says of the registration; no problems
 * where it is about something else.
 *
 * @public
 */
export function readRegistrationRefusal(error: Error): RegistrationRefusal {
  const body: unknown = 'body' in error ? error.body : undefined;
  const said =
    typeof body === 'object' && body !== null && 'error' in body
      ? body.error
      : undefined;
  return registrationRefusalSchema.safeParse(said).data ?? NOTHING_SAID;
}
