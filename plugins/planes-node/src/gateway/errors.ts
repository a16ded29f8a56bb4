import { CustomErrorBase } from '@backstage/errors';

/** A part of an address that must not go into a URL. */
export class InvalidAddressError extends CustomErrorBase {
  name = 'InvalidAddressError' as const;
}

/** A certificate file of the portal that is missing or is not what it should be. */
export class CredentialsUnreadableError extends CustomErrorBase {
  name = 'CredentialsUnreadableError' as const;
}
