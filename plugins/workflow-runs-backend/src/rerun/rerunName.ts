import { randomBytes } from 'node:crypto';
import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** OpenChoreo writes the name into a label of the Argo workflow, and Argo into labels of its pods. */
const MAX_NAME_LENGTH = 63;
const RANDOM_BYTES = 4;

/** A name for another run of the same: `<component or workflow>-run-<8 hex>`, as OpenChoreo itself names runs. */
export function rerunName(
  run: Run,
  random: (bytes: number) => Buffer = randomBytes,
): string {
  const suffix = `-run-${random(RANDOM_BYTES).toString('hex')}`;
  const base = (run.component ?? run.workflow?.name ?? run.ref.kind)
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, MAX_NAME_LENGTH - suffix.length)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    // What stands between dots must begin and end with a letter or digit.
    .replace(/-*\.[.-]*/g, '.');
  return `${base || 'workflow'}${suffix}`;
}
