import { InputError } from '@backstage/errors';
import {
  type RegistrationDryRun,
  registrationDryRunSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { JsonBody } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Request } from 'express';
import { z } from 'zod';

const querySchema = z.strictObject({
  dryRun: registrationDryRunSchema.optional(),
});

/**
 * How far a request is to go.
 *
 * @returns undefined where it is to write
 * @throws InputError for anything that is not well known, lest a slip of the pen writes
 */
export function readDryRun(req: Request): RegistrationDryRun | undefined {
  const parsed = querySchema.safeParse(req.query);
  if (!parsed.success) {
    throw new InputError(
      "The query may be '?dryRun=lint' for the portal's own checks, '?dryRun=all' for those of the API server too, or empty to write; nothing else",
    );
  }
  return parsed.data.dryRun;
}

/**
 * The body of a request.
 *
 * @param expected - what it should be, for the error
 * @throws InputError, PayloadTooLargeError
 */
export function readBody<T>(
  body: JsonBody,
  schema: z.ZodType<T>,
  expected: string,
): T {
  if (!body.ok) {
    throw body.error;
  }
  const parsed = schema.safeParse(body.value);
  if (!parsed.success) {
    throw new InputError(`The body must be ${expected}`);
  }
  return parsed.data;
}

/** The registration in a body that need not be right, for the audit log. */
export function registrationIn(body: JsonBody): unknown {
  const value = body.ok ? body.value : undefined;
  return typeof value === 'object' && value !== null && 'registration' in value
    ? value.registration
    : undefined;
}
