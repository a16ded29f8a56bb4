import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type {
  ArgoWorkflowReader,
  WorkflowLook,
} from '../argo/ArgoWorkflowReader';
import type { Gap } from '../argo/gapOf';
import type { RunPlanes } from '../planes';
import { waitFor } from '../timing/waitFor';
import { pauseAfterFailure, pauseAfterReading } from './pacing';
import { WorkflowPods } from './WorkflowPods';
import type { WorkflowReading } from './WorkflowReading';
import type { WorkflowState } from './WorkflowState';

/** How long somebody waits for news who has something to show without. */
const WAIT_FOR_NEWS_MS = 1_000;
/** How long somebody waits who has nothing to show. */
const WAIT_FOR_ANYTHING_MS = 3_000;
/** How long the first answer waits for what pods tell. */
const WAIT_FOR_PODS_MS = 500;
const NO_ANSWER: Gap = {
  reason: 'plane-offline',
  message: 'The plane has not answered yet.',
};

/** What {@link LiveWorkflow} needs. */
export interface LiveWorkflowOptions {
  readonly workflows: Pick<ArgoWorkflowReader, 'look'>;
  readonly planes: RunPlanes;
  readonly clock: () => Date;
  readonly logger: LoggerService;
  /** Called after each look at a workflow. */
  readonly onLook?: (look: EndedLook) => void;
}

/** A look at an Argo workflow, and what came of it. */
export interface EndedLook {
  readonly outcome: 'read' | 'unchanged' | Gap['reason'];
  readonly durationMs: number;
}

/**
 * The Argo workflow of one run: looked at when somebody asks and what is known has grown old, once however many ask. Nothing
 * goes on when nobody asks.
 */
export class LiveWorkflow {
  readonly #options: LiveWorkflowOptions;
  readonly #abort = new AbortController();
  #run: Run;
  #state: WorkflowState = {};
  #failures = 0;
  #isOffline = false;
  #nextLookAt = -Infinity;
  #look: Promise<void> | undefined;
  #pods: WorkflowPods;

  constructor(run: Run, options: LiveWorkflowOptions) {
    this.#run = run;
    this.#options = options;
    this.#pods = this.#newPods();
  }

  /** What is known, without asking anybody. */
  get state(): WorkflowState {
    return this.#state;
  }

  /** Whether something is under way. */
  get isBusy(): boolean {
    return this.#look !== undefined || this.#pods.isBusy;
  }

  /**
   * How the workflow is, or was when the plane last answered: nobody waits for long.
   *
   * @param run - as it is now
   * @param options - with `fresh`, it is looked at whatever is known, and `gap` is set where that came to nothing
   * @throws the reason of the signal, and nothing else
   */
  async get(
    run: Run,
    options: { readonly signal: AbortSignal; readonly fresh?: boolean },
  ): Promise<WorkflowState> {
    const { signal, fresh = false } = options;
    const { withNodes, gap } = this.#state;
    this.#run = run;
    const hasNothing = !withNodes && !gap;
    if (this.#isBack()) {
      this.expire();
    }
    if (fresh || this.#look || this.#now() >= this.#nextLookAt) {
      const hasLooked = await waitFor(this.#startLook(), {
        signal,
        timeoutMs:
          fresh || hasNothing ? WAIT_FOR_ANYTHING_MS : WAIT_FOR_NEWS_MS,
      });
      if (!hasLooked && hasNothing) {
        // Something to show, so that the next one does not wait as long.
        this.#state = { ...this.#state, gap: NO_ANSWER };
      }
      if (!hasLooked && fresh) {
        return { ...this.#state, gap: NO_ANSWER };
      }
    }
    const pods = this.#refreshPods();
    if (pods && !withNodes) {
      await waitFor(pods, { signal, timeoutMs: WAIT_FOR_PODS_MS });
    }
    return this.#state;
  }

  /** What is known counts as old. */
  expire(): void {
    this.#nextLookAt = -Infinity;
  }

