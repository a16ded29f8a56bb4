import { z } from 'zod';
import { Finding, FindingCode } from '../model/finding';
import { PlaneState, PlaneStateName } from '../model/state';
import { PLANE_STATES } from '../state/planeStates';

// An object rather than a list, so that the compiler finds a member that is missing.
const CODES = {
  'agent-ca-absent': 'agent-ca-absent',
  'agent-ca-base64': 'agent-ca-base64',
  'agent-ca-private-key': 'agent-ca-private-key',
  'agent-ca-not-pem': 'agent-ca-not-pem',
  'agent-ca-leaf': 'agent-ca-leaf',
  'agent-ca-expired': 'agent-ca-expired',
  'agent-ca-expiring': 'agent-ca-expiring',
  'agent-ca-not-yet-valid': 'agent-ca-not-yet-valid',
  'agent-ca-not-inline': 'agent-ca-not-inline',
  'agent-ca-both-sources': 'agent-ca-both-sources',
  'agent-ca-secret-without-namespace': 'agent-ca-secret-without-namespace',
  'agent-ca-shared': 'agent-ca-shared',
  'plane-id-missing': 'plane-id-missing',
  'plane-id-invalid': 'plane-id-invalid',
  'plane-id-shared': 'plane-id-shared',
  'observability-plane-dangling': 'observability-plane-dangling',
  'observability-plane-kind-invalid': 'observability-plane-kind-invalid',
  'observer-url-invalid': 'observer-url-invalid',
  'credentials-in-resource': 'credentials-in-resource',
  'spec-absent': 'spec-absent',
} as const satisfies { [C in FindingCode]: C };

/** {@link Finding} in an API answer. @public */
export const findingSchema: z.ZodType<Finding> = z.object({
  code: z.enum(CODES),
  severity: z.enum(['info', 'warning', 'error']),
  field: z.string().optional(),
  message: z.string(),
  remedy: z.string().optional(),
});

/** {@link PlaneStateName} in an API answer. @public */
export const planeStateNameSchema: z.ZodType<PlaneStateName> =
  z.enum(PLANE_STATES);

/** {@link PlaneState} in an API answer. @public */
export const planeStateSchema: z.ZodType<PlaneState> = z.object({
  state: planeStateNameSchema,
  since: z.string().optional(),
  reason: z.string(),
  source: z.enum(['resource', 'gateway']),
});
