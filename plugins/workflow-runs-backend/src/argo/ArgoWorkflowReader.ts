import {
  type Decompress,
  readArgoWorkflow,
  type Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';
import { WorkflowReading } from '../live/WorkflowReading';
import type { RunPlanes } from '../planes';
import { workflowPath } from './argoPaths';
import { clusterOf } from './clusterOf';
import { type Gap, gapOf } from './gapOf';

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io';
const metadataSchema = z.object({
  metadata: z.object({ uid: z.string(), resourceVersion: z.string() }),
});

const NO_WORKFLOW: Gap = {
  reason: 'failed',
  message: 'What the plane answered with is no Argo workflow.',
};

/** What came of looking at an Argo workflow. */
export type WorkflowLook =
  | { readonly type: 'unchanged' }
  | { readonly type: 'read'; readonly reading: WorkflowReading }
  | { readonly type: 'gap'; readonly gap: Gap };

/** What {@link ArgoWorkflowReader} needs. */
export interface ArgoWorkflowReaderOptions {
  readonly planes: RunPlanes;
  readonly decompress: Decompress;
}

/** Reads the Argo workflows of runs through the tunnels of their planes. */
export class ArgoWorkflowReader {
  readonly #options: ArgoWorkflowReaderOptions;

  constructor(options: ArgoWorkflowReaderOptions) {
    this.#options = options;
  }

  /**
   * Looks at a workflow, and reads the whole of it only where it has moved.
   *
   * @param known - what was read of it before
   * @throws the reason of the signal
   */
  async look(
    run: Run,
    known: WorkflowReading | undefined,
    signal: AbortSignal,
  ): Promise<WorkflowLook> {
    const found = clusterOf(run, this.#options.planes);
    if (!found.ok) {
      return { type: 'gap', gap: found.gap };
    }
    const { gateway, address, reference, offline } = found.cluster;
    const path = workflowPath(reference);
    if (known) {
      // Some hundred bytes, however large the workflow.
      const request = { path, accept: METADATA_ONLY };
      const outcome = await gateway.get(address, request, { signal });
      if (!outcome.ok) {
        return { type: 'gap', gap: gapOf(outcome.failure, offline) };
      }
      if (isSame(outcome.value, known)) {
        return { type: 'unchanged' };
      }
    }
    const outcome = await gateway.get(address, { path }, { signal });
    return outcome.ok
      ? this.#read(outcome.value)
      : { type: 'gap', gap: gapOf(outcome.failure, offline) };
  }

  #read(object: unknown): WorkflowLook {
    const { workflow, nodes, gap } = readArgoWorkflow(object, this.#options);
    if (!workflow) {
      return { type: 'gap', gap: gap ?? NO_WORKFLOW };
    }
    const hasNone = gap !== undefined && gap.reason !== 'no-nodes';
    return {
      type: 'read',
      reading: new WorkflowReading({
        workflow,
        object,
        ...(gap && { gap }),
        ...(!hasNone && { nodes }),
      }),
    };
  }
}

function isSame(metadata: unknown, { workflow }: WorkflowReading): boolean {
  const parsed = metadataSchema.safeParse(metadata);
  return (
    parsed.success &&
    parsed.data.metadata.uid === workflow.uid &&
    parsed.data.metadata.resourceVersion === workflow.resourceVersion
  );
}
