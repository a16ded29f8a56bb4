import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const workflowSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string(),
    uid: z.string(),
    resourceVersion: z.string(),
  }),
  spec: z.looseObject({}),
  status: z.looseObject({}),
});

/** An Argo workflow as an API server gives it. */
export type ArgoObject = z.infer<typeof workflowSchema>;

/** An object that a real Argo Workflows 4.1.2 wrote; a copy that may be changed. */
export function argoRecording(name: string): ArgoObject {
  const file = join(__dirname, '../__fixtures__/argo-v4.1.2', `${name}.json`);
  return workflowSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