  /** Ends what is under way; nothing is asked after that. */
  close(): void {
    this.#abort.abort();
  }

  /** Whether the gateway said that the plane has no agent, and says so no longer. */
  #isBack(): boolean {
    const wasOffline = this.#isOffline;
    const tunnel = this.#options.planes.tunnelOf(this.#run);
    this.#isOffline = tunnel.ok && tunnel.offline !== undefined;
    return wasOffline && !this.#isOffline;
  }

  #startLook(): Promise<void> {
    this.#look ??= this.#lookNow().finally(() => {
      this.#look = undefined;
    });
    return this.#look;
  }

  async #lookNow(): Promise<void> {
    const startedAt = this.#now();
    const { workflows, logger, onLook } = this.#options;
    const { signal } = this.#abort;
    try {
      signal.throwIfAborted();
      const look = await workflows.look(this.#run, this.#state.latest, signal);
      const durationMs = this.#now() - startedAt;
      const outcome = look.type === 'gap' ? look.gap.reason : look.type;
      onLook?.({ outcome, durationMs });
      this.#takeIn(look, durationMs);
    } catch (error) {
      // A page that stays open asks again and again.
      if (!signal.aborted && this.#state.gap?.reason !== 'failed') {
        logger.error('The Argo workflow of a run was not read', toError(error));
      }
      this.#fail({
        reason: 'failed',
        message:
          'The Argo workflow could not be read; see the log of Backstage.',
      });
    }
  }

  #takeIn(look: WorkflowLook, costMs: number): void {
    if (look.type === 'gap') {
      this.#fail(look.gap);
      return;
    }
    this.#failures = 0;
    if (look.type === 'read') {
      this.#keep(look.reading);
    } else {
      this.#confirm();
    }
    this.#nextLookAt =
      this.#now() +
      pauseAfterReading({
        isDone: this.#state.latest?.isDone === true,
        costMs: look.type === 'read' ? costMs : 0,
      });
  }

  /** The same reading, so that what was made of it need not be made again. */
  #confirm(): void {
    const { latest, withNodes } = this.#state;
    const readAt = this.#options.clock();
    this.#state = {
      latest,
      withNodes:
        withNodes && withNodes.reading === latest
          ? { reading: withNodes.reading, readAt }
          : withNodes,
    };
  }

  #keep(latest: WorkflowReading): void {
    const isAnother = latest.workflow.uid !== this.#state.latest?.workflow.uid;
    if (isAnother) {
      this.#pods = this.#newPods();
    }
    if (latest.nodes) {
      const reading = this.#pods.applyTo(latest);
      const readAt = this.#options.clock();
      this.#state = { latest: reading, withNodes: { reading, readAt } };
    } else {
      const { withNodes } = this.#state;
      this.#state = { latest, withNodes: isAnother ? undefined : withNodes };
    }
  }

  #fail(gap: Gap): void {
    this.#failures++;
    this.#state = { ...this.#state, gap };
    this.#nextLookAt = this.#now() + pauseAfterFailure(this.#failures, gap);
  }

  /** @returns undefined where pods have nothing to tell now */
  #refreshPods(): Promise<void> | undefined {
    const { latest, gap } = this.#state;
    const pods = this.#pods;
    return gap || !latest
      ? undefined
      : pods.refresh(this.#run, latest)?.then(isNew => {
          if (isNew && pods === this.#pods) {
            this.#update();
          }
        });
  }

  /** Adds what pods told meanwhile. */
  #update(): void {
    const { latest, withNodes, gap } = this.#state;
    if (latest && latest === withNodes?.reading) {
      const reading = this.#pods.applyTo(latest);
      this.#state = {
        latest: reading,
        withNodes: { ...withNodes, reading },
        gap,
      };
    }
  }

  #newPods(): WorkflowPods {
    return new WorkflowPods({ ...this.#options, signal: this.#abort.signal });
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}
