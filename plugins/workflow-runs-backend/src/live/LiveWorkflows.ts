import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { ArgoWorkflowReader } from '../argo/ArgoWorkflowReader';
import type { RunPlanes } from '../planes';
import { LiveWorkflow, type LiveWorkflowOptions } from './LiveWorkflow';
import type { WorkflowState } from './WorkflowState';

const MAX_WORKFLOWS = 2_000;
/** The objects that were read, beside what was made of them: the API server stores none that is larger than 1.5 MiB. */
const OBJECT_BYTES = 512 * 1024;
/** How much more memory objects take than their JSON. */
const OBJECT_FACTOR = 4;

/** What {@link LiveWorkflows} needs. */
export interface LiveWorkflowsOptions {
  readonly workflows: Pick<ArgoWorkflowReader, 'look'>;
  readonly planes: RunPlanes;
  readonly clock: () => Date;
  readonly logger: LoggerService;
  /** About how much memory the last readings may take, which are shown while a plane is offline. */
  readonly maxBytes: number;
  readonly onLook?: LiveWorkflowOptions['onLook'];
}

/** The Argo workflows that somebody looked at lately, as they were when they could last be read. */
export class LiveWorkflows {
  readonly #options: LiveWorkflowsOptions;
  /** By uid of the run, the one asked for last at the end. */
  readonly #workflows = new Map<string, LiveWorkflow>();
  #isClosed = false;

  constructor(options: LiveWorkflowsOptions) {
    this.#options = options;
  }

  /** {@link LiveWorkflow.get} of the Argo workflow of a run. */
  async get(
    run: Run,
    options: { readonly signal: AbortSignal; readonly fresh?: boolean },
  ): Promise<WorkflowState> {
    const live = this.#of(run);
    const state = await live.get(run, options);
    this.#trim(live);
    return state;
  }

  /** What is known of the Argo workflow of a run, without asking anybody. */
  peek(run: Run): WorkflowState | undefined {
    return this.#workflows.get(run.uid)?.state;
  }

  /** The next one who asks for the workflow of a run is told how it is then. */
  expire(run: Run): void {
    this.#workflows.get(run.uid)?.expire();
  }

  /** Drops what is known of the workflow of a run. */
  forget(run: Run): void {
    this.#workflows.get(run.uid)?.close();
    this.#workflows.delete(run.uid);
  }

  /** Ends what is under way; nothing is asked after that. */
  close(): void {
    this.#isClosed = true;
    for (const live of this.#workflows.values()) {
      live.close();
    }
    this.#workflows.clear();
  }

  #of(run: Run): LiveWorkflow {
    const live =
      this.#workflows.get(run.uid) ?? new LiveWorkflow(run, this.#options);
    if (this.#isClosed) {
      live.close();
    } else {
      this.#workflows.delete(run.uid);
      this.#workflows.set(run.uid, live);
    }
    return live;
  }

  /** Drops those that nobody asked for the longest, until the rest fits. */
  #trim(current: LiveWorkflow): void {
    const entries = [...this.#workflows].map(([uid, live]) => ({
      uid,
      live,
      bytes: bytesOf(live),
    }));
    let count = entries.length;
    let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { uid, live, bytes } of entries) {
      const fits = total <= this.#options.maxBytes && count <= MAX_WORKFLOWS;
      if (fits) {
        return;
      }
      if (live !== current && !live.isBusy) {
        live.close();
        this.#workflows.delete(uid);
        total -= bytes;
        count--;
      }
    }
  }
}

function bytesOf({ state }: LiveWorkflow): number {
  const { content = '' } = state.withNodes?.reading ?? {};
  return OBJECT_BYTES + OBJECT_FACTOR * content.length;
}
