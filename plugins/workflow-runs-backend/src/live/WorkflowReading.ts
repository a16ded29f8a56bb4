import { createHash } from 'node:crypto';
import type {
  ArgoNode,
  ArgoWorkflow,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Gap } from '../argo/gapOf';

/** What {@link WorkflowReading} is made of. */
export interface WorkflowReadingOptions {
  readonly workflow: ArgoWorkflow;
  readonly nodes?: readonly ArgoNode[];
  readonly gap?: Gap;
  readonly object: unknown;
}

/** An Argo workflow as it was read at one moment. */
export class WorkflowReading {
  readonly workflow: ArgoWorkflow;
  /** Undefined where they could not be read though the workflow could. */
  readonly nodes?: readonly ArgoNode[];
  /** Why there are no nodes, be they undefined or none. */
  readonly gap?: Gap;
  /** As the API server gave it, for what a timeline does not need. */
  readonly object: unknown;
  #content: string | undefined;
  #hash: string | undefined;

  constructor(options: WorkflowReadingOptions) {
    this.workflow = options.workflow;
    this.nodes = options.nodes;
    this.gap = options.gap;
    this.object = options.object;
  }

  /** The fields `workflow` and `nodes` of an answer, as JSON without the braces; made once for all who ask. */
  get content(): string {
    this.#content ??= JSON.stringify({
      workflow: this.workflow,
      nodes: this.nodes ?? [],
    }).slice(1, -1);
    return this.#content;
  }

  /** Stands for the content. */
  get hash(): string {
    this.#hash ??= createHash('sha256')
      .update(this.content)
      .digest('base64url');
    return this.#hash;
  }

  /** Whether Argo is done with the workflow. */
  get isDone(): boolean {
    const { phase } = this.workflow;
    return phase === 'Succeeded' || phase === 'Failed' || phase === 'Error';
  }

  withNodes(nodes: readonly ArgoNode[]): WorkflowReading {
    return new WorkflowReading({ ...this, nodes });
  }
}
