import type { RegistrationRefusal } from '@openchoreo-planes/backstage-plugin-planes-common';

/** Has an error say what of the registration is refused; its properties become part of the answer. */
export function withRefusal<E extends Error>(
  error: E,
  refusal: Partial<RegistrationRefusal>,
): E {
  return Object.assign(error, refusal);
}
