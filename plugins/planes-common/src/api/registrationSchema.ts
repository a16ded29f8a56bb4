import { z } from 'zod';
import { RegistrationProblem } from '../registration/RegistrationProblem';
import { ServedPlaneKind } from '../registration/ServedPlaneKind';
import { planeKindSchema, planeRefSchema } from './planeSchema';
import { planeLinkSchema } from './responses';

/** {@link RegistrationProblem} in an API answer. @public */
export const registrationProblemSchema: z.ZodType<RegistrationProblem> =
  z.object({
    code: z.string(),
    severity: z.enum(['info', 'warning', 'error']),
    field: z.string().optional(),
    message: z.string(),
    remedy: z.string().optional(),
  });

const servedPlaneKind = z.object({
  kind: planeKindSchema,
  fields: z.array(z.string()),
  requiredFields: z.array(z.string()),
  observabilityPlaneRefIsString: z.boolean(),
  supersededBy: planeKindSchema.optional(),
}) satisfies z.ZodType<ServedPlaneKind>;

/** What one control plane serves and knows, for registering planes in it. @public */
export const controlPlaneKindsSchema = z.object({
  name: z.string(),
  /** `manifest`: the portal writes nothing there, the manifest and commands are the result. */
  mode: z.enum(['apply', 'manifest']),
  kinds: z.array(
    servedPlaneKind.extend({
      /** Whether the caller may register planes of the kind, at least in some namespaces. */
      mayCreate: z.boolean(),
    }),
  ),
  /** When the kinds were read, ISO 8601; absent where they never could be. */
  asOf: z.string().optional(),
  /** Why they could not be read just now, in plain words. */
  error: z.string().optional(),
  /** Namespaces in which the caller may register planes, by name. */
  namespaces: z.object({
    items: z.array(z.string()),
    /** False where the portal may not list namespaces, so that there may be more. */
    complete: z.boolean(),
  }),
  /** PlaneIDs of planes that the caller may see, at most 200. */
  planeIDs: z.array(
    z.object({
      gatewayPlaneType: z.enum([
        'dataplane',
        'workflowplane',
        'buildplane',
        'observabilityplane',
      ]),
      planeID: z.string(),
      /** How many planes have it. */
      planes: z.number(),
    }),
  ),
  /** Names of the secret stores of planes that the caller may see. */
  secretStores: z.array(z.string()),
  /** Observability planes that the caller may see. */
  observabilityPlanes: z.array(planeLinkSchema),
  /** The WebSocket URL of the cluster gateway that agents dial, where the portal's configuration tells. */
  agentURL: z.string().optional(),
});

/** The type of {@link controlPlaneKindsSchema}. @public */
export type ControlPlaneKinds = z.infer<typeof controlPlaneKindsSchema>;

/** The answer of `GET /kinds`. @public */
export const kindsResponseSchema = z.object({
  controlPlanes: z.array(controlPlaneKindsSchema),
  /** Whether the caller may register any plane at all. */
  mayCreate: z.boolean(),
  /** The version of OpenChoreo's Helm charts to propose, where the portal's configuration tells. */
  chartVersion: z.string().optional(),
});

/** The type of {@link kindsResponseSchema}. @public */
export type KindsResponse = z.infer<typeof kindsResponseSchema>;

/** A command to run by hand. @public */
export const registrationCommandSchema = z.object({
  purpose: z.string(),
  command: z.string(),
});

/**
 * What is to be said of a registration, or of a change of a plane: the answer of `POST /registrations?dryRun=` and
 * `PUT /planes/:uid?dryRun=`.
 *
 * @public
 */
export const registrationReviewSchema = z.object({
  /** Errors first; without any, it can be applied. */
  problems: z.array(registrationProblemSchema),
  /** The resources in YAML as they would be written; absent while too little is known. */
  manifest: z.string().optional(),
  /** How to apply the manifest by hand. */
  commands: z.array(registrationCommandSchema),
  /** What the API server said to a dry run. */
  dryRun: z.object({
    outcome: z.enum([
      /** Only linted, or held back by problems. */
      'not-asked',
      'accepted',
      'refused',
      /** The API server could not be asked, or does not allow the portal to. */
      'unavailable',
    ]),
    /** One sentence for a person; absent where it accepted. */
    message: z.string().optional(),
    /** What it warned of. */
    warnings: z.array(z.string()),
  }),
});

/** The type of {@link registrationReviewSchema}. @public */
export type RegistrationReview = z.infer<typeof registrationReviewSchema>;

/** The answer of `POST /registrations` and of `PUT /planes/:uid`, once the plane is written. @public */
export const registrationResultSchema = z.object({
  plane: planeLinkSchema.extend({ uid: z.string() }),
  /** The Secret that was created for the agent CA. */
  secret: z.object({ namespace: z.string(), name: z.string() }).optional(),
  manifest: z.string(),
  /** Warnings and notes that did not hinder it. */
  problems: z.array(registrationProblemSchema),
});

/** The type of {@link registrationResultSchema}. @public */
export type RegistrationResult = z.infer<typeof registrationResultSchema>;

/** How far a request is to go: only our own checks, or those of the API server too. @public */
export const registrationDryRunSchema = z.enum(['lint', 'all']);

/** The type of {@link registrationDryRunSchema}. @public */
export type RegistrationDryRun = z.infer<typeof registrationDryRunSchema>;

/** The body of `POST /registrations`; the registration itself is checked by `validateRegistration`. @public */
export const registrationRequestSchema = z.strictObject({
  registration: z.record(z.string(), z.unknown()),
});

/** The body of `PUT /planes/:uid`. @public */
export const registrationUpdateRequestSchema = z.strictObject({
  registration: z.record(z.string(), z.unknown()),
  /** That of {@link RegisteredPlane} as the change started from it. */
  resourceVersion: z.string().min(1),
});

/**
 * A plane as its registration: the answer of `GET /planes/:uid/registration`, and the other side of a conflict.
 *
 * @remarks
 * The registration is as the resource has it, so it may break rules that `validateRegistration` has.
 *
 * @public
 */
export const registeredPlaneSchema = z.object({
  ref: planeRefSchema,
  registration: z.record(z.string(), z.unknown()),
  /** Opaque, and not that of Kubernetes: it changes only with what the registration tells, not with every heartbeat. */
  resourceVersion: z.string(),
});

/** The type of {@link registeredPlaneSchema}. @public */
export type RegisteredPlane = z.infer<typeof registeredPlaneSchema>;

/** What the error of a refused registration carries besides name and message. @public */
export const registrationRefusalSchema = z.object({
  problems: z.array(registrationProblemSchema).default([]),
  /** The plane as it is now, where a change conflicts with somebody else's. */
  current: registeredPlaneSchema.optional(),
});

/** The type of {@link registrationRefusalSchema}. @public */
export type RegistrationRefusal = z.infer<typeof registrationRefusalSchema>;
