import { z } from 'zod';

const statusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().optional(),
  reason: z.string().optional(),
  code: z.number().optional(),
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
