import { z } from 'zod';

const causeSchema = z.object({
  reason: z.string().optional(),
  message: z.string().optional(),
  field: z.string().optional(),
});

const detailsSchema = z.object({
  name: z.string().optional(),
  group: z.string().optional(),
  kind: z.string().optional(),
  causes: z.array(causeSchema).optional().catch(undefined),
});

const statusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().optional(),
  reason: z.string().optional(),
  code: z.number().optional(),
  // What is in there only explains the rest, so that nonsense in it must not cost the rest.
  details: detailsSchema.optional().catch(undefined),
});

/** What a Kubernetes API says instead of what was asked for. */
export type KubernetesStatus = z.infer<typeof statusSchema>;

/** Reads a `Status` object; undefined where the object is none. */
export function readKubernetesStatus(
  object: unknown,
): KubernetesStatus | undefined {
  return statusSchema.safeParse(object).data;
}

/** Reads the body of an answer as a `Status`; undefined where it is none. */
export function parseKubernetesStatus(
  body: string,
): KubernetesStatus | undefined {
  try {
    return readKubernetesStatus(JSON.parse(body));
  } catch {
    return undefined;
  }
}
