import { z } from 'zod';

/** A resource of the control plane that depends on a plane. @public */
export const dependentSchema = z.object({
  kind: z.enum(['Environment', 'Workflow', 'ClusterWorkflow']),
  namespace: z.string().optional(),
  name: z.string(),
  title: z.string(),
  /** The dependent names the plane; else it falls to it as the default. */
  explicit: z.boolean(),
});

/** The type of {@link dependentSchema}. @public */
export type Dependent = z.infer<typeof dependentSchema>;

/** The answer of `GET /planes/:uid/dependents`. @public */
export const planeDependentsSchema = z.object({
  /** At most 200 of each kind. */
  items: z.array(dependentSchema),
  counts: z.object({ environments: z.number(), workflows: z.number() }),
  /** What could not be read, so that an empty list is not taken for none. */
  problems: z.array(z.object({ resource: z.string(), message: z.string() })),
  /** When they were read, ISO 8601. */
  asOf: z.string(),
});

/** The type of {@link planeDependentsSchema}. @public */
export type PlaneDependents = z.infer<typeof planeDependentsSchema>;
