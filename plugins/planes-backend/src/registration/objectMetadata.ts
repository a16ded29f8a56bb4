import { z } from 'zod';

const schema = z.object({
  metadata: z.object({ uid: z.string().min(1) }),
});

/** The uid of an object as the API server gave it; undefined where it has none. */
export function uidOf(object: object): string | undefined {
  return schema.safeParse(object).data?.metadata.uid;
}
